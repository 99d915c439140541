// SPDX-License-Identifier: GPL-3.0-or-later
// Where in a run something first goes wrong.
#pragma once

#include <cstddef>

#include "engine/tape/recording.h"

namespace backstep {

// The first stop, forward or backward, at which a NaN or an infinity appears; 0: everywhere finite.
[[nodiscard]] std::size_t firstNotFinite(const Recording& recording);

// How many numbers of a value are NaN, and how many infinite.
struct NotFinite {
    std::int64_t nan = 0, infinite = 0;
    [[nodiscard]] bool any() const { return nan + infinite > 0; }
};
[[nodiscard]] NotFinite notFiniteIn(const Tensor& value);

}  // namespace backstep
