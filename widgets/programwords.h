// SPDX-License-Identifier: GPL-3.0-or-later
// How a run ended, in the reader's language.
#pragma once

#include <QString>

#include "engine/run/reported.h"

namespace backstep {

// "RuntimeError: grad can be implicitly created only for scalar outputs": the library's own words.
[[nodiscard]] QString headline(const ProgramError& error);
// What it means here and what to do, a sentence or two; empty where there is nothing to add.
[[nodiscard]] QString explanation(const ProgramError& error);
// That random numbers were drawn without a seed.
[[nodiscard]] QString unseededNote();

}  // namespace backstep
