// SPDX-License-Identifier: GPL-3.0-or-later
// How a run ended, in the reader's language.
#pragma once

#include <QString>

#include "engine/run/explain.h"

namespace backstep {

// "RuntimeError: grad can be implicitly created only for scalar outputs": the library's own words.
[[nodiscard]] QString headline(const ProgramError& error);
// What it means in this program, why, and what to do: two or three short sentences, a line each.
[[nodiscard]] QString errorWords(const ErrorExplanation& explanation);
// What a fix does, for a button: “Write retain_graph=True in line 4”.
[[nodiscard]] QString errorFixTitle(const ErrorFix& fix);
// That random numbers were drawn without a seed.
[[nodiscard]] QString unseededNote();

}  // namespace backstep
