// SPDX-License-Identifier: GPL-3.0-or-later
// Difference quotients beside automatic differentiation: how far off they are, for every step h, and along a curve.
#pragma once

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "engine/run/formula.h"
#include "engine/sampling/program_sampler.h"

namespace backstep {

enum class Quotient : std::uint8_t { Forward /* (f(x + h) − f(x)) / h */, Central /* (f(x + h) − f(x − h)) / 2h */ };

// |quotient − f′(x)| at one x, for steps from large to small. Where f has no value, or the two are equal, it is NaN: there
// is no place for it on a logarithmic axis.
struct DifferenceErrors {
    double slope = 0;  // f′(x), by automatic differentiation
    std::vector<double> h, forward, central;
    double bestForward = 0, bestCentral = 0;  // the h with the smallest error that is seen; 0: none
};
[[nodiscard]] DifferenceErrors differenceErrors(const Source& source, const Ast& ast, const FormulaInputs& inputs,
                                                const std::string& variable, double x);

// The quotient with the step `h` at each of these points; NaN where f has no value.
[[nodiscard]] std::vector<double> quotients(const Source& source, const Ast& ast, const FormulaInputs& inputs, const std::string& variable,
                                            const std::vector<double>& x, double h, Quotient kind);

// f at each of these points, as many numbers; none: it was stopped.
using Sampled = std::function<std::vector<double>(const std::vector<double>& x)>;
// The program is run at every point, with the float type that it has: its digits decide the best h.
[[nodiscard]] Sampled programFunction(const Source& source, const ParsedProgram& parsed, ProgramOptions options,
                                      ProgramSampleRequest request, std::stop_token stop);
[[nodiscard]] std::optional<DifferenceErrors> differenceErrors(const Sampled& f, double slope, double x, int perDecade);
[[nodiscard]] std::optional<std::vector<double>> quotients(const Sampled& f, const std::vector<double>& x, double h, Quotient kind);

}  // namespace backstep
