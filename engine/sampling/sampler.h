// SPDX-License-Identifier: GPL-3.0-or-later
// f, f′ and f″ over an interval, with gaps where a curve is interrupted, and the operation that interrupts it.
#pragma once

#include <functional>
#include <optional>
#include <stop_token>

#include "engine/run/formula.h"
#include "engine/sampling/chart.h"

namespace backstep {

struct SampleRequest {
    std::string variable;  // the input that runs; the first one if empty
    double from = -5;
    double to = 5;
    int samples = 800;  // to begin with; refined where the curve bends or breaks, up to kMaxSamples
    int order = 1;      // highest derivative
    bool refine = true;
};
inline constexpr int kMaxSamples = 4000;

// The formula along one input, the others as given. Nothing if it was asked to stop.
// A piecewise formula is traced once for each path it takes.
[[nodiscard]] std::optional<Chart> sampleFormula(const Source& source, const Ast& ast, const FormulaInputs& inputs,
                                                 const SampleRequest& request, const std::stop_token& stop);

// f, f′, f″ at exactly these points: values[k][i] is the k-th derivative at x[i].
[[nodiscard]] std::vector<std::vector<double>> valuesAt(const Source& source, const Ast& ast, const FormulaInputs& inputs,
                                                        const std::string& variable, const std::vector<double>& x, int order);

}  // namespace backstep
