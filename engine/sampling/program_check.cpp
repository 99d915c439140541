// SPDX-License-Identifier: GPL-3.0-or-later
// The gradients of a program's leaves, held against differences of its output: the program is run again beside each number.
#include <algorithm>
#include <cmath>

#include "engine/sampling/program_runs.h"
#include "engine/sampling/ridders.h"

namespace backstep {
namespace {

constexpr std::size_t kMostOfLeaf = 8;
constexpr std::size_t kMostNumbers = 40;

bool isSingle(const Tensor& a, const Tensor& b) { return a.dtype() == DType::Float32 || b.dtype() == DType::Float32; }

// Float32 keeps seven digits, of every operation: steps are long there, and what differences can say is rough.
struct Precision {
    double relative, trust, slack;
    std::vector<double> steps;
};
const Precision& precisionOf(bool single) {
    static const Precision kDouble{2.3e-16, 1e-4, 1e-7, {0.1, 1e-3, 1e-5}};
    static const Precision kSingle{2.4e-7, 2e-2, 1e-3, {0.3, 0.1, 0.03}};
    return single ? kSingle : kDouble;
}

// The best of several first steps; a step that leaves the path on which the program runs says nothing.
Difference differenceOf(ProgramRuns& runs, double x, bool single) {
    const Precision& precision = precisionOf(single);
    const std::size_t path = runs.at({x}).front().path;
    Difference best;
    for (const double relative : precision.steps) {
        const double h = relative * std::max(std::fabs(x), 0.1);
        std::vector<double> points, f;
        for (std::size_t k = 0; k < kDifferenceRows; ++k)
            points.insert(points.end(), {x + std::ldexp(h, -static_cast<int>(k)), x - std::ldexp(h, -static_cast<int>(k))});
        bool same = true;
        for (const SamplePoint& point : runs.at(points)) {
            same = same && point.path == path;
            f.push_back(point.values[0]);
        }
        if (!same) continue;
        const Difference d = ridders(f, h, precision.relative);
        if (d.error < best.error) best = d;
    }
    return best;
}

Verdict verdictOf(double gradient, const Difference& d, bool single) {
    const Precision& precision = precisionOf(single);
    if (!std::isfinite(gradient) || !std::isfinite(d.value)) return Verdict::NoVerdict;
    if (d.error > precision.trust * std::fabs(d.value) + precision.slack) return Verdict::NoVerdict;
    const double scale = std::max(std::fabs(gradient), std::fabs(d.value));
    const double tolerance = (single ? 1e-3 : 1e-6) * scale + 20 * d.error + (single ? 1e-5 : 1e-8);
    return std::fabs(gradient - d.value) <= tolerance ? Verdict::Agrees : Verdict::Differs;
}

}  // namespace

ProgramCheck checkProgram(const Source& source, const ParsedProgram& parsed, const ProgramOptions& options,
                          std::optional<std::size_t> call) {
    ProgramSampleRequest request;
    request.call = call;
    ProgramRuns runs(source, parsed, options, request, {});
    ProgramCheck out;
    out.refusal = runs.begin();
    if (out.refusal != SampleRefusal::None) return out;
    out.function = runs.function();
    const ProgramRun& first = runs.first();
    const Tensor root = first.recording.tape.value(first.recording.log.sweeps[SweepId(runs.call())].root);
    for (const ReportedLeaf& leaf : first.report.leaves) {
        const std::optional<Tensor> gradient = leaf.key.valid() ? runs.gradientOf(first, leaf) : std::nullopt;
        if (!gradient) continue;
        const auto count = static_cast<std::size_t>(leaf.value.size());
        const std::size_t checked = std::min({count, kMostOfLeaf, kMostNumbers - std::min(kMostNumbers, out.leaves.size())});
        out.left += count - checked;
        for (std::size_t i = 0; i < checked; ++i) {
            runs.setLeaf(leaf, i);
            const bool single = isSingle(leaf.value, root);
            const Difference d = differenceOf(runs, leaf.value.at(static_cast<std::int64_t>(i)), single);
            const double own = gradient->at(static_cast<std::int64_t>(i));
            out.leaves.push_back({runs.variable(), own, d.value, d.error, verdictOf(own, d, single)});
        }
    }
    return out;
}

}  // namespace backstep
