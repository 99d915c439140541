// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagram/edgepath.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace backstep {
namespace {

constexpr double kReach = 60;  // how far an end is lengthened at most: more than any corner is deep
constexpr double kPace = 0.5;

Point between(Point a, Point b, double t) { return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t}; }

// Where the ray from `end` away from `before` enters the outline; nothing where it passes by.
std::optional<Point> entry(const Outline& outline, Point before, Point end) {
    const double length = std::hypot(end.x - before.x, end.y - before.y);
    if (length == 0) return std::nullopt;
    const Point step{(end.x - before.x) / length, (end.y - before.y) / length};
    for (double way = 0; way <= kReach; way += kPace) {
        const Point p{end.x + step.x * way, end.y + step.y * way};
        if (outline.contains(p)) return p;
    }
    return std::nullopt;
}

// The end moved on to the outline: straight on where that hits it, else by the shortest way.
Point reached(const Outline& outline, Point before, Point end) {
    if (outline.contains(end)) return end;
    if (const auto hit = entry(outline, before, end)) return *hit;
    return entry(outline, end, between(end, outline.rect.centre(), 1e-3)).value_or(end);
}

// Cuts off what lies inside the outline at the path's end, or lengthens the path to it.
void endAt(std::vector<Point>& path, const Outline& outline) {
    Point inside = path.back();
    if (!outline.contains(inside)) {
        path.push_back(reached(outline, path[path.size() - 2], inside));
        return;
    }
    while (path.size() > 2 && outline.contains(path[path.size() - 2])) path.pop_back();
    inside = path.back();
    Point outside = path[path.size() - 2];
    for (int i = 0; i < 20; ++i) {
        const Point middle = between(inside, outside, 0.5);
        (outline.contains(middle) ? inside : outside) = middle;
    }
    path.back() = outside;
}

}  // namespace

bool Outline::contains(Point p) const {
    if (!rect.contains(p)) return false;
    const double round = std::min({radius, rect.width / 2, rect.height / 2});
    const double x = std::max({rect.x + round - p.x, p.x - rect.right() + round, 0.0});
    const double y = std::max({rect.y + round - p.y, p.y - rect.bottom() + round, 0.0});
    return std::hypot(x, y) <= round || x == 0 || y == 0;
}

Outline Outline::grown(double by) const { return {{rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by}, radius + by}; }

std::vector<Point> flattened(const std::vector<Point>& bezier, int perSegment) {
    std::vector<Point> out;
    if (bezier.empty()) return out;
    out.push_back(bezier.front());
    for (std::size_t i = 0; i + 3 < bezier.size(); i += 3) {
        for (int k = 1; k <= perSegment; ++k) {
            const double t = static_cast<double>(k) / perSegment;
            const double u = 1 - t;
            const double w0 = u * u * u, w1 = 3 * u * u * t, w2 = 3 * u * t * t, w3 = t * t * t;
            out.push_back({w0 * bezier[i].x + w1 * bezier[i + 1].x + w2 * bezier[i + 2].x + w3 * bezier[i + 3].x,
                           w0 * bezier[i].y + w1 * bezier[i + 1].y + w2 * bezier[i + 2].y + w3 * bezier[i + 3].y});
        }
    }
    return out;
}

std::vector<Point> offsetPath(const std::vector<Point>& bezier, double distance) {
    const std::vector<Point> line = flattened(bezier);
    std::vector<Point> out;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const Point before = line[i > 0 ? i - 1 : 0];
        const Point after = line[std::min(i + 1, line.size() - 1)];
        const double length = std::hypot(after.x - before.x, after.y - before.y);
        if (length == 0) continue;
        out.push_back({line[i].x - (after.y - before.y) / length * distance, line[i].y + (after.x - before.x) / length * distance});
    }
    return out;
}

std::vector<Point> reachingOutlines(std::vector<Point> bezier, const Outline& tail, const Outline& head) {
    if (bezier.size() < 4) return bezier;
    const auto control = [&](std::size_t i, std::size_t end) {
        return bezier[i] == bezier[end] ? bezier[end == 0 ? 3 : end - 3] : bezier[i];
    };
    const std::size_t last = bezier.size() - 1;
    const Point first = reached(tail, control(1, 0), bezier[0]);
    bezier[last] = reached(head, control(last - 1, last), bezier[last]);
    bezier[0] = first;
    return bezier;
}

std::vector<Point> betweenOutlines(std::vector<Point> path, const Outline& tail, const Outline& head) {
    if (path.size() < 2) return path;
    endAt(path, head);
    std::reverse(path.begin(), path.end());
    endAt(path, tail);
    std::reverse(path.begin(), path.end());
    return path;
}

}  // namespace backstep
