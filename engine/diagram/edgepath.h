// SPDX-License-Identifier: GPL-3.0-or-later
// Curves of edges as points, paths that run beside them, and where both meet the outlines of nodes.
#pragma once

#include <vector>

#include "engine/base/geometry.h"

namespace backstep {

// A box with round corners; a radius of half the height is a pill.
struct Outline {
    Rect rect;
    double radius = 0;
    [[nodiscard]] bool contains(Point p) const;
    [[nodiscard]] Outline grown(double by) const;
};

inline constexpr int kSegmentsOfCubic = 12;

// Points along a spline of 3k+1 points, ends included.
[[nodiscard]] std::vector<Point> flattened(const std::vector<Point>& bezier, int perSegment = kSegmentsOfCubic);

// The spline as straight pieces, `distance` to its right (seen along it), from end to end.
[[nodiscard]] std::vector<Point> offsetPath(const std::vector<Point>& bezier, double distance);

// A layout knows boxes only: where corners are round, its curves end in the air. This one goes on to the outlines.
[[nodiscard]] std::vector<Point> reachingOutlines(std::vector<Point> bezier, const Outline& tail, const Outline& head);

// The part of a path that lies between two outlines, lengthened where it ends short of them.
[[nodiscard]] std::vector<Point> betweenOutlines(std::vector<Point> path, const Outline& tail, const Outline& head);

}  // namespace backstep
