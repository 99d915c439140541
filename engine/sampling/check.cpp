// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sampling/check.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/autodiff/sweep.h"
#include "engine/sampling/ridders.h"
#include "engine/sampling/sampler.h"

namespace backstep {

Difference ridders(const std::vector<double>& f, double h) { return ridders(f, h, std::numeric_limits<double>::epsilon()); }

bool isTrusted(const Difference& d) { return std::isfinite(d.value) && d.error <= 1e-4 * std::fabs(d.value) + 1e-7; }

namespace {

// Differences around x with the first step h; `largest` is the largest |f| met.
Difference aroundStep(const Source& source, const Ast& ast, const FormulaInputs& inputs, const std::string& name, double h,
                      double& largest) {
    const double x = inputs.values.at(name);
    std::vector<double> points;
    for (std::size_t k = 0; k < kDifferenceRows; ++k)
        points.insert(points.end(), {x + std::ldexp(h, -static_cast<int>(k)), x - std::ldexp(h, -static_cast<int>(k))});
    const std::vector<double> f = valuesAt(source, ast, inputs, name, points, 0).front();
    for (const double y : f) largest = std::isfinite(y) ? std::max(largest, std::fabs(y)) : largest;
    return ridders(f, h);
}

// With several first steps: a long one for smooth functions, short ones beside poles and kinks, and one so short that f,
// if `slope` is right, hardly changes. Across the waves of a fast oscillation a step may believe its own wrong answer:
// then they contradict one another, and that is their error.
Difference differenceOf(const Source& source, const Ast& ast, const FormulaInputs& inputs, const std::string& name, double slope) {
    const double size = std::max(std::fabs(inputs.values.at(name)), 0.1);
    double largest = 0;
    std::vector<Difference> all;
    for (const double relative : {0.1, 1e-3, 1e-5}) all.push_back(aroundStep(source, ast, inputs, name, relative * size, largest));
    const double gentle = 0.02 * largest / std::fabs(slope);
    if (gentle < 1e-5 * size && gentle > 1e-12 * size) all.push_back(aroundStep(source, ast, inputs, name, gentle, largest));
    Difference best = *std::min_element(all.begin(), all.end(), [](const Difference& a, const Difference& b) { return a.error < b.error; });
    const Difference chosen = best;
    for (const Difference& d : all) {
        if (isTrusted(d)) best.error = std::max(best.error, std::fabs(d.value - chosen.value));
    }
    return best;
}

}  // namespace

Verdict forwardVerdict(double reverse, double forward) {
    if (std::isnan(reverse) && std::isnan(forward)) return Verdict::Agrees;
    if (reverse == forward) return Verdict::Agrees;
    if (!std::isfinite(reverse) || !std::isfinite(forward)) return Verdict::NoVerdict;  // ∞ − ∞ comes out either way
    return std::fabs(reverse - forward) <= 1e-9 * std::max(std::fabs(reverse), std::fabs(forward)) + 1e-12 ? Verdict::Agrees
                                                                                                           : Verdict::Differs;
}

Verdict differenceVerdict(double reverse, const Difference& d) {
    // Whether the differences are to be trusted is for them alone to say: a large gradient beside them is no excuse.
    if (!std::isfinite(reverse) || !isTrusted(d)) return Verdict::NoVerdict;
    const double scale = std::max(std::fabs(reverse), std::fabs(d.value));
    return std::fabs(reverse - d.value) <= 1e-6 * scale + 20 * d.error + 1e-8 ? Verdict::Agrees : Verdict::Differs;
}

std::vector<GradientCheck> checkGradients(const Source& source, const Ast& ast, const Recording& recording) {
    std::vector<GradientCheck> checks;
    if (!recording.output.valid()) return checks;
    const Tape& tape = recording.tape;
    FormulaInputs inputs;
    for (const NodeId id : recording.inputs) inputs.values[tape.nameOf(id)] = tape.scalar(id);
    // At a kink central differences give the mean of two slopes, which says nothing of a derivative.
    const bool kink = std::any_of(recording.diagnostics.begin(), recording.diagnostics.end(),
                                  [](const Diagnostic& d) { return d.kind == DiagnosticKind::NotDifferentiable; });
    const Known reverse = adjoints(tape, recording.output, Tensor(1.0));
    for (const NodeId id : recording.inputs) {
        GradientCheck check;
        check.input = tape.nameOf(id);
        if (id <= recording.output && reverse[id]) check.reverse = reverse[id]->item();
        check.forward = tangents(tape, id, Tensor(1.0))[recording.output].value_or(Tensor(0.0)).item();
        const Difference d = differenceOf(source, ast, inputs, check.input, check.reverse);
        check.difference = d.value;
        check.differenceError = d.error;
        check.forwardVerdict = forwardVerdict(check.reverse, check.forward);
        check.differenceVerdict = differenceVerdict(check.reverse, d);
        if (kink) check.differenceVerdict = Verdict::NoVerdict;
        checks.push_back(check);
    }
    return checks;
}

}  // namespace backstep
