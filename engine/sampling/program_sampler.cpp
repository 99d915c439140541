// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sampling/program_sampler.h"

#include <algorithm>
#include <cmath>

#include "engine/sampling/program_runs.h"
#include "engine/sampling/sampler.h"

namespace backstep {
namespace {

void setPoint(ProgramCurve& curve, double x, const SamplePoint& point) {
    curve.chart.at = x;
    curve.chart.value = point.values[0];
    curve.chart.slope = point.values.size() > 1 ? point.values[1] : std::nan("");
    curve.chart.hasPoint = std::isfinite(point.values[0]);
    curve.path.reset();
    for (const PathBand& band : curve.bands) {
        if (x >= band.from && x <= band.to) curve.path = band.path;
    }
}

}  // namespace

std::optional<ProgramCurve> sampleProgram(const Source& source, const ParsedProgram& parsed, const ProgramOptions& options,
                                          const ProgramSampleRequest& request, const std::stop_token& stop) {
    ProgramRuns runs(source, parsed, options, request, stop);
    ProgramCurve out;
    out.refusal = runs.begin();
    if (stop.stop_requested()) return std::nullopt;
    if (out.refusal != SampleRefusal::None) return out;
    if (runs.affordable() == 0) {
        out.refusal = SampleRefusal::TooLong;
        return out;
    }
    out.leaf = runs.leaf();
    out.element = runs.element();
    out.call = runs.call();
    runs.losePatience();
    SampleRequest curve;
    curve.variable = runs.variable();
    curve.from = request.from;
    curve.to = request.to;
    curve.order = request.order;
    curve.refine = request.refine;
    const auto most = static_cast<int>(runs.affordable());
    runs.setMost(static_cast<std::size_t>(std::min(2 * request.samples, most)));
    curve.samples = std::clamp(most / 2, 12, request.samples);
    std::optional<Chart> chart = sample(runs, curve, stop);
    if (!chart || stop.stop_requested()) return std::nullopt;
    out.chart = std::move(*chart);
    if (!request.refine)
        std::erase_if(out.chart.gaps, [](const Gap& gap) { return gap.from == gap.to; });  // nobody knows yet where they are
    runs.findBands(request.from, request.to, out);
    if (stop.stop_requested()) return std::nullopt;
    setPoint(out, runs.present(), runs.at({runs.present()}).front());
    out.runs = runs.runs();
    return out;
}

bool movePoint(ProgramCurve& curve, const Source& source, const ParsedProgram& parsed, const ProgramOptions& options, double x) {
    ProgramSampleRequest request;
    request.leaf = curve.leaf;
    request.element = curve.element;
    request.call = curve.call;
    ProgramRuns runs(source, parsed, options, request, {});
    if (runs.begin() != SampleRefusal::None) return false;
    setPoint(curve, x, runs.at({x}).front());
    return true;
}

ProgramValues programValuesAt(const Source& source, const ParsedProgram& parsed, const ProgramOptions& options,
                              const ProgramSampleRequest& request, const std::vector<double>& x) {
    ProgramRuns runs(source, parsed, options, request, {});
    ProgramValues out;
    out.refusal = runs.begin();
    if (out.refusal != SampleRefusal::None) return out;
    out.values.resize(static_cast<std::size_t>(request.order) + 1);
    for (const SamplePoint& point : runs.at(x)) {
        for (std::size_t k = 0; k < out.values.size(); ++k) out.values[k].push_back(point.values[k]);
    }
    return out;
}

}  // namespace backstep
