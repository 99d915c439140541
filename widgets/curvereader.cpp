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

const Curve* curveOf(const std::vector<Curve>& curves, int order) {
    const auto found = std::find_if(curves.begin(), curves.end(), [order](const Curve& curve) { return curve.order == order; });
    return found == curves.end() ? nullptr : &*found;
}

const Curve* curveOf(const Chart& chart, int order) { return curveOf(chart.curves, order); }

double readCurve(const Chart& chart, int order, double x) { return readCurve(chart.curves, order, x); }

double readCurve(const std::vector<Curve>& curves, int order, double x) {
    const Curve* curve = curveOf(curves, order);
    if (curve == nullptr || std::isnan(x) || curve->x.size() != curve->y.size()) return kNaN;
    const auto right = std::lower_bound(curve->x.begin(), curve->x.end(), x);
    if (right == curve->x.end()) return kNaN;
    const auto i = static_cast<std::size_t>(right - curve->x.begin());
    if (*right == x) return curve->y[i];
    if (i == 0) return kNaN;
    const Curve* next = curveOf(curves, order + 1);
    const End a{curve->x[i - 1], curve->y[i - 1], sampleAt(next, curve->x[i - 1])};
    const End b{curve->x[i], curve->y[i], sampleAt(next, curve->x[i])};
    const double smooth = cubic(a, b, x);
    if (std::isfinite(smooth)) return smooth;
    const double t = (x - a.x) / (b.x - a.x);
    return a.y * (1 - t) + b.y * t;  // NaN if either is
}

}  // namespace backstep
