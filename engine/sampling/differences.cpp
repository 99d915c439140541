// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sampling/differences.h"

#include <cmath>
#include <limits>

#include "engine/sampling/sampler.h"

namespace backstep {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr int kPerDecade = 8;
constexpr int kDecades = 16;  // from 1 down to 1e-16

}  // namespace

std::vector<double> quotients(const Source& source, const Ast& ast, const FormulaInputs& inputs, const std::string& variable, const std::vector<double>& x, double h,
                              Quotient kind) {
    std::vector<double> places;
    for (const double at : x) {
        places.push_back(kind == Quotient::Central ? at - h : at);
        places.push_back(at + h);
    }
    const std::vector<double> f = valuesAt(source, ast, inputs, variable, places, 0)[0];
    std::vector<double> out;
    // What is written is divided by what is written: h, not the distance that rounding made of it.
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double quotient = (f[2 * i + 1] - f[2 * i]) / (kind == Quotient::Central ? 2 * h : h);
        out.push_back(std::isfinite(quotient) ? quotient : kNaN);
    }
    return out;
}

DifferenceErrors differenceErrors(const Source& source, const Ast& ast, const FormulaInputs& inputs, const std::string& variable, double x) {
    DifferenceErrors out;
    out.slope = valuesAt(source, ast, inputs, variable, {x}, 1)[1][0];
    double leastForward = std::numeric_limits<double>::infinity(), leastCentral = leastForward;
    for (int i = 0; i <= kDecades * kPerDecade; ++i) {
        const double h = std::pow(10.0, -static_cast<double>(i) / kPerDecade);
        const auto error = [&](Quotient kind, double& least, double& best) {
            const double quotient = quotients(source, ast, inputs, variable, {x}, h, kind)[0];
            const double off = std::fabs(quotient - out.slope);
            if (!(off > 0) || !std::isfinite(off)) return kNaN;
            if (off < least) least = off, best = h;
            return off;
        };
        out.h.push_back(h);
        out.forward.push_back(error(Quotient::Forward, leastForward, out.bestForward));
        out.central.push_back(error(Quotient::Central, leastCentral, out.bestCentral));
    }
    return out;
}

}  // namespace backstep
