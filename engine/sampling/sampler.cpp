// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sampling/sampler.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>
#include <utility>

#include "engine/sampling/range_of_y.h"
#include "engine/sampling/tracks.h"

namespace backstep {
namespace {

constexpr double kPoleWidth = 1e-5;  // of the range: where bisection stops at a pole or a jump
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

std::vector<double> evenly(double from, double to, int n) {
    std::vector<double> x(static_cast<std::size_t>(n));
    for (int i = 0; i < n; ++i) x[static_cast<std::size_t>(i)] = i == n - 1 ? to : from + (to - from) * i / (n - 1);
    return x;
}

void setRange(Chart& chart, double low, double high) {
    if (high - low < 1e-9 * std::max(std::fabs(high), std::fabs(low)) || high == low) {
        const double half = high == 0 ? 1 : 0.5 * std::fabs(high);
        low -= half;
        high += half;
    }
    const double margin = 0.08 * (high - low);
    chart.yMin = low - margin;
    chart.yMax = high + margin;
}

class Sampler {
public:
    Sampler(PointSource& tracks, const SampleRequest& request, std::stop_token stop)
        : tracks_(tracks), request_(request), stop_(std::move(stop)) {}

    std::optional<Chart> run() {
        points_ = tracks_.at(evenly(request_.from, request_.to, request_.samples));
        if (stop_.stop_requested()) return std::nullopt;
        if (points_.empty() || points_.front().values.empty()) return std::nullopt;
        for (int round = 0; request_.refine && round < 14; ++round) {
            if (!refine(round)) break;
            if (stop_.stop_requested()) return std::nullopt;
        }
        return chart();
    }

private:
    PointSource& tracks_;
    const SampleRequest& request_;
    std::stop_token stop_;
    std::vector<SamplePoint> points_;

    // Puts points between neighbours where the curve bends by more than the eye forgives, or ends, or breaks.
    bool refine(int round) {
        const double scale = verticalScale();
        std::vector<double> more;
        for (std::size_t i = 0; i + 1 < points_.size(); ++i) {
            if (worth(i, scale, round)) more.push_back(0.5 * (points_[i].x + points_[i + 1].x));
        }
        const std::size_t room = tracks_.most() - std::min(points_.size(), tracks_.most());
        if (more.size() > room) more.resize(room);
        if (more.empty()) return false;
        std::vector<SamplePoint> added = tracks_.at(more);
        std::vector<SamplePoint> all;
        all.reserve(points_.size() + added.size());
        std::merge(std::make_move_iterator(points_.begin()), std::make_move_iterator(points_.end()), std::make_move_iterator(added.begin()),
                   std::make_move_iterator(added.end()), std::back_inserter(all),
                   [](const SamplePoint& a, const SamplePoint& b) { return a.x < b.x; });
        points_ = std::move(all);
        return true;
    }
    [[nodiscard]] double verticalScale() const {
        RangeOfY range = rangeOf(0);
        if (range.empty()) return 1;
        const auto [low, high] = range.trimmed(0.05);
        return high > low ? high - low : 1;
    }
    [[nodiscard]] bool worth(std::size_t i, double scale, int round) const {
        const SamplePoint& a = points_[i];
        const SamplePoint& b = points_[i + 1];
        const double width = (b.x - a.x) / (request_.to - request_.from);
        if (width < 1e-6) return false;
        const bool edge = std::isfinite(a.values[0]) != std::isfinite(b.values[0]);
        if (edge) return true;
        if (!std::isfinite(a.values[0])) return false;
        if (tracks_.between(a, b).value.valid() || touchedAfter(i).valid()) return width > kPoleWidth;
        if (round > 3 || request_.order < 1) return false;
        // The tangents at both ends meet off the chord by this much.
        const double bend = std::fabs((b.values[1] - a.values[1]) * (b.x - a.x)) / 8;
        return bend > scale / 1500 && std::fabs(a.values[0]) < 20 * scale;
    }

    Chart chart() {
        Chart out;
        out.function = tracks_.function();
        out.variable = request_.variable;
        out.xMin = request_.from;
        out.xMax = request_.to;
        for (int order = 0; order <= request_.order; ++order) out.curves.push_back(curve(order));
        vertical(out);
        gaps(out);
        return out;
    }

    // f rules the range; f' widens it, by its whole curve where that leaves a quarter of the height to f, else by its bulk.
    void vertical(Chart& out) {
        RangeOfY values = rangeOf(0);
        out.anyFinite = !values.empty();
        if (values.empty()) return;
        auto [low, high] = values.bulk(0.04);
        if (RangeOfY slopes = rangeOf(1); request_.order > 0 && !slopes.empty()) {
            const double height = high > low ? high - low : std::numeric_limits<double>::infinity();  // a constant leaves all room
            auto [least, most] = slopes.bulk(0.04);
            if (std::max(high, most) - std::min(low, least) > 4 * height) std::tie(least, most) = slopes.bulk(0.2);
            low = std::min(low, std::max(least, low - 1.5 * height));
            high = std::max(high, std::min(most, high + 1.5 * height));
        }
        setRange(out, low, high);
    }
    [[nodiscard]] RangeOfY rangeOf(std::size_t order) const {
        RangeOfY range;
        for (std::size_t i = 0; i + 1 < points_.size(); ++i) {
            const SamplePoint& p = points_[i];
            if (order < p.values.size() && std::isfinite(p.values[0])) range.add(p.values[order], points_[i + 1].x - p.x);
        }
        return range;
    }

    Curve curve(int order) {
        Curve c;
        c.order = order;
        for (std::size_t i = 0; i < points_.size(); ++i) {
            const SamplePoint& p = points_[i];
            const double y = p.values[static_cast<std::size_t>(order)];
            const bool shown = std::isfinite(y) && std::isfinite(p.values[0]);
            if (i > 0 && breaksBefore(i, order)) {
                c.x.push_back(0.5 * (points_[i - 1].x + p.x));
                c.y.push_back(kNaN);
            }
            c.x.push_back(p.x);
            c.y.push_back(shown ? y : kNaN);
        }
        return c;
    }
    [[nodiscard]] bool breaksBefore(std::size_t i, int order) const {
        const BreakFlags flags = flagsBefore(i);
        return order == 0 ? flags.value.valid() : order == 1 ? flags.slope.valid() : flags.curvature.valid();
    }

    [[nodiscard]] BreakFlags flagsBefore(std::size_t i) const {
        BreakFlags flags = tracks_.between(points_[i - 1], points_[i]);
        if (flags.value.valid() || points_[i].x - points_[i - 1].x > 2 * kPoleWidth * (request_.to - request_.from)) return flags;
        if (const NodeId pole = touchedAfter(i - 1); pole.valid()) flags.value = flags.slope = flags.curvature = pole;
        return flags;
    }
    // The op whose pole lies between point i and the next without a change of sign.
    [[nodiscard]] NodeId touchedAfter(std::size_t i) const {
        return i == 0 || i + 2 >= points_.size() ? NodeId() : tracks_.touching(points_[i - 1], points_[i], points_[i + 1], points_[i + 2]);
    }

    // A gap is a pole or jump between two samples, or a stretch where f has no finite value.
    void gaps(Chart& out) {
        for (std::size_t i = 0; i < points_.size(); ++i) {
            const SamplePoint& p = points_[i];
            if (i > 0 && std::isfinite(p.values[0]) && std::isfinite(points_[i - 1].values[0])) {
                const NodeId cause = flagsBefore(i).value;
                if (cause.valid()) addGap(out, 0.5 * (points_[i - 1].x + p.x), 0.5 * (points_[i - 1].x + p.x), p.path, cause);
            }
            if (std::isfinite(p.values[0])) continue;
            std::size_t last = i;
            while (last + 1 < points_.size() && !std::isfinite(points_[last + 1].values[0])) ++last;
            if (p.undefined.valid()) addGap(out, p.x, points_[last].x, p.path, p.undefined);
            i = last;
        }
    }
    void addGap(Chart& out, double from, double to, std::size_t path, NodeId cause) {
        const double tiny = 2e-5 * (request_.to - request_.from);
        std::string text = tracks_.textOf(path, cause);
        if (to - from < tiny) {
            from = to = snapped(0.5 * (from + to), tiny);
            // Every op that has no finite value just there has a part in it: log(x^2), 1/x.
            if (const std::string all = tracks_.undefinedAt(from); !all.empty()) text = all;
        } else {
            // Along a stretch others may take over: log(x) below 0, sqrt(x - 3) up to 3.
            std::string all;
            for (const double x : {to, 0.5 * (from + to), from}) {
                const std::string here = tracks_.undefinedAt(x);
                if (here.find(all) != std::string::npos) all = here;
                else if (!here.empty() && all.find(here) == std::string::npos) all += ", " + here;
            }
            if (!all.empty()) text = all;
            from = from == points_.front().x ? from : snapped(from, tiny);
            to = to == points_.back().x ? to : snapped(to, tiny);
        }
        // A sample on the place of a jump sees it from both sides.
        if (!out.gaps.empty() && out.gaps.back().from == from && out.gaps.back().to == to) return;
        out.gaps.push_back({from, to, cause, std::move(text)});
    }
    // A pole that bisection closed in on lies at the roundest number within reach.
    [[nodiscard]] static double snapped(double x, double tiny) {
        const double unit = std::pow(10.0, std::ceil(std::log10(tiny)));
        const double round = std::nearbyint(x / unit) * unit;
        return std::fabs(round - x) <= tiny ? round + 0.0 : x;  // + 0.0: never −0
    }
};

}  // namespace

std::optional<Chart> sample(PointSource& paths, const SampleRequest& request, std::stop_token stop) {
    if (!(request.from < request.to) || request.samples < 2) return std::nullopt;
    return Sampler(paths, request, std::move(stop)).run();
}

namespace {

// The functions above the last line that have the plotted input as a parameter; the text up to such a line is a formula of its own.
void addCompanions(Chart& chart, const Source& source, const Ast& ast, const FormulaInputs& inputs, const SampleRequest& request,
                   const std::stop_token& stop) {
    constexpr std::size_t kMostCompanions = 6;
    for (std::size_t i = 0; i + 1 < ast.body.size() && chart.companions.size() < kMostCompanions; ++i) {
        const auto* function = std::get_if<FunctionStmt>(&ast.stmts[ast.body[i]].node);
        if (function == nullptr ||
            std::find(function->parameters.begin(), function->parameters.end(), request.variable) == function->parameters.end())
            continue;
        Ast until = ast;
        until.body.resize(i + 1);
        Tracks tracks(source, until, inputs, request.variable, request.order);
        std::optional<Chart> other = sample(tracks, request, stop);
        if (!other || !other->anyFinite) continue;
        chart.yMin = chart.anyFinite ? std::min(chart.yMin, other->yMin) : other->yMin;
        chart.yMax = chart.anyFinite ? std::max(chart.yMax, other->yMax) : other->yMax;
        chart.anyFinite = true;
        chart.companions.push_back({function->name, std::move(other->curves)});
    }
}

}  // namespace

std::optional<Chart> sampleFormula(const Source& source, const Ast& ast, const FormulaInputs& inputs, const SampleRequest& request,
                                   const std::stop_token& stop) {
    const std::vector<std::string> names = inputNames(ast);
    SampleRequest full = request;
    if (full.variable.empty() && !names.empty()) full.variable = names.front();
    Tracks tracks(source, ast, inputs, full.variable, full.order);
    std::optional<Chart> chart = sample(tracks, full, stop);
    if (chart) addCompanions(*chart, source, ast, inputs, full, stop);
    if (stop.stop_requested()) return std::nullopt;
    return chart;
}

std::vector<std::vector<double>> valuesAt(const Source& source, const Ast& ast, const FormulaInputs& inputs, const std::string& variable,
                                          const std::vector<double>& x, int order) {
    Tracks tracks(source, ast, inputs, variable, order);
    std::vector<std::vector<double>> values(static_cast<std::size_t>(order) + 1);
    for (const SamplePoint& p : tracks.at(x)) {
        for (std::size_t k = 0; k < values.size(); ++k) values[k].push_back(k < p.values.size() ? p.values[k] : kNaN);
    }
    return values;
}

}  // namespace backstep
