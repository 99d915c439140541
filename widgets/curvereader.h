// SPDX-License-Identifier: GPL-3.0-or-later
// Reads values off the curves of a chart, between the samples.
#pragma once

#include "engine/sampling/chart.h"

namespace backstep {

// Null if there is no curve of this order.
[[nodiscard]] const Curve* curveOf(const std::vector<Curve>& curves, int order);
[[nodiscard]] const Curve* curveOf(const Chart& chart, int order);

// The value of the curve of this order at x: NaN in a gap, beyond the samples, and where there is no such curve.
// Between two samples it is a cubic if the next curve tells the slopes there, otherwise straight.
[[nodiscard]] double readCurve(const std::vector<Curve>& curves, int order, double x);
[[nodiscard]] double readCurve(const Chart& chart, int order, double x);

}  // namespace backstep
