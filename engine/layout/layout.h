// SPDX-License-Identifier: GPL-3.0-or-later
// Coordinates of a graph, as values. Sizes and coordinates are in scene units (engine/base/geometry.h).
#pragma once

#include <cstdint>
#include <vector>

#include "engine/base/geometry.h"

namespace backstep {

enum class Direction : std::uint8_t { topToBottom, leftToRight };

struct LayoutEdge {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    friend bool operator==(const LayoutEdge&, const LayoutEdge&) = default;
};

// Everything a layout depends on: equal requests have equal layouts.
struct LayoutRequest {
    std::vector<Size> nodes;
    std::vector<LayoutEdge> edges;  // parallel edges and self loops are allowed
    Direction direction = Direction::topToBottom;
    double rankGap = 56;  // between ranks
    double nodeGap = 36;  // between neighbours of a rank
    friend bool operator==(const LayoutRequest&, const LayoutRequest&) = default;
};

struct Layout {
    Size size;                               // bounding box, origin at (0, 0)
    std::vector<Point> centres;              // one a node
    std::vector<std::vector<Point>> curves;  // one an edge: 3k+1 points of a Bezier spline, tail border to head border
    bool standIn = false;                    // made by layeredLayout because the helper could not
};

// A simple layered layout (longest path, barycentre order) for when the helper cannot serve. Always succeeds.
[[nodiscard]] Layout layeredLayout(const LayoutRequest& request);

}  // namespace backstep
