// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sampling/ridders.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace backstep {

Difference ridders(const std::vector<double>& f, double h, double precision) {
    std::array<std::array<double, kDifferenceRows>, kDifferenceRows> table{};
    Difference best;
    double largest = 0;
    for (const double y : f) largest = std::max(largest, std::fabs(y));
    for (std::size_t row = 0; row < kDifferenceRows; ++row) {
        const double rounding = precision * largest / h;
        table[row][0] = (f[2 * row] - f[2 * row + 1]) / (2 * h);
        h /= 2;
        double factor = 1;
        for (std::size_t col = 1; col <= row; ++col) {
            factor *= 4;
            table[row][col] = (table[row][col - 1] * factor - table[row - 1][col - 1]) / (factor - 1);
            const double error = std::max(
                {std::fabs(table[row][col] - table[row][col - 1]), std::fabs(table[row][col] - table[row - 1][col - 1]), rounding});
            if (error <= best.error) best = {table[row][col], error};
        }
    }
    return best;
}

}  // namespace backstep
