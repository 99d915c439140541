// SPDX-License-Identifier: GPL-3.0-or-later
// How much a program's tensors may take up.
#pragma once

#include <cstdint>

namespace backstep::modules {

struct TensorLimits {
    std::int64_t elements = 1'000'000;  // of one tensor
    std::int64_t dims = 8;
    std::int64_t bytes = 256LL << 20;    // of all that are alive
    std::int64_t history = 512LL << 20;  // bytes of the larger values that the recording keeps, adjoints included
    std::int64_t tapeNodes = 200'000;
    std::int64_t work = 20'000'000'000;  // multiply-adds of all operations: about three seconds
};

}  // namespace backstep::modules
