// SPDX-License-Identifier: GPL-3.0-or-later
// Round numbers for an axis.
#pragma once

#include <string>
#include <vector>

namespace backstep {

// Multiples of 1, 2 or 5 times a power of ten within [lo, hi], ascending, `about` of them (within a factor of 2.5).
// A range that is empty or no wider than the rounding of its ends gives its ends; a bound that is not finite, nothing.
[[nodiscard]] std::vector<double> niceTicks(double lo, double hi, int about);

// One label per tick, all in the same manner and no two alike where the ticks differ: 0.25, −3, 2×10⁻⁷.
[[nodiscard]] std::vector<std::string> tickLabels(const std::vector<double>& ticks);

}  // namespace backstep
