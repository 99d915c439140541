// SPDX-License-Identifier: GPL-3.0-or-later
// What an operation is told besides its operands. Which fields an op uses, and how, is said at its row of shaped*.def.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/tensor/tensor.h"

namespace backstep {

struct Attributes {
    std::vector<std::int64_t> dims;   // the dimensions worked on, never negative
    std::vector<std::int64_t> sizes;  // sizes, starts, repeats …
    std::vector<std::int64_t> more;   // strides, ends …
    std::int64_t n = 0;
    double number = 0;
    double other = 0;
    bool keepdim = false;
    bool flag = false;
    DType dtype = DType::Float32;
    std::string text;             // a mode or an equation
    std::vector<Tensor> tensors;  // indices and masks: looked at, never differentiated
};

}  // namespace backstep
