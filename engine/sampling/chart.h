// SPDX-License-Identifier: GPL-3.0-or-later
// What a plot shows, as a value: the window and the export draw the same chart.
#pragma once

#include <string>
#include <vector>

#include "engine/base/ids.h"

namespace backstep {

// One curve over x, in ascending order of x. A NaN in y is a gap: a pole, a jump, or outside the domain.
struct Curve {
    int order = 0;  // 0 is f, 1 is f', 2 is f''
    std::vector<double> x;
    std::vector<double> y;
};

// Where a curve is interrupted, and the operation that causes it.
struct Gap {
    double from = 0;  // from == to: a single point (a pole, a jump)
    double to = 0;
    NodeId cause;
    std::string text;  // the operation as written: "1 / x"
};

// Another function of the same text over the same axis: f(x) = … above g(x) = … .
struct Companion {
    std::string function;
    std::vector<Curve> curves;
};

struct Chart {
    std::string function = "f";  // "f" for f(x) = …
    std::string variable = "x";  // on the horizontal axis
    double xMin = -5, xMax = 5;
    double yMin = -5, yMax = 5;  // robust: a pole does not ruin it
    std::vector<Curve> curves;
    std::vector<Companion> companions;
    std::vector<Gap> gaps;
    bool hasPoint = false;  // the point of the current inputs
    double at = 0;          // x of the point
    double value = 0;       // f there
    double slope = 0;       // f' there
    bool anyFinite = true;  // false: no finite value in the range at all
};

}  // namespace backstep
