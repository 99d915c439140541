// SPDX-License-Identifier: GPL-3.0-or-later
// What an elementwise operation gives: PyTorch's promotion of dtypes, broadcasting, whole numbers as int64 has them.
#pragma once

#include <span>
#include <string>

#include "engine/autograd/variable.h"
#include "engine/tape/op.h"

namespace backstep {

// The dtype in which an operation computes: dimensioned tensors first, then 0-d ones, then Python numbers.
[[nodiscard]] DType resultType(std::span<const Var> operands);

// The shape that all operands expand to, or RuntimeError "The size of tensor a (3) must match …".
[[nodiscard]] TensorShape broadcastOf(std::span<const Var> operands);

// The value of an elementwise op whose operands broadcast. Whole numbers beyond 2^53 are refused.
[[nodiscard]] Tensor computeElementwise(Op op, std::span<const Var> operands);
// The same by a function over the numbers, which are of the dtype `common`; for what no gradient ever goes through.
[[nodiscard]] Tensor mapElementwise(std::span<const Var> operands, DType common, DType result, double (*function)(const double*));

void checkSubtraction(DType a, DType b);  // refused for bools: a mask is meant to be inverted by other means

[[nodiscard]] const char* scalarTypeName(DType dtype);  // "Float", "Long"

}  // namespace backstep
