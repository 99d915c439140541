// SPDX-License-Identifier: GPL-3.0-or-later
// Endless tasks of the kind "find the adjoint": a formula, a point and a node, from a difficulty and a seed.
#pragma once

#include "engine/exercise/sheet.h"

namespace backstep::exercise {

inline constexpr int kHardest = 5;

// 1: one or two operations … 5: shared operands and functions within functions. Without words: a widget asks for it.
[[nodiscard]] std::shared_ptr<const Exercise> practiceExercise(int difficulty, std::uint64_t seed);

}  // namespace backstep::exercise
