// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/curvereader.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace backstep {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

// The sample at exactly x.
double sampleAt(const Curve* curve, double x) {
    if (curve == nullptr) return kNaN;
    const auto found = std::lower_bound(curve->x.begin(), curve->x.end(), x);
    const auto i = static_cast<std::size_t>(found - curve->x.begin());
    return i < curve->y.size() && found != curve->x.end() && *found == x ? curve->y[i] : kNaN;
}

struct End {
    double x, y, slope;
};

double cubic(const End& a, const End& b, double x) {
    const double width = b.x - a.x, t = (x - a.x) / width, s = 1 - t;
    return s * s * ((1 + 2 * t) * a.y + t * width * a.slope) + t * t * ((1 + 2 * s) * b.y - s * width * b.slope);
}

}  // namespace

const Curve* curveOf(const Chart& chart, int order) {
    const auto found = std::find_if(chart.curves.begin(), chart.curves.end(), [order](const Curve& curve) { return curve.order == order; });
    return found == chart.curves.end() ? nullptr : &*found;
}

double readCurve(const Chart& chart, int order, double x) {
    const Curve* curve = curveOf(chart, order);
    if (curve == nullptr || std::isnan(x) || curve->x.size() != curve->y.size()) return kNaN;
    const auto right = std::lower_bound(curve->x.begin(), curve->x.end(), x);
    if (right == curve->x.end()) return kNaN;
    const auto i = static_cast<std::size_t>(right - curve->x.begin());
    if (*right == x) return curve->y[i];
    if (i == 0) return kNaN;
    const Curve* next = curveOf(chart, order + 1);
    const End a{curve->x[i - 1], curve->y[i - 1], sampleAt(next, curve->x[i - 1])};
    const End b{curve->x[i], curve->y[i], sampleAt(next, curve->x[i])};
    const double smooth = cubic(a, b, x);
    if (std::isfinite(smooth)) return smooth;
    const double t = (x - a.x) / (b.x - a.x);
    return a.y * (1 - t) + b.y * t;  // NaN if either is
}

}  // namespace backstep
