// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sampling/check.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/autodiff/sweep.h"
#include "engine/sampling/sampler.h"

namespace backstep {
namespace {

struct Difference {
    double value = 0;
    double error = HUGE_VAL;
};

// Ridders' method: central differences with shrinking steps, extrapolated to step 0; the error is the least change
// between neighbouring entries of the tableau. f holds the values at x ± h·2^-k, k = 0 … kRows-1.
constexpr std::size_t kRows = 8;
Difference ridders(const std::vector<double>& f, double h) {
    std::array<std::array<double, kRows>, kRows> table{};
    Difference best;
    for (std::size_t row = 0; row < kRows; ++row) {
        table[row][0] = (f[2 * row] - f[2 * row + 1]) / (2 * h);
        h /= 2;
        double factor = 1;
        for (std::size_t col = 1; col <= row; ++col) {
            factor *= 4;
            table[row][col] = (table[row][col - 1] * factor - table[row - 1][col - 1]) / (factor - 1);
            const double error = std::max(std::fabs(table[row][col] - table[row][col - 1]), std::fabs(table[row][col] - table[row - 1][col - 1]));
            if (error <= best.error) best = {table[row][col], error};
        }
    }
    return best;
}

Difference differenceOf(const Source& source, const Ast& ast, const FormulaInputs& inputs, const std::string& name) {
    const double x = inputs.values.at(name);
    Difference best;
    for (const double relative : {0.1, 1e-3}) {  // a long step for smooth functions, a short one beside poles and kinks
        const double h = relative * std::max(std::fabs(x), 0.1);
        std::vector<double> points;
        for (std::size_t k = 0; k < kRows; ++k) points.insert(points.end(), {x + std::ldexp(h, -static_cast<int>(k)), x - std::ldexp(h, -static_cast<int>(k))});
        const Difference found = ridders(valuesAt(source, ast, inputs, name, points, 0).front(), h);
        if (found.error < best.error) best = found;
    }
    return best;
}

Verdict forwardVerdict(double reverse, double forward) {
    if (std::isnan(reverse) && std::isnan(forward)) return Verdict::Agrees;
    if (reverse == forward) return Verdict::Agrees;
    if (!std::isfinite(reverse) || !std::isfinite(forward)) return Verdict::NoVerdict;  // ∞ − ∞ comes out either way
    return std::fabs(reverse - forward) <= 1e-9 * std::max(std::fabs(reverse), std::fabs(forward)) + 1e-12 ? Verdict::Agrees : Verdict::Differs;
}

Verdict differenceVerdict(double reverse, const Difference& d) {
    const double scale = std::max(std::fabs(reverse), std::fabs(d.value));
    if (!std::isfinite(reverse) || !std::isfinite(d.value) || !(d.error <= 1e-4 * scale + 1e-7)) return Verdict::NoVerdict;
    return std::fabs(reverse - d.value) <= 1e-6 * scale + 20 * d.error + 1e-8 ? Verdict::Agrees : Verdict::Differs;
}

}  // namespace

std::vector<GradientCheck> checkGradients(const Source& source, const Ast& ast, const Recording& recording) {
    std::vector<GradientCheck> checks;
    if (!recording.output.valid()) return checks;
    const Tape& tape = recording.tape;
    FormulaInputs inputs;
    for (const NodeId id : recording.inputs) inputs.values[tape.nameOf(id)] = tape.scalar(id);
    const Known reverse = adjoints(tape, recording.output, Tensor(1.0));
    for (const NodeId id : recording.inputs) {
        GradientCheck check;
        check.input = tape.nameOf(id);
        if (id <= recording.output && reverse[id]) check.reverse = reverse[id]->item();
        check.forward = tangents(tape, id, Tensor(1.0))[recording.output].value_or(Tensor(0.0)).item();
        const Difference d = differenceOf(source, ast, inputs, check.input);
        check.difference = d.value;
        check.differenceError = d.error;
        check.forwardVerdict = forwardVerdict(check.reverse, check.forward);
        check.differenceVerdict = differenceVerdict(check.reverse, d);
        checks.push_back(check);
    }
    return checks;
}

}  // namespace backstep
