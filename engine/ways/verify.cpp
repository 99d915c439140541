// SPDX-License-Identifier: GPL-3.0-or-later
// Three answers that share little: what the sweep of the program left in .grad; tangents pushed through the tape; differences of
// values. The latter two count in double precision, so that float32 hides nothing and blames nobody.
#include "engine/ways/verify.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <limits>

#include "engine/ways/jacobian.h"
#include "engine/ways/retake.h"

namespace backstep {
namespace {

constexpr std::size_t kMostEdges = 4000;
constexpr double kMostWork = 600'000;      // values computed for differences, large ones counted for more
constexpr std::int64_t kMostSteps = 5000;  // of a program that is run again and again
constexpr std::int64_t kEveryElement = 6;
constexpr std::size_t kMostReruns = 160;
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

double dot(const Tensor& a, const Tensor& b) {
    double sum = 0;
    for (std::int64_t i = 0; i < a.size(); ++i) sum += a.at(i) * b.at(i);
    return sum;
}
Tensor scaled(const Tensor& a, double by) {
    std::vector<double> values(a.numbers().begin(), a.numbers().end());
    for (double& x : values) x *= by;
    return a.isScalar() ? Tensor(values[0]) : Tensor(a.shape(), std::move(values));
}
double largest(const Tensor& a) {
    double most = 0;
    for (const double x : a.numbers()) most = std::max(most, std::fabs(x));
    return most;
}

class Checker {
public:
    Checker(const Recording& recording, SweepId sweep, const CheckedRun& run, const std::stop_token& stop)
        : r_(recording),
          sweep_(sweep),
          run_(run),
          stop_(stop),
          replay_(recording),
          reach_(reachOf(recording, replay_, recording.log.sweeps[sweep].root)) {}

    std::vector<WayCheck> all() {
        if (reach_.edges.size() > kMostEdges || reach_.values.empty() || hasSeveralRoots()) return {};
        seed_ = r_.log.sweeps[sweep_].seed.cast(DType::Float64);
        for (std::size_t i = 0; i <= reach_.root.index(); ++i) {
            const double size = static_cast<double>(r_.tape.value(NodeId(i)).size());
            workOnce_ += 1 + size / (isElementwise(r_.tape.op(NodeId(i))) ? 16 : 2);
        }
        const Retake retake(r_, reach_.root, reach_.inside);
        const Recording wide = retake.faithful() ? retake.inDouble() : Recording();
        const Recording& used = retake.faithful() ? wide : r_;
        Replay replay(used);
        const Reach reach = reachOf(used, replay, reach_.root);
        std::vector<WayCheck> checks;
        for (const NodeId leaf : reach_.leaves) {
            const MaybeTensor gradient = gradientOf(leaf);
            if (!gradient || stop_.stop_requested()) continue;
            const Tensor value = used.tape.value(leaf);
            const bool each = value.size() <= kEveryElement;
            for (std::int64_t i = 0; i < (each ? value.size() : 1); ++i) {
                const Tensor direction = each ? oneHot(Tensor::filled(value.shape(), 0, DType::Float64), i) : slanted(value);
                checks.push_back(along(leaf, *gradient, direction, replay, reach, retake, largest(value)));
                checks.back().along = each ? WayCheck::Along::Element : WayCheck::Along::Direction;
                if (each) checks.back().place = placeText(value.shape(), i);
            }
        }
        return checks;
    }

private:
    const Recording& r_;
    SweepId sweep_;
    const CheckedRun& run_;
    const std::stop_token& stop_;
    Replay replay_;
    Reach reach_;
    Tensor seed_;
    double work_ = 0, workOnce_ = 0;
    std::size_t reruns_ = 0;
    double scale_ = 0;  // of what arrived at the leaf

    // Then what arrived is not of this root alone.
    [[nodiscard]] bool hasSeveralRoots() const {
        return std::any_of(r_.backwardCalls.begin(), r_.backwardCalls.end(), [&](const BackwardCall& call) {
            return call.roots.size() > 1 &&
                   std::find(call.roots.begin(), call.roots.end(), replay_.operationOf(reach_.root)) != call.roots.end();
        });
    }

    // What this sweep brought, whatever way it took.
    MaybeTensor gradientOf(NodeId leaf) {
        MaybeTensor sum;
        scale_ = 0;
        for (const Contribution& c : r_.log.contributions) {
            if (c.sweep != sweep_ || replay_.valueOf(c.to) != leaf) continue;
            sum = c.after;
            scale_ = std::max(scale_, largest(c.amount));
        }
        for (const Accumulation& a : r_.log.accumulations) {
            if (a.sweep == sweep_ && replay_.valueOf(a.leaf) == leaf) sum = a.amount;
        }
        return sum;
    }

    // Some direction in which no two elements count alike.
    static Tensor slanted(const Tensor& like) {
        std::vector<double> values(static_cast<std::size_t>(like.size()));
        for (std::size_t i = 0; i < values.size(); ++i) values[i] = std::sin(1.0 + 2.0 * static_cast<double>(i));
        return {like.shape(), std::move(values)};
    }

    WayCheck along(NodeId leaf, const Tensor& gradient, const Tensor& direction, Replay& replay, const Reach& reach, const Retake& retake,
                   double size) {
        WayCheck out;
        out.sweep = sweep_;
        out.leaf = leaf;
        GradientCheck& check = out.check;
        check.input = r_.tape.nameOf(leaf);
        const bool fits = gradient.size() == direction.size();
        check.reverse = fits ? dot(gradient, direction) : kNone;
        check.forward = pushed(leaf, direction, replay, reach);
        out.refused = replay.refused();
        const bool single = gradient.dtype() != DType::Float64;
        check.forwardVerdict = std::isnan(check.forward) && !std::isnan(check.reverse) ? Verdict::NoVerdict
                                                                                       : compared(check.reverse, check.forward, single, 0);
        const double step = std::max(size, 0.1);
        Difference d;
        if (retake.faithful()) {
            d = differenceOf(step, [&](double t) -> std::optional<double> {
                work_ += workOnce_;
                if (work_ > kMostWork || stop_.stop_requested()) return std::nullopt;
                const auto moved = retake.moved(leaf, scaled(direction, t));
                return moved ? std::optional(dot(seed_, *moved)) : std::nullopt;
            });
        } else {
            out.source = WayCheck::Source::Program;
            d = rerun(leaf, direction, step);
        }
        check.difference = d.value;
        check.differenceError = d.error;
        const bool trusted = out.source == WayCheck::Source::Tape ? isTrusted(d) : d.error <= 0.02 * std::fabs(d.value) + 1e-4;
        check.differenceVerdict =
            trusted && std::isfinite(check.reverse) ? compared(check.reverse, d.value, single, 20 * d.error) : Verdict::NoVerdict;
        return out;
    }

    double pushed(NodeId leaf, const Tensor& direction, Replay& replay, const Reach& reach) const {
        if (replay.refused().valid() || !reach.contains(leaf)) return kNone;
        const Swept swept = pushForward(replay, reach, leaf, direction);
        if (replay.refused().valid()) return kNone;
        const MaybeTensor& out = swept.known[reach.root];
        return out ? dot(seed_, *out) : 0;
    }

    // A gradient that was counted in float32 is no closer than that.
    [[nodiscard]] Verdict compared(double reverse, double other, bool single, double more) const {
        if (reverse == other || (std::isnan(reverse) && std::isnan(other))) return Verdict::Agrees;
        if (!std::isfinite(reverse) || !std::isfinite(other)) return Verdict::NoVerdict;
        const double size = std::max(std::fabs(reverse), std::fabs(other));
        const double tolerance = single ? 5e-4 * size + 2e-5 * scale_ + 1e-6 : 1e-6 * size + 1e-9 * scale_ + 1e-10;
        return std::fabs(reverse - other) <= tolerance + more ? Verdict::Agrees : Verdict::Differs;
    }

    // Central differences with a long and a short first step. Where the slopes to the left and to the right are two, neither is
    // a derivative: no verdict.
    template <class F>
    Difference differenceOf(double size, F&& f) const {
        const auto at0 = f(0.0);
        if (!at0) return {};
        const double tiny = 1e-6 * size;
        const auto right = f(tiny), left = f(-tiny);
        if (!right || !left) return {};
        const double up = (*right - *at0) / tiny, down = (*at0 - *left) / tiny;
        const double rounding = 1e-15 * std::max(std::fabs(*at0), std::fabs(*right)) / tiny;
        if (!(std::fabs(up - down) <= 1e-3 * (std::fabs(up) + std::fabs(down)) + 1e-4 + 10 * rounding)) return {};
        Difference best;
        for (const double relative : {0.05, 1e-3}) {
            std::vector<double> values;
            double h = relative * size;
            for (std::size_t k = 0; k < kDifferenceRows; ++k, h /= 2) {
                for (const double t : {h, -h}) {
                    const auto value = f(t);
                    if (!value) return {};
                    values.push_back(*value);
                }
            }
            const Difference d = ridders(values, relative * size);
            if (d.error < best.error) best = d;
        }
        return best;
    }

    // The program itself, with other numbers in the leaf. In float32 a few steps of some length are all there is to be had.
    Difference rerun(NodeId leaf, const Tensor& direction, double size) {
        const auto known = std::find_if(run_.report.leaves.begin(), run_.report.leaves.end(),
                                        [&](const ReportedLeaf& l) { return replay_.valueOf(l.node) == leaf; });
        if (known == run_.report.leaves.end() || !known->key.valid() || known->value.size() != direction.size()) return {};
        if (run_.report.steps > kMostSteps || workOnce_ * static_cast<double>(kMostReruns) > 20 * kMostWork) return {};
        // A leaf that the program changes itself is not what it was made as.
        const auto versions =
            std::count_if(r_.leaves.begin(), r_.leaves.end(), [&](const auto& version) { return version.second == leaf; });
        if (versions != 1) return {};
        std::atomic<bool> halted = false;
        const std::stop_callback onStop(stop_, [&] { halted = true; });
        const auto f = [&](double t) -> std::optional<double> {
            if (++reruns_ > kMostReruns || stop_.stop_requested()) return std::nullopt;
            std::vector<double> values(known->value.numbers().begin(), known->value.numbers().end());
            for (std::size_t i = 0; i < values.size(); ++i) values[i] += t * direction.at(static_cast<std::int64_t>(i));
            ProgramOptions options = run_.options;
            options.stop = &halted;
            std::erase_if(options.overrides, [&](const LeafOverride& other) { return other.key == known->key; });  // set by the reader
            options.overrides.push_back(
                {known->key, known->value.isScalar() ? Tensor(values[0]) : Tensor(known->value.shape(), std::move(values))});
            const ProgramRun other = runProgram(run_.source, run_.program, options);
            const Log& log = other.recording.log;
            if (other.report.path != run_.report.path || sweep_.index() >= log.sweeps.size() || !other.report.unmetOverrides.empty())
                return std::nullopt;
            const Tensor root = other.recording.tape.value(log.sweeps[sweep_].root);
            return root.size() == seed_.size() ? std::optional(dot(seed_, root)) : std::nullopt;
        };
        Difference best;
        double before = kNone;
        for (const double relative : {0.04, 0.02, 0.01}) {
            const double h = relative * size;
            const auto up = f(h), down = f(-h), up2 = f(h / 2), down2 = f(-h / 2);
            if (!up || !down || !up2 || !down2) return {};
            const double coarse = (*up - *down) / (2 * h), fine = (*up2 - *down2) / h;
            const double value = (4 * fine - coarse) / 3;
            const double rounding = 2.4e-7 * std::max(std::fabs(*up), std::fabs(*down)) / h;
            const double error = std::max({std::fabs(value - fine), std::isnan(before) ? 0 : std::fabs(value - before), rounding});
            if (error < best.error) best = {value, error};
            before = value;
        }
        return best;
    }
};

}  // namespace

std::vector<WayCheck> checkSweep(const Recording& recording, SweepId sweep, const CheckedRun& run, const std::stop_token& stop) {
    return Checker(recording, sweep, run, stop).all();
}

}  // namespace backstep
