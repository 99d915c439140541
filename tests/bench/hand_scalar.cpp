// SPDX-License-Identifier: GPL-3.0-or-later
// The curve by hand, one point at a time.
#include <cmath>

#include "tests/bench/bench.h"

namespace bench {

void handScalar(const double* x, double* f, std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) f[i] = std::log(x[i] * x[i]) * std::sin(x[i]) + 1 / x[i];
}

void handScalar(const double* x, double* f, double* slope, std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) {
        const double l = std::log(x[i] * x[i]);
        const double s = std::sin(x[i]);
        const double r = 1 / x[i];
        f[i] = l * s + r;
        slope[i] = 2 * r * s + l * std::cos(x[i]) - r * r;
    }
}

}  // namespace bench
