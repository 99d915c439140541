// SPDX-License-Identifier: GPL-3.0-or-later
// Kernels of the elementwise primitives over columns of numbers, in double or, rounded on the way in and out, in float.
// On equal inputs the functions are PyTorch's to the last bit, where SLEEF serves (see sleef.h).
#pragma once

#include <array>
#include <cstddef>

#include "engine/tape/op.h"

namespace backstep {

// One operand: a number an element, or (step 0) the same number for all.
struct Column {
    const double* numbers = nullptr;
    std::size_t step = 1;
};
using Columns = std::array<Column, kMaxElementwise>;
using Kernel = void (*)(const Columns& operands, double* out, std::size_t n);

// Null for Input and Constant. An operand that the op does not have is not looked at.
[[nodiscard]] Kernel kernel64(Op op);
[[nodiscard]] Kernel kernel32(Op op);
// The same for a whole tensor, which PyTorch computes in groups: a few functions (sigmoid, x^y, sinh …) differ there in the last place.
[[nodiscard]] Kernel tensorKernel64(Op op);
[[nodiscard]] Kernel tensorKernel32(Op op);
[[nodiscard]] bool goesInGroups(Op op);

// The same for one number each: operands in a row, those that the op does not have are 0.
using ScalarKernel = double (*)(const double* operands);
[[nodiscard]] ScalarKernel scalarKernel64(Op op);
[[nodiscard]] ScalarKernel scalarKernel32(Op op);

// What is asked of an operation each time that it is recorded, side by side.
struct ScalarRow {
    ScalarKernel in32 = nullptr, in64 = nullptr;
    bool isCondition = false;
    bool isDifferentiable = false;  // has a backward node
};
extern const std::array<ScalarRow, kElementwiseEnd> kScalarRows;

}  // namespace backstep
