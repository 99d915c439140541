// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/timeline/hunting.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

#include "engine/autodiff/sweep.h"
#include "engine/timeline/terms.h"

namespace backstep {
namespace {

using Cause = Reason::Cause;

// Operand `k` of a node as it meets element `i` of the result.
std::optional<double> elementOf(const Tape& tape, NodeId node, std::size_t k, std::int64_t i) {
    const Tensor operand = tape.value(tape.operands(node)[k]), value = tape.value(node);
    const auto shape = broadcastShapes(operand.shape(), value.shape());
    if (!shape || *shape != value.shape()) return {};
    return operand.isScalar() ? operand.item() : operand.expandedTo(*shape).at(i);
}

bool isZeroOf(std::optional<double> x) { return x && *x == 0; }
bool isInfinite(std::optional<double> x) { return x && std::isinf(*x); }

// An input that got no gradient although a sweep ran, and on which the detached value `from` depends; none: there is no such.
NodeId cutOffBy(const Recording& recording, NodeId from) {
    const Log& log = recording.log;
    if (!from.valid() || log.sweeps.size() == 0) return {};
    std::vector<bool> reached(recording.tape.size(), false), above(recording.tape.size(), false);
    for (const Event& event : log.events) {
        if (event.kind == EventKind::Contribution) reached[log.contributions[event.index].to.index()] = true;
    }
    above[from.index()] = true;
    for (std::size_t i = from.index() + 1; i-- > 0;) {
        if (!above[i]) continue;
        if (recording.tape.op(NodeId(i)) == Op::Input && recording.tape.requiresGrad(NodeId(i)) && !reached[i]) return NodeId(i);
        for (const NodeId operand : recording.tape.operands(NodeId(i))) above[operand.index()] = true;
    }
    return {};
}

class Why {
public:
    Why(const Recording& recording, const Timeline& timeline, std::size_t stop)
        : r_(recording), tape_(recording.tape), timeline_(timeline), stop_(stop), moment_(momentAt(recording, stop)) {}

    Reason run() {
        if (!moment_.event) return {};
        if (moment_.event->kind == EventKind::Recorded && tape_.op(moment_.node) != Op::Input && tape_.op(moment_.node) != Op::Constant)
            return ofValue();
        if (moment_.event->kind == EventKind::Contribution) return ofContribution(*moment_.contribution);
        if (moment_.event->kind == EventKind::Detached) {
            if (const NodeId input = cutOffBy(r_, r_.log.nodeOf(*moment_.event)); input.valid()) return {Cause::CutOff, input, 0, false};
        }
        return {};
    }

private:
    const Recording& r_;
    const Tape& tape_;
    const Timeline& timeline_;
    std::size_t stop_;
    Moment moment_;

    // --- forward ---

    Reason ofValue() const {
        const NodeId node = moment_.node;
        const Tensor value = tape_.value(node);
        const auto numbers = value.numbers();
        const auto bad = std::find_if(numbers.begin(), numbers.end(), [](double x) { return !std::isfinite(x); });
        if (bad == numbers.end()) return {};
        const auto operands = tape_.operands(node);
        std::array<std::optional<double>, 3> at;
        const bool elementwise = isElementwise(tape_.op(node));
        for (std::size_t k = 0; k < operands.size() && k < 3 && elementwise; ++k) at[k] = elementOf(tape_, node, k, bad - numbers.begin());
        if (const Cause arising = clash(tape_.op(node), at, *bad); arising != Cause::None) return {arising, node, 0, false};
        for (std::size_t k = 0; k < operands.size(); ++k) {
            const bool here = elementwise && k < 3 && at[k] ? !std::isfinite(*at[k]) : notFiniteIn(tape_.value(operands[k])).any();
            if (here) return {Cause::CameIn, operands[k], 0, false};
        }
        const Cause cause = arising(tape_.op(node), at, *bad);
        return {cause, node, at[0].value_or(0), at[0].has_value()};
    }

    // Infinities that go in and a NaN that comes out.
    static Cause clash(Op op, const std::array<std::optional<double>, 3>& at, double out) {
        if (!std::isnan(out)) return Cause::None;
        const bool a = isInfinite(at[0]), b = isInfinite(at[1]);
        if ((op == Op::Add || op == Op::Sub) && a && b) return Cause::InfinityMinusInfinity;
        if (op == Op::Div && a && b) return Cause::InfinityByInfinity;
        if (op == Op::Mul && ((a && isZeroOf(at[1])) || (b && isZeroOf(at[0])))) return Cause::ZeroTimesInfinity;
        return Cause::None;
    }

    static Cause arising(Op op, const std::array<std::optional<double>, 3>& at, double out) {
        const double a = at[0].value_or(1), b = at[1].value_or(1);
        switch (op) {
            case Op::Log:
            case Op::Log2:
            case Op::Log10: return a == 0 ? Cause::LogOfZero : Cause::LogOfNegative;
            case Op::Log1p: return a == -1 ? Cause::LogOfZero : Cause::LogOfNegative;
            case Op::Sqrt:
            case Op::Rsqrt: return a < 0 ? Cause::RootOfNegative : Cause::DivisionByZero;
            case Op::Div: return b != 0 ? Cause::Overflow : a == 0 ? Cause::ZeroByZero : Cause::DivisionByZero;
            case Op::Reciprocal: return a == 0 ? Cause::DivisionByZero : Cause::Overflow;
            case Op::Pow:
                return a == 0 && b < 0 ? Cause::DivisionByZero : a < 0 && std::isnan(out) ? Cause::PowerOfNegative : Cause::Overflow;
            default: break;
        }
        if (isElementwise(op) && at[0] && !inDomain(op, a, b, at[2].value_or(1))) return Cause::Outside;
        return std::isinf(out) ? Cause::Overflow : Cause::Arises;
    }

    // --- backward ---

    Reason ofContribution(const Contribution& c) const {
        State before(r_, std::shared_ptr<const Timeline>(std::shared_ptr<const Timeline>(), &timeline_));
        before.moveTo(stop_ - 1);
        const Tensor upstream = before.derivative(c.from).value_or(Tensor(0.0));
        if (notFiniteIn(c.amount).any()) return notFinite(c, upstream);
        if (notFiniteIn(c.after).any()) return {Cause::ThereBefore, moment_.node, 0, false};
        if (isAllZero(c.amount)) return zero(c, upstream);
        return {};
    }

    [[nodiscard]] std::optional<Tensor> partialOf(const Contribution& c) const {
        if (!hasPartial(tape_, c.node, c.operand)) return {};
        for (const NodeId operand : tape_.operands(c.node)) {
            const auto shape = broadcastShapes(tape_.value(operand).shape(), tape_.value(c.node).shape());
            if (!shape || *shape != tape_.value(c.node).shape()) return {};
        }
        return localPartial(tape_, c.node, c.operand);
    }

    Reason notFinite(const Contribution& c, const Tensor& upstream) const {
        const std::optional<Tensor> partial = partialOf(c);
        const bool above = notFiniteIn(upstream).any();
        if (partial) {
            const auto both = broadcastShapes(upstream.shape(), partial->shape());
            for (std::int64_t i = 0; both && i < elementCount(*both); ++i) {
                const double u = upstream.expandedTo(*both).at(i), p = partial->expandedTo(*both).at(i);
                if ((u == 0 && std::isinf(p)) || (std::isinf(u) && p == 0)) return {Cause::ZeroTimesInfinity, c.node, 0, false};
            }
        }
        if (above) return {Cause::CameIn, c.from, 0, false};
        const Tensor argument = tape_.value(tape_.operands(c.node)[c.operand]);
        const bool atZero = std::any_of(argument.numbers().begin(), argument.numbers().end(), [](double x) { return x == 0; });
        if (!partial) return {atZero ? Cause::SlopeAtZero : Cause::Arises, c.node, 0, false};
        if (!notFiniteIn(*partial).any()) return {Cause::Overflow, c.node, 0, false};
        return {atZero ? Cause::SlopeAtZero : Cause::SlopeNotFinite, c.node, argument.isScalar() ? argument.item() : 0,
                argument.isScalar()};
    }

    Reason zero(const Contribution& c, const Tensor& upstream) const {
        if (isAllZero(upstream)) return {Cause::ZeroFromAbove, c.from, 0, false};
        const auto operands = tape_.operands(c.node);
        const Tensor argument = tape_.value(operands[c.operand]);
        const double number = argument.isScalar() ? argument.item() : 0;
        const bool one = argument.isScalar();
        switch (tape_.op(c.node)) {
            // clang-format off
            case Op::Relu: case Op::Threshold: return {Cause::DeadRelu, c.node, number, one};
            case Op::Clamp: case Op::ClampMin: case Op::ClampMax: case Op::ClampTensors: case Op::ClampMinTensor: case Op::ClampMaxTensor: case Op::Hardtanh: case Op::Hardsigmoid:
                return {Cause::Clamped, c.node, number, one};
            // clang-format on
            case Op::Mul: return {Cause::ZeroFactor, operands[1 - c.operand], 0, false};
            case Op::Square: return {Cause::AtZero, c.node, number, one};
            case Op::Pow:
                if (isAllZero(argument)) return {Cause::AtZero, c.node, number, one};
                break;
            case Op::Where:
            case Op::Maximum:
            case Op::Minimum: return {Cause::NotTaken, c.node, 0, false};
            case Op::Mm:
            case Op::Mv:
            case Op::Dot:
                if (isAllZero(tape_.value(operands[1 - std::min<std::size_t>(c.operand, 1)])))
                    return {Cause::ZeroFactor, operands[1 - std::min<std::size_t>(c.operand, 1)], 0, false};
                break;
            default: break;
        }
        const std::optional<Tensor> partial = partialOf(c);
        if (!partial || !isAllZero(*partial)) return {Cause::None, c.node, 0, false};
        if (infoOf(tape_.op(c.node)).partials[c.operand] == "0") return {Cause::Flat, c.node, number, one};
        const bool far = std::all_of(argument.numbers().begin(), argument.numbers().end(), [](double x) { return std::fabs(x) > 5; });
        return {far ? Cause::Saturated : Cause::Stationary, c.node, number, one};
    }
};

}  // namespace

NotFinite notFiniteIn(const Tensor& value) {
    NotFinite out;
    for (const double number : value.numbers()) {
        if (std::isnan(number)) ++out.nan;
        else if (std::isinf(number)) ++out.infinite;
    }
    return out;
}

bool isAllZero(const Tensor& value) {
    return value.size() > 0 && std::all_of(value.numbers().begin(), value.numbers().end(), [](double x) { return x == 0; });
}

std::size_t firstNotFinite(const Recording& recording) {
    const Log& log = recording.log;
    for (std::size_t i = 0; i < log.events.size(); ++i) {
        const Event& event = log.events[i];
        bool found = false;
        if (event.kind == EventKind::Recorded) found = notFiniteIn(recording.tape.value(NodeId(event.index))).any();
        else if (event.kind == EventKind::SweepBegan) found = notFiniteIn(log.sweeps[SweepId(event.index)].seed).any();
        else if (event.kind == EventKind::Contribution) found = notFiniteIn(log.contributions[event.index].after).any();
        if (found) return i + 1;
    }
    return 0;
}

std::size_t firstZero(const Recording& recording) {
    const Log& log = recording.log;
    for (std::size_t i = 0; i < log.events.size(); ++i) {
        const Event& event = log.events[i];
        if (event.kind != EventKind::Contribution) continue;
        const Contribution& c = log.contributions[event.index];
        if (log.sweeps[c.sweep].mode == SweepMode::Reverse && isAllZero(c.amount)) return i + 1;
    }
    for (std::size_t i = 0; i < log.events.size() && !recording.cuts.empty(); ++i) {
        if (log.events[i].kind == EventKind::Detached && cutOffBy(recording, log.nodeOf(log.events[i])).valid()) return i + 1;
    }
    return 0;
}

Reason reasonAt(const Recording& recording, const Timeline& timeline, std::size_t stop) { return Why(recording, timeline, stop).run(); }

}  // namespace backstep
