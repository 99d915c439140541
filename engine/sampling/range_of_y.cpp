// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sampling/range_of_y.h"

#include <algorithm>
#include <cmath>

namespace backstep {
namespace {

constexpr double kNear = 1.2;    // of the spread without the ends: an end no further than this is shown
constexpr double kBroad = 0.01;  // the least share of x beyond half the way to an end that makes it a bump's
constexpr double kFar = 30;      // of the spread of the middle half
constexpr double kFlat = 0.02;   // of the height: what is no further from the median looks like a straight line
constexpr double kSeen = 0.01;   // the least share of x that must be seen to leave that line

}  // namespace

void RangeOfY::add(double y, double weight) {
    if (!std::isfinite(y) || !(weight > 0)) return;
    values_.emplace_back(y, weight);
    total_ += weight;
}

void RangeOfY::sort() {
    if (!std::is_sorted(values_.begin(), values_.end())) std::sort(values_.begin(), values_.end());
}

double RangeOfY::at(double share) const {
    double weight = share * total_;
    for (const auto& [y, w] : values_) {
        weight -= w;
        if (weight <= 0) return y;
    }
    return values_.back().first;
}

double RangeOfY::weightBetween(double low, double high) const {
    double weight = 0;
    for (const auto& [y, w] : values_)
        if (y >= low && y <= high) weight += w;
    return weight;
}

std::pair<double, double> RangeOfY::trimmed(double share) {
    sort();
    double low = at(share), high = at(1 - share);
    const double spread = high - low, least = values_.front().first, most = values_.back().first;
    const double broad = kBroad * total_;
    if (least >= low - kNear * spread || weightBetween(least, least / 2 + low / 2) >= broad) low = least;
    if (most <= high + kNear * spread || weightBetween(high / 2 + most / 2, most) >= broad) high = most;
    return {low, high};
}

std::pair<double, double> RangeOfY::bulk(double share) {
    auto [low, high] = trimmed(share);
    const double median = at(0.5), flat = kFlat * (high - low);
    const double seen = weightBetween(low, high) - weightBetween(median - flat, median + flat);
    if (seen >= kSeen * total_) return {low, high};
    const double first = at(0.25), third = at(0.75), spread = third - first;
    if (spread > 0 && std::isfinite(spread)) {
        low = std::max(low, first - kFar * spread);
        high = std::min(high, third + kFar * spread);
    }
    return {low, high};
}

}  // namespace backstep
