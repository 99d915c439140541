// SPDX-License-Identifier: GPL-3.0-or-later
// Which operands of an op are slots of its autograd node, and what the node keeps for its backward pass.
#pragma once

#include <span>

#include "engine/autograd/variable.h"
#include "engine/tape/op.h"

namespace backstep {

// PyTorch's node has one slot for each differentiable operand. Of an elementwise row these are the operands that have a
// rule (and no NO_SLOT before it); of the others all.
[[nodiscard]] bool isSlot(Op op, std::size_t operand);

// A bit for each operand, kSavedResultBit for the result, kSavedKeptBit for indices and masks among the attributes. Only
// what the gradients that are wanted need is saved.
inline constexpr unsigned kSavedResultBit = 31;
inline constexpr unsigned kSavedKeptBit = 30;
[[nodiscard]] unsigned savesOf(Op op, std::span<const Var> operands);
[[nodiscard]] unsigned savesOf(Op op, const std::vector<bool>& wanted);  // by operand: whether its gradient is wanted

}  // namespace backstep
