// SPDX-License-Identifier: GPL-3.0-or-later
// Which operands of an op are slots of its autograd node, and what the node keeps for its backward pass.
#pragma once

#include <span>

#include "engine/autograd/variable.h"
#include "engine/tape/op.h"

namespace backstep {

// PyTorch's node has one slot for each differentiable operand. An elementwise row has as many as it has rules.
[[nodiscard]] std::size_t slotCount(Op op, std::size_t operands);

// A bit for each operand, kSavedResultBit for the result. Only what the gradients that are wanted need is saved.
inline constexpr unsigned kSavedResultBit = 31;
[[nodiscard]] unsigned savesOf(Op op, std::span<const Var> operands);

}  // namespace backstep
