// SPDX-License-Identifier: GPL-3.0-or-later
// The gaps of a chart as they are seen.
#pragma once

#include <string>
#include <vector>

#include "engine/diagram/plotframe.h"

namespace backstep {

// From `left` to `right` in the picture, within the plot's area. Gaps on the same pixel are one mark with all their texts.
struct GapMark {
    double left = 0, right = 0;
    NodeId cause;
    std::string text;
    [[nodiscard]] bool isBand() const { return right - left > 1; }
};

[[nodiscard]] std::vector<GapMark> gapMarks(const Chart& chart, const PlotFrame& frame);

}  // namespace backstep
