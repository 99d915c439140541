// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sampling/differences.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "engine/sampling/sampler.h"

namespace backstep {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr int kPerDecade = 8;
constexpr int kDecades = 16;  // from 1 down to 1e-16

Sampled formulaFunction(const Source& source, const Ast& ast, const FormulaInputs& inputs, const std::string& variable) {
    return [&source, &ast, &inputs, variable](const std::vector<double>& x) { return valuesAt(source, ast, inputs, variable, x, 0)[0]; };
}

}  // namespace

Sampled programFunction(const Source& source, const ParsedProgram& parsed, ProgramOptions options, ProgramSampleRequest request,
                        std::stop_token stop) {
    request.order = 0;
    return [&source, &parsed, options = std::move(options), request, stop = std::move(stop)](const std::vector<double>& x) {
        constexpr std::size_t kAtOnce = 16;  // between two looks at whether anybody still waits
        std::vector<double> out;
        for (std::size_t from = 0; from < x.size(); from += kAtOnce) {
            if (stop.stop_requested()) return std::vector<double>();
            const std::vector<double> some(x.begin() + static_cast<std::ptrdiff_t>(from),
                                           x.begin() + static_cast<std::ptrdiff_t>(std::min(from + kAtOnce, x.size())));
            const ProgramValues values = programValuesAt(source, parsed, options, request, some);
            if (values.refusal != SampleRefusal::None) out.resize(out.size() + some.size(), kNaN);
            else out.insert(out.end(), values.values[0].begin(), values.values[0].end());
        }
        return out;
    };
}

std::optional<std::vector<double>> quotients(const Sampled& function, const std::vector<double>& x, double h, Quotient kind) {
    std::vector<double> places;
    for (const double at : x) {
        places.push_back(kind == Quotient::Central ? at - h : at);
        places.push_back(at + h);
    }
    const std::vector<double> f = function(places);
    if (f.size() != places.size()) return std::nullopt;
    std::vector<double> out;
    // What is written is divided by what is written: h, not the distance that rounding made of it.
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double quotient = (f[2 * i + 1] - f[2 * i]) / (kind == Quotient::Central ? 2 * h : h);
        out.push_back(std::isfinite(quotient) ? quotient : kNaN);
    }
    return out;
}

std::optional<DifferenceErrors> differenceErrors(const Sampled& f, double slope, double x, int perDecade) {
    DifferenceErrors out;
    out.slope = slope;
    for (int i = 0; i <= kDecades * perDecade; ++i) out.h.push_back(std::pow(10.0, -static_cast<double>(i) / perDecade));
    std::vector<double> places{x};
    for (const double h : out.h) places.insert(places.end(), {x + h, x - h});
    const std::vector<double> values = f(places);
    if (values.size() != places.size()) return std::nullopt;
    double leastForward = std::numeric_limits<double>::infinity(), leastCentral = leastForward;
    const auto error = [&](double quotient, double h, double& least, double& best) {
        const double off = std::fabs(quotient - slope);
        if (!(off > 0) || !std::isfinite(off)) return kNaN;
        if (off < least) least = off, best = h;
        return off;
    };
    for (std::size_t i = 0; i < out.h.size(); ++i) {
        const double h = out.h[i], above = values[2 * i + 1], below = values[2 * i + 2];
        out.forward.push_back(error((above - values[0]) / h, h, leastForward, out.bestForward));
        out.central.push_back(error((above - below) / (2 * h), h, leastCentral, out.bestCentral));
    }
    return out;
}

std::vector<double> quotients(const Source& source, const Ast& ast, const FormulaInputs& inputs, const std::string& variable,
                              const std::vector<double>& x, double h, Quotient kind) {
    return *quotients(formulaFunction(source, ast, inputs, variable), x, h, kind);
}

DifferenceErrors differenceErrors(const Source& source, const Ast& ast, const FormulaInputs& inputs, const std::string& variable,
                                  double x) {
    return *differenceErrors(formulaFunction(source, ast, inputs, variable), valuesAt(source, ast, inputs, variable, {x}, 1)[1][0], x,
                             kPerDecade);
}

}  // namespace backstep
