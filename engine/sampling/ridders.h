// SPDX-License-Identifier: GPL-3.0-or-later
// Derivatives from values alone, where the values have fewer digits than doubles.
#pragma once

#include <vector>

#include "engine/sampling/check.h"

namespace backstep {

// Ridders' method: central differences with shrinking steps, extrapolated to step 0; the error is the least change
// between neighbouring entries of the tableau, and no less than what rounding f leaves of it. `precision`: to how much of
// itself f is known.
[[nodiscard]] Difference ridders(const std::vector<double>& f, double h, double precision);

}  // namespace backstep
