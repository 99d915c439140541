// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plotranges.h"

#include <algorithm>
#include <cmath>

#include "engine/diagram/plotframe.h"

namespace backstep {
namespace {

constexpr double kNarrowest = 1e-11;  // of the size of the numbers: samples closer than this are the same double
constexpr double kFarthest = 1e300;
constexpr qint64 kPatience = 1000;  // ms after which a chart of another range is no longer taken for a late one

bool isUsable(const PlotRange& range) {
    const double size = std::max(std::fabs(range.lo), std::fabs(range.hi));
    return size <= kFarthest && range.hi - range.lo > std::max(size * kNarrowest, 1e-250);  // false for NaN
}

PlotRange zoomed(const PlotRange& range, double share, double factor) {
    const double fixed = range.at(share);
    return {fixed - (fixed - range.lo) * factor, fixed + (range.hi - fixed) * factor};
}

PlotRange moved(const PlotRange& range, double share) {
    const double by = (range.hi - range.lo) * share;
    return {range.lo + by, range.hi + by};
}

bool isAlike(const PlotRange& a, const PlotRange& b) {
    const double near = (b.hi - b.lo) * 1e-6;
    return std::fabs(a.lo - b.lo) <= near && std::fabs(a.hi - b.hi) <= near;
}

}  // namespace

void PlotRanges::adopt(const Chart& chart) {
    const PlotFrame frame = frameOf(chart, {});
    const PlotRange x{frame.xMin, frame.xMax};
    const std::string subject = chart.function + '\n' + chart.variable;
    const bool isLate = asked_ && subject == subject_ && !isAlike(x, *asked_) && since_.elapsed() < kPatience;
    subject_ = subject;
    if (isLate) return;
    asked_.reset();
    x_ = x;
    if (!yByHand_) y_ = {frame.yMin, frame.yMax};
}

void PlotRanges::reset() {
    asked_.reset();
    yByHand_ = false;
}

bool PlotRanges::changeX(const PlotRange& wanted) {
    if (!isUsable(wanted) || wanted == x_) return false;
    x_ = wanted;
    asked_ = wanted;
    since_.start();
    return true;
}

bool PlotRanges::zoomX(double share, double factor) { return changeX(zoomed(x_, share, factor)); }

bool PlotRanges::panX(const PlotRange& from, double share) { return changeX(moved(from, share)); }

bool PlotRanges::zoomY(double share, double factor) {
    const PlotRange wanted = zoomed(y_, share, factor);
    if (!isUsable(wanted) || wanted == y_) return false;
    y_ = wanted;
    yByHand_ = true;
    return true;
}

// Only a y range that is the reader's own is moved: the chart's fits already.
bool PlotRanges::panY(const PlotRange& from, double share) {
    const PlotRange wanted = moved(from, share);
    if (!yByHand_ || !isUsable(wanted) || wanted == y_) return false;
    y_ = wanted;
    return true;
}

}  // namespace backstep
