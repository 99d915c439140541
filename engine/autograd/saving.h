// SPDX-License-Identifier: GPL-3.0-or-later
// What the autograd node of an op keeps for its backward pass.
#pragma once

#include <span>

#include "engine/autograd/variable.h"
#include "engine/tape/op.h"

namespace backstep {

// A bit for each operand, kSavedResultBit for the result, kSavedKeptBit for indices and masks among the attributes. Only
// what the gradients that are wanted need is saved.
inline constexpr unsigned kSavedResultBit = 31;
inline constexpr unsigned kSavedKeptBit = 30;
[[nodiscard]] unsigned savesOf(Op op, std::span<const Var> operands);
[[nodiscard]] unsigned savesOf(Op op, const std::vector<bool>& wanted);  // by operand: whether its gradient is wanted

}  // namespace backstep
