// SPDX-License-Identifier: GPL-3.0-or-later
// Some of PyTorch's kernels give one thing where they take many numbers at once, and another where they take what is left over
// one by one: at a kink, for NaN, for the sign of a zero. The tables have the latter.
#pragma once

#include <span>

#include "engine/autograd/variable.h"
#include "engine/tape/op.h"

namespace backstep {

// `value` is what an elementwise operation gave, all of it by the table; here with what PyTorch's vectors give in their part.
[[nodiscard]] Tensor withVectorPart(Op op, std::span<const Var> operands, Tensor value);

}  // namespace backstep
