// SPDX-License-Identifier: GPL-3.0-or-later
// What lies around and beneath the curves of a chart: margins, grid, axes, labels of the ticks.
#pragma once

#include <string>
#include <vector>

#include "engine/diagram/diagram.h"
#include "engine/diagram/plotframe.h"

namespace backstep {

struct AxisTicks {
    std::vector<double> at;
    std::vector<std::string> labels;
};

struct ChartFrame {
    PlotFrame plot;
    AxisTicks x, y;
    std::string variable;        // beside the end of the horizontal axis, as short as the margin wants it
    std::vector<Polyline> axes;  // through zero, where zero is in range
    std::vector<Rect> labels;    // what the labels cover
    std::vector<TextShape> texts;
};

[[nodiscard]] ChartFrame chartFrame(const Chart& chart, Size size);

// Adds the groups "grid" and "axes".
void addFrame(Diagram& diagram, const Chart& chart, const ChartFrame& frame);

}  // namespace backstep
