// SPDX-License-Identifier: GPL-3.0-or-later
// One primitive on values: broadcasting, promotion, kernel.
#pragma once

#include <optional>
#include <span>

#include "engine/tape/op.h"
#include "engine/tensor/tensor.h"

namespace backstep {

// Elementwise. Whole numbers become float32 as in PyTorch unless the op keeps them; comparisons give bool.
// Nothing where the shapes do not broadcast.
[[nodiscard]] std::optional<Tensor> compute(Op op, std::span<const Tensor> operands);
[[nodiscard]] bool keepsWhole(Op op);  // whole numbers give whole numbers: +, not /

}  // namespace backstep
