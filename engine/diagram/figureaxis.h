// SPDX-License-Identifier: GPL-3.0-or-later
// One axis of a figure: its range, where a number lies on it, and its ticks.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/diagram/figure.h"

namespace backstep {

struct FigureTick {
    double at = 0;  // in data
    std::string label;
};

class FigureAxis {
public:
    bool log = false;
    double lo = 0, hi = 1;  // hi < lo: the axis runs backwards

    [[nodiscard]] bool has(double value) const;      // it can be placed at all: finite, and positive on a logarithmic axis
    [[nodiscard]] double share(double value) const;  // 0 at lo, 1 at hi; only if has()
    [[nodiscard]] std::vector<FigureTick> ticks(int about) const;
};

// The ranges: what the program set, or what the data take and a little more, as pyplot has it.
[[nodiscard]] std::pair<FigureAxis, FigureAxis> axesOf(const FigureAxes& axes);

}  // namespace backstep
