// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagram/figureaxis.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/diagram/ticks.h"

namespace backstep {
namespace {

constexpr double kMargin = 0.05;  // on both sides of the data

// What the data take, along one axis.
class Extent {
public:
    explicit Extent(bool log) : log_(log) {}
    void add(double v) {
        if (!std::isfinite(v) || (log_ && v <= 0)) return;
        lo_ = std::min(lo_, v);
        hi_ = std::max(hi_, v);
    }
    void add(const std::vector<double>& values) {
        for (const double v : values) add(v);
    }
    void keep(double v) { kept_.push_back(v); }  // no margin beyond this one: the foot of a bar

    FigureAxis axis() const {
        FigureAxis axis;
        axis.log = log_;
        if (lo_ > hi_) {
            axis.lo = log_ ? 0.1 : 0;
            axis.hi = log_ ? 10 : 1;
            return axis;
        }
        double lo = log_ ? std::log10(lo_) : lo_, hi = log_ ? std::log10(hi_) : hi_;
        if (lo == hi) {
            const double aside = lo == 0 ? 0.05 : std::abs(lo) * 0.05;
            lo -= aside;
            hi += aside;
        } else {
            const double aside = (hi - lo) * kMargin;
            if (!isKept(lo_)) lo -= aside;
            if (!isKept(hi_)) hi += aside;
        }
        axis.lo = log_ ? std::pow(10, lo) : lo;
        axis.hi = log_ ? std::pow(10, hi) : hi;
        return axis;
    }

private:
    bool log_;
    double lo_ = std::numeric_limits<double>::infinity(), hi_ = -std::numeric_limits<double>::infinity();
    std::vector<double> kept_;
    bool isKept(double v) const { return std::find(kept_.begin(), kept_.end(), v) != kept_.end(); }
};

void set(FigureAxis& axis, const std::optional<std::pair<double, double>>& limits) {
    if (!limits || (axis.log && (limits->first <= 0 || limits->second <= 0))) return;
    axis.lo = limits->first;
    axis.hi = limits->second;
}

std::string powerOfTen(int exponent) {
    constexpr const char* kDigits[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string out = "10";
    if (exponent < 0) out += "⁻";
    for (const char c : std::to_string(std::abs(exponent))) out += kDigits[c - '0'];
    return out;
}

}  // namespace

bool FigureAxis::has(double value) const { return std::isfinite(value) && (!log || value > 0); }

double FigureAxis::share(double value) const {
    if (log) return (std::log10(value) - std::log10(lo)) / (std::log10(hi) - std::log10(lo));
    return (value - lo) / (hi - lo);
}

std::vector<FigureTick> FigureAxis::ticks(int about) const {
    const double low = std::min(lo, hi), high = std::max(lo, hi);
    std::vector<FigureTick> ticks;
    if (log && std::log10(high / low) >= 1.5) {
        const int first = static_cast<int>(std::ceil(std::log10(low) - 1e-9)), last = static_cast<int>(std::floor(std::log10(high) + 1e-9));
        const int each = std::max(1, (last - first + about) / std::max(1, about));
        for (int e = first; e <= last; e += each) ticks.push_back({std::pow(10.0, e), powerOfTen(e)});
        return ticks;
    }
    const std::vector<double> at = niceTicks(low, high, about);
    const std::vector<std::string> labels = tickLabels(at);
    for (std::size_t i = 0; i < at.size(); ++i) {
        if (has(at[i])) ticks.push_back({at[i], labels[i]});
    }
    return ticks;
}

std::pair<FigureAxis, FigureAxis> axesOf(const FigureAxes& axes) {
    Extent x(axes.xLog), y(axes.yLog);
    for (const FigureLine& line : axes.lines) {
        if (line.slope) continue;
        if (line.along != "y") x.add(line.x);
        if (line.along != "x") y.add(line.y);
    }
    for (const FigurePoints& p : axes.points) x.add(p.x), y.add(p.y);
    const bool standing =
        std::all_of(axes.bars.begin(), axes.bars.end(), [&](const FigureBar& b) { return b.foot == axes.bars.front().foot; });
    for (const FigureBar& bar : axes.bars) {
        x.add(bar.x), x.add(bar.x + bar.width);
        y.add(bar.foot), y.add(bar.foot + bar.height);
        standing ? y.keep(bar.foot) : x.keep(bar.x);
    }
    for (const FigureBand& band : axes.bands) x.add(band.x), y.add(band.low), y.add(band.high);
    for (const FigureSpan& span : axes.spans) (span.vertical ? x : y).add({span.from, span.to});
    for (const FigureSegments& s : axes.segments) {
        (s.vertical ? x : y).add(s.at);
        (s.vertical ? y : x).add(s.from);
        (s.vertical ? y : x).add(s.to);
    }
    std::pair<FigureAxis, FigureAxis> both{x.axis(), y.axis()};
    set(both.first, axes.xLimits);
    set(both.second, axes.yLimits);
    return both;
}

}  // namespace backstep
