// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagram/arrow.h"

#include <algorithm>
#include <cmath>

namespace backstep {
namespace {

constexpr double kHalfWidth = 0.44;  // of the head's length
constexpr double kOverlap = 0.15;    // of the head's length: how far the line runs into the head

double distance(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

Point between(Point a, Point b, double t) { return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t}; }

using Cubic = std::array<Point, 4>;

Point pointAt(const Cubic& c, double t) {
    const Point ab = between(c[0], c[1], t), bc = between(c[1], c[2], t), cd = between(c[2], c[3], t);
    return between(between(ab, bc, t), between(bc, cd, t), t);
}

// The part of the curve before t (de Casteljau).
Cubic before(const Cubic& c, double t) {
    const Point ab = between(c[0], c[1], t), bc = between(c[1], c[2], t), cd = between(c[2], c[3], t);
    const Point abc = between(ab, bc, t), bcd = between(bc, cd, t);
    return {c[0], ab, abc, between(abc, bcd, t)};
}

// The greatest t at which the curve is `reach` from its end, by bisection from the first t that is that far. The end of an
// edge is nearly straight, so the distance falls with t there.
double leaves(const Cubic& c, double reach) {
    double far = 1;
    while (far > 0 && distance(pointAt(c, far), c[3]) < reach) far = std::max(0.0, far - 1.0 / 64);
    double near = std::min(1.0, far + 1.0 / 64);
    for (int i = 0; i < 30; ++i) {
        const double middle = (far + near) / 2;
        (distance(pointAt(c, middle), c[3]) < reach ? near : far) = middle;
    }
    return far;
}

// Shortens the line by `reach` from its end, and returns the new end.
Point trimCurve(std::vector<Point>& points, double reach) {
    const Point tip = points.back();
    while (points.size() > 4 && distance(points[points.size() - 4], tip) < reach) points.resize(points.size() - 3);
    if (points.back() == tip) {  // otherwise whole segments lay within the head and are gone
        const std::size_t first = points.size() - 4;
        const Cubic cubic{points[first], points[first + 1], points[first + 2], points[first + 3]};
        const Cubic kept = before(cubic, leaves(cubic, reach));
        std::copy(kept.begin(), kept.end(), points.begin() + static_cast<std::ptrdiff_t>(first));
    }
    return points.back();
}

Point trimLine(std::vector<Point>& points, double reach) {
    const Point tip = points.back();
    while (points.size() > 2 && distance(points[points.size() - 2], tip) < reach) points.pop_back();
    const Point from = points[points.size() - 2];
    const double length = distance(from, tip);
    points.back() = length > reach ? between(tip, from, reach / length) : from;
    return points.back();
}

ArrowHead headAt(Point tip, Point from, double length) {
    const double reach = distance(from, tip);
    const Point along{(tip.x - from.x) / reach, (tip.y - from.y) / reach};
    const Point base{tip.x - along.x * length, tip.y - along.y * length};
    const double half = length * kHalfWidth;
    return {{tip, Point{base.x - along.y * half, base.y + along.x * half}, Point{base.x + along.y * half, base.y - along.x * half}}};
}

bool isFinite(Point p) { return std::isfinite(p.x) && std::isfinite(p.y); }

bool isFinite(const Rect& r) { return isFinite(Point{r.x, r.y}) && isFinite(Point{r.width, r.height}); }

bool isFinite(const Stroke& stroke) {
    return std::isfinite(stroke.width) &&
           std::all_of(stroke.dash.begin(), stroke.dash.end(), [](double d) { return std::isfinite(d) && d >= 0; });
}

}  // namespace

Arrow arrowOf(const PathShape& path) {
    Arrow arrow;
    arrow.line = path.points;
    if (path.arrow <= 0 || path.points.size() < 2) return arrow;
    const Point tip = path.points.back();
    const double reach = path.arrow * (1 - kOverlap);
    const Point from = path.bezier ? trimCurve(arrow.line, reach) : trimLine(arrow.line, reach);
    arrow.hasHead = distance(from, tip) > 1e-6;
    if (arrow.hasHead) arrow.head = headAt(tip, from, path.arrow);
    return arrow;
}

bool isDrawable(const Shape& shape) {
    return std::visit(
        Overloaded{
            [](const BoxShape& s) {
                return isFinite(s.rect) && std::isfinite(s.radius) && isFinite(s.stroke) && s.rect.width >= 0 && s.rect.height >= 0;
            },
            [](const CircleShape& s) { return isFinite(s.centre) && std::isfinite(s.radius) && s.radius >= 0 && isFinite(s.stroke); },
            [](const PathShape& s) {
                return s.points.size() >= 2 && (!s.bezier || s.points.size() % 3 == 1) && std::isfinite(s.arrow) && isFinite(s.stroke) &&
                       std::all_of(s.points.begin(), s.points.end(), [](Point p) { return isFinite(p); });
            },
            [](const TextShape& s) { return isFinite(s.at) && std::isfinite(s.size) && s.size > 0 && !s.runs.empty(); },
        },
        shape);
}

}  // namespace backstep
