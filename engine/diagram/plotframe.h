// SPDX-License-Identifier: GPL-3.0-or-later
// From the numbers of a chart to places in a picture.
#pragma once

#include <vector>

#include "engine/base/geometry.h"
#include "engine/sampling/chart.h"

namespace backstep {

struct PlotFrame {
    Rect area;
    double xMin = 0, xMax = 1;
    double yMin = 0, yMax = 1;

    // Finite for finite numbers, however far out.
    [[nodiscard]] Point at(double x, double y) const;
    [[nodiscard]] bool hasX(double x) const { return x >= xMin && x <= xMax; }
    [[nodiscard]] bool hasY(double y) const { return y >= yMin && y <= yMax; }
};

// The frame of a chart in this area. A range that is empty or not finite is widened to one that can be drawn.
[[nodiscard]] PlotFrame frameOf(const Chart& chart, const Rect& area);

using Polyline = std::vector<Point>;

// The curve as lines within the area and `margin` around it: interrupted where y is not finite and where it is out of
// sight, without the samples that no eye can tell from a straight line. A lone sample is a piece of one point.
[[nodiscard]] std::vector<Polyline> piecesOf(const Curve& curve, const PlotFrame& frame, double margin);

// Whether it swings so often that its strokes run together: it is drawn before all others, as a pale ground of hairlines.
inline constexpr double kBlotOpacity = 0.55;
[[nodiscard]] bool isBlot(const std::vector<Polyline>& pieces);

}  // namespace backstep
