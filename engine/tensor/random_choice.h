// SPDX-License-Identifier: GPL-3.0-or-later
// np.random.choice with probabilities: the old and the new generators of numpy share it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <unordered_set>
#include <vector>

namespace backstep {

// The running sums of p as shares of the whole.
[[nodiscard]] inline std::vector<double> distributionOf(const std::vector<double>& p) {
    std::vector<double> out(p.size());
    std::partial_sum(p.begin(), p.end(), out.begin());
    const double total = out.empty() ? 1 : out.back();
    for (double& x : out) x /= total;
    return out;
}

template <class Uniform>
std::vector<std::size_t> weightedChoice(std::vector<double> p, std::size_t count, bool replace, Uniform uniform) {
    std::vector<std::size_t> out;
    std::vector<double> distribution = distributionOf(p);
    const auto draw = [&] {
        return static_cast<std::size_t>(std::upper_bound(distribution.begin(), distribution.end(), uniform()) - distribution.begin());
    };
    if (replace)
        while (out.size() < count) out.push_back(draw());
    // As many as are missing are drawn at once; what comes twice is dropped, what is taken cannot come again.
    while (out.size() < count) {
        for (const std::size_t taken : out) p[taken] = 0;
        distribution = distributionOf(p);
        std::unordered_set<std::size_t> seen;
        for (std::size_t missing = count - out.size(); missing > 0; --missing) {
            const std::size_t place = draw();
            if (seen.insert(place).second) out.push_back(place);
        }
    }
    return out;
}

}  // namespace backstep
