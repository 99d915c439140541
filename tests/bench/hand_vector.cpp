// SPDX-License-Identifier: GPL-3.0-or-later
// The curve by hand, as the compiler vectorises it with glibc's vector library: the limit.
#include <cmath>

#include "tests/bench/bench.h"

namespace bench {

// In three loops: in one, the compiler makes a call of sincos of sine and cosine, and that has no vector form.
void handVector(const double* __restrict x, double* __restrict f, double* __restrict slope, std::size_t n) {
    for (std::size_t begin = 0; begin < n; begin += 128) {
        const std::size_t m = n - begin < 128 ? n - begin : 128;
        double l[128], s[128];
        for (std::size_t i = 0; i < m; ++i) {
            l[i] = std::log(x[begin + i] * x[begin + i]);
            s[i] = std::sin(x[begin + i]);
        }
        for (std::size_t i = 0; i < m; ++i) {
            const double r = 1 / x[begin + i];
            f[begin + i] = l[i] * s[i] + r;
            slope[begin + i] = 2 * r * s[i] - r * r;
        }
        for (std::size_t i = 0; i < m; ++i) slope[begin + i] += l[i] * std::cos(x[begin + i]);
    }
}

}  // namespace bench
