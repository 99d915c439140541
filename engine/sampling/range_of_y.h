// SPDX-License-Identifier: GPL-3.0-or-later
// The stretch of y in which a curve is drawn: a pole takes no more room than it deserves, a peak is not cut off.
#pragma once

#include <utility>
#include <vector>

namespace backstep {

// Samples are denser where a curve bends, so each counts for the stretch of x that it stands for, its weight. Shares are of
// the weight of all finite samples.
class RangeOfY {
public:
    void add(double y, double weight);
    [[nodiscard]] bool empty() const { return values_.empty(); }

    // Leaves out `share` of the curve at each end, unless that end lies near the rest or is broad, as the top of a bump is and
    // the flank of a pole is not.
    [[nodiscard]] std::pair<double, double> trimmed(double share);
    // The same, and where that leaves of almost the whole curve a straight line, as exp(exp x) does with powers of ten at its
    // end, no further than many times the spread of the middle half.
    [[nodiscard]] std::pair<double, double> bulk(double share);

private:
    std::vector<std::pair<double, double>> values_;  // y, weight; ascending once sort() was called
    double total_ = 0;                               // of the weights

    void sort();
    [[nodiscard]] double at(double share) const;                        // the y that this share lies below
    [[nodiscard]] double weightBetween(double low, double high) const;  // both included
};

}  // namespace backstep
