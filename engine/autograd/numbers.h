// SPDX-License-Identifier: GPL-3.0-or-later
// Elementwise operations on numbers without dimensions, without making a tensor of them: the way that most operations of
// a small program go. Dtypes and rounding are those of computeElementwise; what is not done here gives nothing.
#pragma once

#include <optional>
#include <span>

#include "engine/tape/op.h"
#include "engine/tensor/tensor.h"

namespace backstep {

struct Number {
    double value = 0;
    DType dtype = DType::Float64;
    bool isPython = false;  // see Variable::isNumber
};

// Floating numbers, and the conditions over them.
[[nodiscard]] std::optional<Number> computeNumbers(Op op, std::span<const Number> operands);

}  // namespace backstep
