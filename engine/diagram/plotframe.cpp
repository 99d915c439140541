// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagram/plotframe.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace backstep {
namespace {

constexpr double kFarthest = 1e4;    // in heights of the area; nothing farther can change what is seen
constexpr double kWidthOfTurn = 6;   // px that a swing up or down needs, so that the eye can follow
constexpr double kTolerance = 0.06;  // px by which a left-out sample may be off the line

// Halved first, for a range as wide as a double can be.
double share(double value, double lo, double hi) { return std::clamp((value / 2 - lo / 2) / (hi / 2 - lo / 2), -kFarthest, kFarthest); }

struct Range {
    double lo, hi;
};

Range drawable(double lo, double hi) {
    if (!std::isfinite(lo) || !std::isfinite(hi)) return {-1, 1};
    if (lo > hi) std::swap(lo, hi);
    const double least = std::max({std::fabs(lo), std::fabs(hi)}) * 1e-13;
    if (hi - lo > least && hi - lo > 1e-280) return {lo, hi};
    const double half = lo == 0 ? 1 : std::fabs(lo) * 0.5;
    return {lo - half, hi + half};
}

double distanceToLine(Point p, Point a, Point b) {
    const double dx = b.x - a.x, dy = b.y - a.y, length = std::hypot(dx, dy);
    if (length < 1e-9) return std::hypot(p.x - a.x, p.y - a.y);
    return std::fabs((p.x - a.x) * dy - (p.y - a.y) * dx) / length;
}

// Douglas and Peucker, with a stack of its own: a curve may have thousands of samples in a row.
Polyline simplified(const Polyline& points) {
    std::vector<bool> keep(points.size(), false);
    keep.front() = keep.back() = true;
    std::vector<std::pair<std::size_t, std::size_t>> open{{0, points.size() - 1}};
    while (!open.empty()) {
        const auto [first, last] = open.back();
        open.pop_back();
        std::size_t farthest = first;
        double most = kTolerance;
        for (std::size_t i = first + 1; i < last; ++i) {
            const double off = distanceToLine(points[i], points[first], points[last]);
            if (off > most) {
                most = off;
                farthest = i;
            }
        }
        if (farthest == first) continue;
        keep[farthest] = true;
        open.emplace_back(first, farthest);
        open.emplace_back(farthest, last);
    }
    Polyline out;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (keep[i]) out.push_back(points[i]);
    return out;
}

// The part of a–b within `box` (Liang and Barsky); false if there is none.
bool clip(const Rect& box, Point& a, Point& b) {
    const double dx = b.x - a.x, dy = b.y - a.y;
    const std::array<std::pair<double, double>, 4> edges{
        {{-dx, a.x - box.x}, {dx, box.right() - a.x}, {-dy, a.y - box.y}, {dy, box.bottom() - a.y}}};
    double from = 0, to = 1;
    for (const auto& [towards, room] : edges) {
        if (towards == 0) {
            if (room < 0) return false;
            continue;
        }
        const double t = room / towards;
        if (towards < 0) {
            from = std::max(from, t);
        } else {
            to = std::min(to, t);
        }
    }
    if (from > to) return false;
    const Point start = a;
    a = {start.x + dx * from, start.y + dy * from};
    b = {start.x + dx * to, start.y + dy * to};
    return true;
}

class PieceCollector {
public:
    explicit PieceCollector(const Rect& box) : box_(box) {}

    void add(Point p) {
        if (hasLast_) {
            Point a = last_, b = p;
            if (clip(box_, a, b)) {
                if (piece_.empty() || !(piece_.back() == a)) startAt(a);
                piece_.push_back(b);
            } else {
                finish();
            }
        } else if (box_.contains(p)) {
            startAt(p);
        }
        last_ = p;
        hasLast_ = true;
    }

    void interrupt() {
        finish();
        hasLast_ = false;
    }

    std::vector<Polyline> take() {
        finish();
        return std::move(pieces_);
    }

private:
    void startAt(Point p) {
        finish();
        piece_ = {p};
    }
    void finish() {
        if (!piece_.empty()) pieces_.push_back(simplified(piece_));
        piece_.clear();
    }

    Rect box_;
    std::vector<Polyline> pieces_;
    Polyline piece_;
    Point last_;
    bool hasLast_ = false;
};

}  // namespace

Point PlotFrame::at(double x, double y) const {
    return {area.x + share(x, xMin, xMax) * area.width, area.bottom() - share(y, yMin, yMax) * area.height};
}

PlotFrame frameOf(const Chart& chart, const Rect& area) {
    const Range x = drawable(chart.xMin, chart.xMax), y = drawable(chart.yMin, chart.yMax);
    return {area, x.lo, x.hi, y.lo, y.hi};
}

std::vector<Polyline> piecesOf(const Curve& curve, const PlotFrame& frame, double margin) {
    const Rect& area = frame.area;
    PieceCollector collector({area.x - margin, area.y - margin, area.width + 2 * margin, area.height + 2 * margin});
    const std::size_t count = std::min(curve.x.size(), curve.y.size());
    for (std::size_t i = 0; i < count; ++i) {
        if (std::isfinite(curve.x[i]) && std::isfinite(curve.y[i])) {
            collector.add(frame.at(curve.x[i], curve.y[i]));
        } else {
            collector.interrupt();
        }
    }
    return collector.take();
}

// How often it goes up after it went down; where it leaves the view it comes back as another piece.
bool isBlot(const std::vector<Polyline>& pieces) {
    if (pieces.empty()) return false;
    std::size_t turns = pieces.size();
    for (const Polyline& piece : pieces) {
        for (std::size_t k = 2; k < piece.size(); ++k)
            turns += (piece[k].y - piece[k - 1].y) * (piece[k - 1].y - piece[k - 2].y) < 0 ? 1 : 0;
    }
    const double width = pieces.back().back().x - pieces.front().front().x;
    return static_cast<double>(turns) > std::max(40.0, width / kWidthOfTurn);
}

}  // namespace backstep
