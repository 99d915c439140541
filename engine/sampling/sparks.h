// SPDX-License-Identifier: GPL-3.0-or-later
// Every node of a run along one input: its value, and the slope of the output in it. For small pictures beside the nodes.
#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "engine/run/formula.h"
#include "engine/sampling/program_sampler.h"

namespace backstep {

struct Spark {
    std::vector<double> value, slope;  // at each x; NaN where there is none, or where another path is taken
};

struct Sparks {
    std::vector<double> x;
    double at = 0;              // of the run
    std::vector<Spark> ofNode;  // by the index on the tape
};

inline constexpr std::size_t kMostSparkNodes = 400;  // of a tape; a longer one has none

// At `count` points; empty for a tape that is too long.
[[nodiscard]] Sparks sparksOf(const Source& source, const Ast& ast, const Recording& run, const std::string& variable, double from,
                              double to, int count = 49);

// Of a program along the number that its curve is drawn over, over the curve's range; the slope is that of the curve's backward
// call. Empty also where another run would cost too much; nothing if it was asked to stop.
[[nodiscard]] std::optional<Sparks> sparksOf(const Source& source, const ParsedProgram& parsed, const ProgramOptions& options,
                                             const Recording& run, const ProgramCurve& curve, const std::stop_token& stop = {},
                                             int count = 49);

}  // namespace backstep
