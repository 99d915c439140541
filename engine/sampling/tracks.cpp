// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sampling/tracks.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "engine/autodiff/sweep.h"

namespace backstep {
namespace {

bool passesZero(double a, double b) { return (a < 0) != (b < 0) || a == 0 || b == 0; }
bool crosses(double a, double b) { return (a < 0 && b > 0) || (a > 0 && b < 0); }
bool meets(double a, double b) { return crosses(a, b) || (a == 0) != (b == 0); }  // a sample may fall on the pole itself
bool wholeBetween(double a, double b) { return std::floor(a) != std::floor(b); }

// The op between two points: 0 no break, 1 in f, 2 in f′, 3 in f″. p and q are (a, b, c, y) at the two points.
int breakOrder(Breaks breaks, const double* p, const double* q) {
    using enum Breaks;
    constexpr double kPi = std::numbers::pi;
    switch (breaks) {
        case Smooth: return 0;
        case PoleA: return meets(p[0], q[0]) ? 1 : 0;
        case PoleB: return meets(p[1], q[1]) ? 1 : 0;
        case PowerPole: return p[1] < 0 ? (meets(p[0], q[0]) ? 1 : 0) : crosses(p[0], q[0]) && p[1] < 1 && p[1] > 0 ? 2 : 0;
        case SteepA:
        case KinkA: return crosses(p[0], q[0]) ? 2 : 0;
        case CurvedA: return crosses(p[0], q[0]) ? 3 : 0;
        case KinkAB: return crosses(p[0] - p[1], q[0] - q[1]) ? 2 : 0;
        case KinkClamp: return crosses(p[0] - p[1], q[0] - q[1]) || crosses(p[0] - p[2], q[0] - q[2]) ? 2 : 0;
        case JumpA: return passesZero(p[0], q[0]) && p[3] != q[3] ? 1 : 0;
        case JumpY: return p[3] != q[3] ? 1 : 0;
        case JumpOfA: return p[0] != q[0] ? 1 : 0;
        case JumpOfB: return p[1] != q[1] ? 1 : 0;
        case JumpB: return crosses(p[1], q[1]) ? 1 : 0;
        case JumpBC: return crosses(p[1] - p[2], q[1] - q[2]) ? 1 : 0;
        case StepsOfA: return wholeBetween(p[0], q[0]) ? 1 : 0;
        case StepsOfQuotient: return wholeBetween(p[0] / p[1], q[0] / q[1]) ? 1 : 0;
        case PolesOfTan: return wholeBetween(p[0] / kPi + 0.5, q[0] / kPi + 0.5) ? 1 : 0;
        case PolesOfCot: return wholeBetween(p[0] / kPi, q[0] / kPi) ? 1 : 0;
        case PolesOfGamma: return std::min(p[0], q[0]) < 0 && wholeBetween(p[0], q[0]) ? 1 : 0;
        case PolesOfGammaB: return std::min(p[1], q[1]) < 0 && wholeBetween(p[1], q[1]) ? 1 : 0;
        case CutOfAtan2: return crosses(p[0], q[0]) && p[1] < 0 ? 1 : 0;
    }
    return 0;
}

// The operand whose zero is a pole of the op; -1 where it has none.
int poleOperand(Breaks breaks, const double* p) {
    if (breaks == Breaks::PoleA || (breaks == Breaks::PowerPole && p[1] < 0)) return 0;
    return breaks == Breaks::PoleB ? 1 : -1;
}

// A condition that a sum or a product takes as the number 1 or 0 is a step; one that only chooses is not.
bool isStep(const Recording& r, NodeId condition) {
    if (condition == r.output) return true;
    for (std::size_t i = condition.index() + 1; i < r.tape.size(); ++i) {
        const NodeId user(i);
        const auto operands = r.tape.operands(user);
        const std::size_t first = r.tape.op(user) == Op::Where ? 1 : 0;
        if (!isCondition(r.tape.op(user)) && operands.size() > first &&
            std::find(operands.begin() + static_cast<std::ptrdiff_t>(first), operands.end(), condition) != operands.end())
            return true;
    }
    return false;
}

NodeId inputNamed(const Recording& recording, const std::string& name) {
    for (const NodeId id : recording.inputs) {
        if (recording.tape.nameOf(id) == name) return id;
    }
    return {};
}

}  // namespace

Tracks::Tracks(const Source& source, const Ast& ast, FormulaInputs inputs, std::string variable, int order)
    : source_(source), ast_(ast), inputs_(std::move(inputs)), variable_(std::move(variable)), order_(order) {}

std::size_t Tracks::trace(double x) {
    FormulaInputs inputs = inputs_;
    inputs.values[variable_] = x;
    Track track{runFormula(source_, ast_, inputs), {}, {}, nullptr};
    Recording& r = track.recording;
    if (!r.output.valid()) return tracks_.size();
    function_ = r.function;
    const std::size_t forward = r.tape.size();
    const NodeId input = inputNamed(r, variable_);
    NodeId at = r.output;
    track.wanted.push_back(at);
    for (int k = 1; k <= order_; ++k) {
        at = at.valid() && input.valid() ? recordGradient(r.tape, at, {input}, static_cast<std::uint8_t>(k)).front() : NodeId();
        track.wanted.push_back(at);
    }
    std::vector<NodeId> needed = track.wanted;
    for (const Branch& branch : r.log.branches) needed.push_back(branch.condition);
    track.plan = std::make_unique<Plan>(r.tape, input, needed);
    for (const NodeId id : track.plan->nodes()) {
        if (id.index() >= forward || infoOf(r.tape.op(id)).breaks == Breaks::Smooth) continue;
        if (!isCondition(r.tape.op(id)) || isStep(r, id)) track.breakers.push_back(id);
    }
    tracks_.push_back(std::move(track));
    return tracks_.size() - 1;
}

bool Tracks::holds(const Track& track, std::size_t row) const {
    return std::all_of(track.recording.log.branches.begin(), track.recording.log.branches.end(), [&](const Branch& branch) {
        const double* condition = track.plan->column(branch.condition);
        const bool taken = condition[row] != 0 && !std::isnan(condition[row]);
        return taken == branch.taken;
    });
}

SamplePoint Tracks::pointOf(const Track& track, std::size_t path, double x, std::size_t row) const {
    SamplePoint point{x, {}, path, {}, {}};
    for (const NodeId id : track.wanted) point.values.push_back(id.valid() ? track.plan->column(id)[row] : 0.0);
    for (const NodeId id : track.breakers) {
        const auto operands = track.recording.tape.operands(id);
        for (std::size_t k = 0; k < 3; ++k) point.operands.push_back(k < operands.size() ? track.plan->column(operands[k])[row] : 0.0);
        point.operands.push_back(track.plan->column(id)[row]);
    }
    if (std::isfinite(point.values[0])) return point;
    for (const NodeId id : track.plan->nodes()) {
        if (std::isfinite(track.plan->column(id)[row])) continue;
        point.undefined = id;
        break;
    }
    return point;
}

void Tracks::replay(std::size_t path, const std::vector<double>& x, std::vector<std::size_t>& open, std::vector<SamplePoint>& out) {
    Track& track = tracks_[path];
    std::vector<std::size_t> left;
    std::array<double, Plan::kBlock> block{};
    for (std::size_t begin = 0; begin < open.size(); begin += Plan::kBlock) {
        const std::size_t n = std::min(Plan::kBlock, open.size() - begin);
        for (std::size_t i = 0; i < n; ++i) block[i] = x[open[begin + i]];
        track.plan->run(block.data(), n);
        for (std::size_t i = 0; i < n; ++i) {
            if (holds(track, i)) out[open[begin + i]] = pointOf(track, path, block[i], i);
            else left.push_back(open[begin + i]);
        }
    }
    open = std::move(left);
}

std::vector<SamplePoint> Tracks::at(const std::vector<double>& x) {
    std::vector<SamplePoint> out(x.size());
    std::vector<std::size_t> open(x.size());
    for (std::size_t i = 0; i < x.size(); ++i) open[i] = i;
    for (std::size_t path = 0; path < tracks_.size() && !open.empty(); ++path) replay(path, x, open, out);
    while (!open.empty()) {
        const std::size_t path = trace(x[open.front()]);
        if (path == tracks_.size()) break;
        const std::size_t before = open.size();
        replay(path, x, open, out);
        if (open.size() == before) break;  // a path whose own point does not follow it: nothing more to gain
    }
    return out;
}

BreakFlags betweenPaths(const SamplePoint& a, const SamplePoint& b, NodeId cause) {
    BreakFlags flags;
    const double gap = std::fabs(a.values[0] - b.values[0]);
    const double slope = a.values.size() > 1 ? std::fabs(a.values[1]) + std::fabs(b.values[1]) : 0;
    if (gap > 4 * slope * std::fabs(b.x - a.x) + 1e-9 * (std::fabs(a.values[0]) + 1)) flags.value = cause;
    flags.slope = flags.curvature = cause;
    return flags;
}

BreakFlags Tracks::between(const SamplePoint& a, const SamplePoint& b) const {
    if (a.path != b.path) return betweenPaths(a, b, tracks_[b.path].recording.output);
    BreakFlags flags;
    const Track& track = tracks_[a.path];
    for (std::size_t i = 0; i < track.breakers.size(); ++i) {
        const NodeId id = track.breakers[i];
        const int order = breakOrder(infoOf(track.recording.tape.op(id)).breaks, &a.operands[4 * i], &b.operands[4 * i]);
        if (order == 1 && !flags.value.valid()) flags.value = id;
        if ((order == 1 || order == 2) && !flags.slope.valid()) flags.slope = id;
        if (order > 0 && !flags.curvature.valid()) flags.curvature = id;
    }
    return flags;
}

NodeId Tracks::touching(const SamplePoint& a, const SamplePoint& b, const SamplePoint& c, const SamplePoint& d) const {
    if (a.path != b.path || b.path != c.path || c.path != d.path) return {};
    const Track& track = tracks_[a.path];
    for (std::size_t i = 0; i < track.breakers.size(); ++i) {
        const int k = poleOperand(infoOf(track.recording.tape.op(track.breakers[i])).breaks, &b.operands[4 * i]);
        if (k < 0) continue;
        const std::size_t at = 4 * i + static_cast<std::size_t>(k);
        const double sign = b.operands[at] < 0 ? -1 : 1;
        const double left = sign * a.operands[at], low = sign * b.operands[at], lower = sign * c.operands[at],
                     right = sign * d.operands[at];
        if (!(low > 0 && lower > 0 && left >= low && right >= lower)) continue;
        // Where the operand only comes near 0, its least value soon outweighs how much it falls towards it.
        if (low + lower <= 0.6 * (left - low + right - lower)) return track.breakers[i];
    }
    return {};
}

std::string Tracks::undefinedAt(double x) {
    FormulaInputs inputs = inputs_;
    inputs.values[variable_] = x;
    const Recording r = runFormula(source_, ast_, inputs);
    std::string all;
    for (std::size_t i = 0; i < r.tape.size(); ++i) {
        const NodeId id(i);
        const auto operands = r.tape.operands(id);
        const bool born = !operands.empty() && !std::isfinite(r.tape.scalar(id)) &&
                          std::all_of(operands.begin(), operands.end(), [&](NodeId o) { return std::isfinite(r.tape.scalar(o)); });
        if (born) all += (all.empty() ? "" : ", ") + std::string(source_.slice(r.tape.origin(id).span));
    }
    return all;
}

std::string Tracks::textOf(std::size_t path, NodeId node) const {
    return std::string(source_.slice(tracks_[path].recording.tape.origin(node).span));
}

}  // namespace backstep
