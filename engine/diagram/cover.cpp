// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagram/cover.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/diagram/arrow.h"
#include "engine/diagram/metrics.h"

namespace backstep {
namespace {

constexpr double kSmear = 1;     // of antialiasing
constexpr double kSlant = 0.25;  // of an italic letter beyond its place, in its size

struct Extent {
    double left = HUGE_VAL, top = HUGE_VAL, right = -HUGE_VAL, bottom = -HUGE_VAL;

    void add(Point p, double around) {
        left = std::min(left, p.x - around);
        right = std::max(right, p.x + around);
        top = std::min(top, p.y - around);
        bottom = std::max(bottom, p.y + around);
    }
    void add(const Rect& r, double around) {
        add(Point{r.x, r.y}, around);
        add(Point{r.right(), r.bottom()}, around);
    }

    void operator()(const BoxShape& box) { add(box.rect, box.stroke.width / 2 + kSmear); }
    void operator()(const CircleShape& circle) { add(circle.centre, circle.radius + circle.stroke.width / 2 + kSmear); }
    // A spline lies within the hull of its points.
    void operator()(const PathShape& path) {
        for (const Point& p : path.points) add(p, marginOf(path));
        add(path.points.back(), path.arrow + kSmear);
    }
    static double marginOf(const PathShape& path) { return path.stroke.width / 2 + kSmear; }

    void operator()(const TextShape& text) {
        double width = 0;
        for (const TextRun& run : text.runs) width += textWidth(run.text, text.size, run.bold);
        const double share = text.anchor == Anchor::start ? 0 : text.anchor == Anchor::middle ? 0.5 : 1;
        const double above = ascent(text.size), below = descent(text.size);
        add(Rect{text.at.x - width * share, text.at.y - above, width, above + below}, kSlant * text.size + kSmear);
    }

    [[nodiscard]] Rect rect() const { return right > left && bottom > top ? Rect{left, top, right - left, bottom - top} : Rect{}; }
};

constexpr double kPiece = 48;  // what is longer is taken in pieces
constexpr int kHalvings = 5;   // at most: of a line across a thousand nodes, seen from afar, a piece is short all the same

// The two halves of a cubic, until they are short: each lies within its own points.
void addCubic(std::vector<Rect>& out, const std::array<Point, 4>& c, double margin, int halvings = kHalvings) {
    Extent extent;
    for (const Point& p : c) extent.add(p, 0);
    const Rect box{extent.left, extent.top, extent.right - extent.left, extent.bottom - extent.top};
    if (halvings == 0 || std::max(box.width, box.height) <= kPiece) {
        out.push_back({box.x - margin, box.y - margin, box.width + 2 * margin, box.height + 2 * margin});
        return;
    }
    const auto middle = [](Point a, Point b) { return Point{(a.x + b.x) / 2, (a.y + b.y) / 2}; };
    const Point ab = middle(c[0], c[1]), bc = middle(c[1], c[2]), cd = middle(c[2], c[3]);
    const Point abc = middle(ab, bc), bcd = middle(bc, cd), centre = middle(abc, bcd);
    addCubic(out, {c[0], ab, abc, centre}, margin, halvings - 1);
    addCubic(out, {centre, bcd, cd, c[3]}, margin, halvings - 1);
}

void addPath(std::vector<Rect>& out, const PathShape& path) {
    const double margin = Extent::marginOf(path);
    const std::vector<Point>& p = path.points;
    if (path.arrow > 0) {
        Extent head;
        head.add(p.back(), path.arrow + kSmear);
        out.push_back(head.rect());
    }
    if (path.bezier) {
        for (std::size_t i = 0; i + 3 < p.size(); i += 3) addCubic(out, {p[i], p[i + 1], p[i + 2], p[i + 3]}, margin);
        return;
    }
    for (std::size_t i = 0; i + 1 < p.size(); ++i) {
        const auto along = [&](double t) { return Point{p[i].x + (p[i + 1].x - p[i].x) * t, p[i].y + (p[i + 1].y - p[i].y) * t}; };
        addCubic(out, {p[i], along(1.0 / 3), along(2.0 / 3), p[i + 1]}, margin);
    }
}

}  // namespace

Rect extentOf(std::span<const Point> piece, double strokeWidth) {
    Extent extent;
    for (const Point& p : piece) extent.add(p, strokeWidth / 2 + kSmear);
    return extent.rect();
}

std::vector<Rect> coverOf(const Group& group) {
    std::vector<Rect> out;
    if (group.clipped) return {group.bounds};
    for (const Item& item : group.items) {
        if (!isDrawable(item.shape)) continue;
        if (const auto* path = std::get_if<PathShape>(&item.shape); path != nullptr && !path->filled) {
            addPath(out, *path);
        } else {
            Extent extent;
            std::visit(extent, item.shape);
            out.push_back(extent.rect());
        }
    }
    return out;
}

}  // namespace backstep
