// SPDX-License-Identifier: GPL-3.0-or-later
// How a run of a program went: its conditions and loops, read off its log.
#pragma once

#include "engine/sampling/program_sampler.h"

namespace backstep {

[[nodiscard]] ProgramPath pathOf(const Source& source, const Ast& ast, const ProgramRun& run);

}  // namespace backstep
