// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/predict/variants.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/autodiff/sweep.h"
#include "engine/base/numbers.h"
#include "engine/tape/lanes.h"
#include "engine/timeline/tensorterms.h"

namespace backstep::predict {
namespace {

template <class F>
std::optional<Tensor> combined(const Tensor& a, const Tensor& b, F&& apply) {
    const auto shape = broadcastShapes(a.shape(), b.shape());
    if (!shape) return {};
    const Tensor x = a.expandedTo(*shape), y = b.expandedTo(*shape);
    std::vector<double> out;
    for (std::int64_t i = 0; i < x.size(); ++i) out.push_back(apply(x.at(i), y.at(i)));
    return shape->empty() ? Tensor(out[0]) : Tensor(*shape, std::move(out));
}
std::optional<Tensor> sum(const Tensor& a, const Tensor& b) {
    return combined(a, b, [](double x, double y) { return x + y; });
}
std::optional<Tensor> difference(const Tensor& a, const Tensor& b) {
    return combined(a, b, [](double x, double y) { return x - y; });
}
std::optional<Tensor> product(const Tensor& a, const Tensor& b) {
    return combined(a, b, [](double x, double y) { return x * y; });
}
Tensor negated(const Tensor& a) { return *product(a, Tensor(-1.0)); }
Tensor doubled(const Tensor& a) { return *product(a, Tensor(2.0)); }

std::string shown(const Tensor& value) { return tensorText(value, kCardDigits); }
bool isZero(const Tensor& value) {
    return std::all_of(value.numbers().begin(), value.numbers().end(), [](double x) { return x == 0; });
}

// The operations of one operand, and of two, that are taken for one another.
constexpr std::array kUnary{Op::Sin, Op::Cos, Op::Tan, Op::Exp, Op::Log, Op::Sqrt, Op::Square, Op::Tanh, Op::Sigmoid, Op::Reciprocal};
constexpr std::array kBinary{Op::Add, Op::Sub, Op::Mul, Op::Div, Op::Pow};

// Another operation on the same operands, on a tape of its own; nothing where it cannot be done.
class Other {
public:
    Other(const Tape& tape, NodeId node, Op op) {
        std::vector<NodeId> ids;
        for (const NodeId operand : tape.operands(node)) ids.push_back(tape_.input("", tape.value(operand).cast(DType::Float64), {}));
        node_ = tape_.record(op, ids, {});
    }
    [[nodiscard]] Tensor value() const { return tape_.value(node_); }
    [[nodiscard]] Tensor partial(std::size_t operand) const { return localPartial(tape_, node_, operand); }

private:
    Tape tape_;
    NodeId node_;
};

std::vector<Op> othersOf(Op op, std::size_t operands) {
    std::vector<Op> out;
    if (!isElementwise(op)) return out;
    if (operands == 1) out.assign(kUnary.begin(), kUnary.end());
    if (operands == 2) out.assign(kBinary.begin(), kBinary.end());
    std::erase(out, op);
    return out;
}

bool canBroadcast(const Tape& tape, NodeId node) {
    TensorShape shape;
    for (const NodeId operand : tape.operands(node)) {
        const auto both = broadcastShapes(shape, tape.value(operand).shape());
        if (!both) return false;
        shape = *both;
    }
    return true;
}

}  // namespace

Variants::Variants(const Question& question, const Recording& recording, const Source& source, const Timeline& timeline)
    : q_(question),
      r_(recording),
      source_(source),
      before_(recording, std::shared_ptr<const Timeline>(std::shared_ptr<const Timeline>(), &timeline)) {
    before_.moveTo(question.stop - 1);
    scaleBy(q_.whole);
    switch (q_.about) {
        case Question::About::Value: ofValue(); break;
        case Question::About::Seed: ofSeed(); break;
        case Question::About::Grad: ofGrad(); break;
        case Question::About::Derivative: ofDerivative(*momentAt(recording, question.stop).contribution, timeline); break;
    }
}

void Variants::scaleBy(const Tensor& value) {
    for (const double x : value.numbers()) {
        if (std::isfinite(x)) scale_ = std::max(scale_, std::fabs(x));
    }
}

// In the shape of the answer, or not at all.
void Variants::add(Slip slip, std::optional<Tensor> value, std::vector<std::string> arguments) {
    if (!value) return;
    if (value->shape() != q_.whole.shape()) {
        const auto both = broadcastShapes(value->shape(), q_.whole.shape());
        if (!both) return;
        value = *both == q_.whole.shape() ? value->expandedTo(*both) : summedTo(*value, q_.whole.shape());
    }
    all_.push_back({slip, std::move(*value), std::move(arguments)});
}

// A term gone wrong, added to what was there, and alone.
void Variants::addTerm(Slip slip, const std::optional<Tensor>& term, const std::vector<std::string>& arguments) {
    if (!term) return;
    if (held_) add(slip, sum(*held_, *term), arguments);
    add(slip, term, arguments);
}

std::string Variants::name(NodeId node) const { return toPlainText(nameTerm(r_, source_, node).notation); }
std::string Variants::target(NodeId node) const {
    return r_.tape.op(node) == Op::Input ? name(node) : name(node) + " = " + toPlainText(expressionTerm(r_, source_, node).notation);
}

// --- the forward pass ---

void Variants::ofValue() {
    const Tape& tape = r_.tape;
    const auto operands = tape.operands(q_.node);
    for (const NodeId operand : operands) {
        shaped_.emplace_back(name(operand), tape.value(operand));
        scaleBy(tape.value(operand));
    }
    for (const NodeId operand : operands)
        add(Slip::GaveOperand, tape.value(operand).shape() == q_.whole.shape() ? std::optional(tape.value(operand)) : std::nullopt,
            {name(operand), shown(tape.value(operand))});
    if (isElementwise(tape.op(q_.node)) && canBroadcast(tape, q_.node)) otherOperations();
    if (tape.op(q_.node) == Op::Mean || tape.op(q_.node) == Op::Sum) {
        const auto count = static_cast<double>(tape.value(operands[0]).size());
        const bool mean = tape.op(q_.node) == Op::Mean;
        add(mean ? Slip::NotAveraged : Slip::Averaged, product(q_.whole, Tensor(mean ? count : 1 / count)),
            {significant(count, kCardDigits)});
    }
    add(Slip::Sign, negated(q_.whole));
}

void Variants::otherOperations() {
    const Tape& tape = r_.tape;
    const Op op = tape.op(q_.node);
    const auto operands = tape.operands(q_.node);
    if (operands.size() == 2 && op != Op::Add && op != Op::Mul) {
        Tape swapped;
        const NodeId b = swapped.input("", tape.value(operands[0]).cast(DType::Float64), {}),
                     a = swapped.input("", tape.value(operands[1]).cast(DType::Float64), {});
        add(Slip::SwappedOperands, swapped.value(swapped.record(op, std::array{a, b}, {})));
    }
    if ((op == Op::Sin || op == Op::Cos || op == Op::Tan) && tape.value(operands[0]).isScalar()) {
        const double radians = tape.scalar(operands[0]) * std::acos(-1.0) / 180;
        add(Slip::Degrees, Tensor(op == Op::Sin ? std::sin(radians) : op == Op::Cos ? std::cos(radians) : std::tan(radians)));
    }
    if (op == Op::Log) add(Slip::Logarithm, Other(tape, q_.node, Op::Log10).value());
    if (hasPartial(tape, q_.node, 0) && operands.size() == 1) add(Slip::GaveDerivative, localPartial(tape, q_.node, 0), {target(q_.node)});
    for (const Op other : othersOf(op, operands.size()))
        add(Slip::OtherOperation, Other(tape, q_.node, other).value(), {std::string(infoOf(other).name), std::string(infoOf(op).name)});
}

// --- the sweeps ---

void Variants::ofSeed() {
    add(Slip::GaveValue, r_.tape.value(q_.node), {shown(r_.tape.value(q_.node)), name(q_.node)});
    add(Slip::Sign, negated(q_.whole));
}

void Variants::ofGrad() {
    const Accumulation& a = r_.log.accumulations[r_.log.events[q_.stop - 1].index];
    scaleBy(a.amount);
    const auto held = before_.grad(a.leaf);
    if (!held) return;
    shaped_.emplace_back(name(a.leaf), *held);
    add(Slip::MissedBefore, a.amount, {shown(a.amount), shown(*held)});
    add(Slip::MissedNew, *held, {shown(*held), name(a.leaf)});
    add(Slip::SignOfTerm, difference(*held, a.amount), {shown(a.amount), shown(*held)});
    add(Slip::Sign, negated(q_.whole));
}

void Variants::ofDerivative(const Contribution& c, const Timeline& timeline) {
    if (c.hadBefore) held_ = c.before;
    scaleBy(c.amount);
    const std::optional<Tensor> upstream = before_.derivative(c.from);
    ofSum(c, timeline);
    if (upstream) {
        shaped_.emplace_back(name(c.from), *upstream);
        scaleBy(*upstream);
        ofPartial(c, *upstream);
    }
    for (const NodeId operand : r_.tape.operands(c.node)) shaped_.emplace_back(name(operand), r_.tape.value(operand));
    add(Slip::Sign, negated(q_.whole));
    const Tensor value = r_.tape.value(q_.node);
    if (value.shape() == q_.whole.shape()) add(Slip::GaveValue, value, {shown(value), name(q_.node)});
    if (upstream && hasPartial(r_.tape, c.node, c.operand) && canBroadcast(r_.tape, c.node)) otherRules(c, *upstream);
}

void Variants::ofSum(const Contribution& c, const Timeline& timeline) {
    if (!held_) return;
    add(Slip::MissedBefore, c.amount, {shown(c.amount), shown(*held_)});
    add(Slip::MissedNew, *held_, {shown(*held_), target(c.node)});
    add(Slip::SignOfTerm, difference(*held_, c.amount), {shown(c.amount), shown(*held_)});
    add(Slip::Twice, sum(q_.whole, c.amount), {shown(c.amount)});
    std::vector<Contribution> earlier;
    for (const std::uint32_t i : timeline.contributionsTo(q_.node)) {
        if (r_.log.contributions.sweepOf(i) == c.sweep && timeline.stopOfContribution(i) < q_.stop)
            earlier.push_back(r_.log.contributions[i]);
    }
    if (earlier.size() < 2) return;
    for (const Contribution& other : earlier) {
        const Contribution& forgotten = &other == &earlier.front() ? earlier.back() : earlier.front();
        add(Slip::MissedTerm, difference(q_.whole, other.amount), {shown(other.amount), target(other.node)});
        add(Slip::MissedTerm, sum(other.amount, c.amount), {shown(forgotten.amount), target(forgotten.node)});
    }
}

void Variants::ofPartial(const Contribution& c, const Tensor& upstream) {
    const Tape& tape = r_.tape;
    const auto operands = tape.operands(c.node);
    addTerm(Slip::SignOfTerm, negated(c.amount), {shown(c.amount), held_ ? shown(*held_) : std::string()});
    if (hasPartial(tape, c.node, c.operand) && canBroadcast(tape, c.node)) {
        const Tensor partial = localPartial(tape, c.node, c.operand);
        addTerm(Slip::ForgotUpstream, partial, {shown(partial), shown(upstream), name(c.from)});
        for (std::size_t k = 0; k < operands.size() && k < 3; ++k) {
            if (k == c.operand || !hasPartial(tape, c.node, k)) continue;
            const Tensor other = localPartial(tape, c.node, k);
            addTerm(Slip::OtherOperand, product(upstream, other), {shown(other), name(operands[k]), name(operands[c.operand])});
        }
        const Tensor value = tape.value(c.node);
        addTerm(Slip::ValueForPartial, product(upstream, value), {shown(value), target(c.node)});
    } else {
        // The contribution to another operand of the same operation.
        for (const Contribution& other : r_.log.contributions) {
            if (other.sweep == c.sweep && other.node == c.node && other.operand != c.operand && other.amount.shape() == c.amount.shape()) {
                addTerm(Slip::OtherOperand, other.amount, {shown(other.amount), name(operands[other.operand]), name(operands[c.operand])});
            }
        }
        if (c.amount.dims() == 2 && c.amount.shape()[0] == c.amount.shape()[1]) {
            std::vector<double> numbers;
            const std::int64_t n = c.amount.shape()[0];
            for (std::int64_t i = 0; i < n * n; ++i) numbers.push_back(c.amount.at(i % n * n + i / n));
            addTerm(Slip::Transposed, Tensor({n, n}, std::move(numbers)), {});
        }
        if (const Op op = tape.op(c.node); op == Op::Mean || op == Op::Sum) {
            const auto count = static_cast<double>(tape.value(operands[0]).size());
            const bool mean = op == Op::Mean;
            addTerm(mean ? Slip::NotAveraged : Slip::Averaged, product(c.amount, Tensor(mean ? count : 1 / count)),
                    {significant(count, kCardDigits)});
        }
    }
    addTerm(Slip::ForgotLocal, upstream, {shown(upstream), name(c.from)});
    addTerm(Slip::Twice, doubled(c.amount), {shown(c.amount)});
}

void Variants::otherRules(const Contribution& c, const Tensor& upstream) {
    const Op op = r_.tape.op(c.node);
    for (const Op other : othersOf(op, r_.tape.operands(c.node).size())) {
        const Other rule(r_.tape, c.node, other);
        if (isZero(rule.partial(c.operand))) continue;
        addTerm(Slip::OtherRule, product(upstream, rule.partial(c.operand)),
                {std::string(infoOf(other).name), std::string(infoOf(op).name)});
    }
    for (const Op other : othersOf(op, r_.tape.operands(c.node).size())) {
        if (r_.tape.operands(c.node).size() == 1)
            addTerm(Slip::OtherRule, product(upstream, Other(r_.tape, c.node, other).value()),
                    {std::string(infoOf(other).name), std::string(infoOf(op).name)});
    }
}

}  // namespace backstep::predict
