// SPDX-License-Identifier: GPL-3.0-or-later
// The words that the checks of several operations say in PyTorch's messages.
#pragma once

#include <algorithm>
#include <string>

#include "engine/autograd/autograd.h"

namespace backstep::ops {

inline std::string number(std::int64_t n) { return std::to_string(n); }
inline std::string count(std::size_t n) { return std::to_string(n); }

inline const char* typeWord(DType dtype) {
    switch (dtype) {
        case DType::Bool: return "Bool";
        case DType::Int32: return "Int";
        case DType::Int64: return "Long";
        case DType::Float32: return "Float";
        case DType::Float64: return "Double";
    }
    return "";
}

[[noreturn]] inline void sizesDiffer(const TensorShape& a, const TensorShape& b) {
    for (std::size_t back = 1; back <= std::min(a.size(), b.size()); ++back) {
        const std::int64_t x = a[a.size() - back];
        const std::int64_t y = b[b.size() - back];
        if (x == y || x == 1 || y == 1) continue;
        failRuntime("The size of tensor a (" + number(x) + ") must match the size of tensor b (" + number(y) +
                    ") at non-singleton dimension " + count(std::max(a.size(), b.size()) - back));
    }
    failRuntime("The sizes of the tensors do not match");
}

}  // namespace backstep::ops
