// SPDX-License-Identifier: GPL-3.0-or-later
// A value of the tape in few characters, or in all.
#pragma once

#include <string>

#include "engine/tensor/tensor.h"

namespace backstep {

// For the eye: 0.9093; [1, 2.5, 4]; of what is larger, its shape: (32, 10).
[[nodiscard]] std::string briefly(const Tensor& value, int digits);

// Every digit: 0.9092974268256817; [[1.0, 2.0], [3.0, 4.0]]; of what has more than `most` elements, its shape.
[[nodiscard]] std::string exactly(const Tensor& value, std::int64_t most = 1000);

}  // namespace backstep
