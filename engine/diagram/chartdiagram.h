// SPDX-License-Identifier: GPL-3.0-or-later
// A chart as a picture, for files and for print.
#pragma once

#include <string>

#include "engine/diagram/diagram.h"
#include "engine/sampling/chart.h"

namespace backstep {

// All else in the picture is symbols and numbers.
struct ChartWords {
    std::string slope = "slope";  // before the value of f'; empty: the symbol f′(2) takes its place
};

[[nodiscard]] Diagram chartDiagram(const Chart& chart, Size size, const ChartWords& words = {});

}  // namespace backstep
