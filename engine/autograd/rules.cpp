// SPDX-License-Identifier: GPL-3.0-or-later
// Rules run: those of op.def are text, read once; those of shaped.def are functions.
#include "engine/autograd/rules.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/autodiff/rules.h"
#include "engine/autograd/saving.h"
#include "engine/python/errors.h"
#include "engine/tape/compute.h"

namespace backstep {
namespace {

// The text rules on variables: every step is an operation of its own, recorded with create_graph. What is written with
// an operator and a number is PyTorch's overload for numbers; numbers alone are computed at once.
class VariableMachine {
public:
    using Ref = Var;
    explicit VariableMachine(const Turn& turn) : turn_(turn), g_(turn.g) {}

    Var operand(std::size_t i) const {
        const Var out = turn_.operand(i);
        // The rule of a power counts with its exponent as a double, also where that is a whole number.
        return out->isNumber && g_.tape().op(turn_.node()) == Op::PowNumber ? number(out->item()) : out;
    }
    Var y() const { return turn_.result(); }
    Var v() const { return turn_.v(); }
    Var number(double value) const { return g_.number(value, DType::Float64); }
    Var asTensor(const Var& number) const { return number->isNumber ? g_.make(number->value()) : number; }

    Var apply(Op op, const Var* operands, std::size_t count) const {
        const std::span<const Var> all(operands, count);
        return onlyNumbers(all) ? folded(op, all) : g_.apply(op, all);
    }

    Var applySign(Op op, const Var* operands, std::size_t count) const {
        if (count < 2 || operands[0]->isNumber == operands[1]->isNumber) return apply(op, operands, count);
        const bool second = operands[1]->isNumber;
        const Var& tensor = operands[second ? 0 : 1];
        const Var& number = operands[second ? 1 : 0];
        // A number before the operator, where PyTorch has no overload: a tensor filled with it.
        const auto filled = [&] { return g_.make(Tensor(number->item(), tensor->dtype())); };
        switch (op) {
            case Op::Add: return g_.apply(Op::AddNumber, {tensor, number});
            case Op::Mul: return g_.apply(Op::MulNumber, {tensor, number});
            case Op::Sub: return second ? g_.apply(Op::SubNumber, {tensor, number}) : g_.apply(Op::Sub, {filled(), tensor});
            case Op::Div: return second ? g_.apply(Op::DivNumber, {tensor, number}) : g_.apply(Op::Div, {filled(), tensor});
            case Op::Pow: return g_.apply(second ? Op::PowNumber : Op::PowBase, {tensor, number});
            default: return g_.apply(op, std::span(operands, count));
        }
    }

    static std::optional<bool> known(const Var& condition) {
        return condition->isNumber ? std::optional(condition->item() != 0) : std::nullopt;
    }

private:
    const Turn& turn_;
    Autograd& g_;

    static bool onlyNumbers(std::span<const Var> operands) {
        return std::all_of(operands.begin(), operands.end(), [](const Var& v) { return v->isNumber; });
    }
    Var folded(Op op, std::span<const Var> operands) const {
        std::vector<Tensor> values;
        for (const Var& v : operands) values.push_back(v->value().cast(DType::Float64));
        return number(compute(op, values).value().item());
    }
};

// PyTorch has derivatives for these nodes in name only.
void refuseMissing(Op op) {
    const OpInfo& info = infoOf(op);
    if (info.autogradName == "NotImplemented") failRuntime("derivative for aten::" + std::string(info.name) + " is not implemented");
    if (op == Op::AsinhInto || op == Op::AcoshInto || op == Op::AtanhInto)
        python::raise<python::NotImplementedError>("the derivative for 'inplace version of " + std::string(info.name) +
                                                   "' is not implemented.");
}

// PyTorch's generated code takes the operands in the alphabet's order of its names for them: `other` before `self`, but a
// kernel's `grad_output` before what it is the gradient of.
std::array<std::size_t, 3> orderOfSlots(Op op) {
    using enum Op;
    switch (op) {
        case LerpTensor: return {1, 0, 2};    // end, self, weight
        case ClampTensors: return {1, 2, 0};  // min and max, self
        case Addcmul:
        case Addcdiv:
        case Atan2:
        case Copysign:
        case Prelu:
        case FillWith: return {0, 1, 2};
        default: break;
    }
    if (infoOf(op).name.ends_with("_backward")) return {0, 1, 2};
    return {2, 1, 0};
}

// Where both operands want theirs, PyTorch computes what they share once.
void runAtan2(Turn& turn) {
    Autograd& g = turn.g;
    const Var a = turn.operand(0);
    const Var b = turn.operand(1);
    const Var right = g.apply(Op::Mul, {b, b});
    const Var shared = g.apply(Op::Reciprocal, {g.apply(Op::Add, {g.apply(Op::Mul, {a, a}), right})});
    turn.give(0, g.apply(Op::Mul, {g.apply(Op::Mul, {turn.v(), b}), shared}));
    turn.give(1, g.apply(Op::Mul, {g.apply(Op::Mul, {turn.v(), g.apply(Op::Neg, {a})}), shared}));
}

// PyTorch keeps two things of a log_sigmoid: its operand, whose sign it looks at, and exp(-|operand|) as it was computed. Where
// .data has changed the operand since, it counts with the new sign and the old size.
bool runLogSigmoid(Turn& turn) {
    const auto isOther = [](const Autograd::Saved& saved) {
        return saved.variable && (saved.variable->storage.get() != saved.storage || saved.variable->storage->revision != saved.revision);
    };
    const auto kept = turn.g.savedBy(turn.node());
    if (std::none_of(kept.begin(), kept.end(), isOther)) return false;
    const Tensor then = turn.g.tape().value(turn.g.tape().operands(turn.node())[0]);
    const Tensor signs = turn.operand(0)->value();
    if (signs.shape() != then.shape()) return false;
    if (turn.tracked()) python::unsupported("differentiating the gradient of logsigmoid after its operand was changed through .data");
    std::vector<double> mixed(then.numbers().begin(), then.numbers().end());
    for (std::size_t i = 0; i < mixed.size(); ++i) mixed[i] = signs.numbers()[i] < 0 ? -std::fabs(mixed[i]) : std::fabs(mixed[i]);
    const Tensor operand = then.isScalar() ? Tensor(mixed[0], then.dtype()) : Tensor::exact(then.shape(), std::move(mixed), then.dtype());
    turn.give(0, turn.g.apply(Op::LogSigmoidBackward, {turn.v(), turn.g.make(operand)}));
    return true;
}

void runTextRule(Turn& turn, Op op) {
    refuseMissing(op);
    if (!turn.v()) return;
    if (op == Op::LogSigmoid && turn.needs(0) && runLogSigmoid(turn)) return;
    if (op == Op::Atan2 && turn.needs(0) && turn.needs(1)) return runAtan2(turn);
    for (const std::size_t i : orderOfSlots(op)) {
        if (i >= turn.operands() || !isSlot(op, i) || !turn.needs(i)) continue;
        VariableMachine machine(turn);
        Var adjoint = runRule(ruleOf(op, i), machine);
        // A rule that is a number (0, for steps): that number everywhere.
        if (adjoint->isNumber) adjoint = turn.g.make(Tensor::filled(turn.v()->shape(), adjoint->item(), turn.v()->dtype()));
        turn.give(i, std::move(adjoint));
    }
}

}  // namespace

Turn::Turn(Autograd& autograd, NodeId node, std::vector<Var> adjoints, bool tracked)
    : g(autograd), node_(node), adjoints_(std::move(adjoints)), tracked_(tracked), given_(autograd.tape().operands(node).size()) {}

bool Turn::needs(std::size_t operand) const { return g.tape().requiresGrad(g.tape().operands(node_)[operand]); }

void runRule(Turn& turn) {
    const Op op = turn.g.tape().op(turn.node());
    if (isElementwise(op)) {
        runTextRule(turn, op);
        return;
    }
    using Rule = void (*)(Turn&);
    static constexpr std::array<Rule, kOpCount - kElementwiseEnd> kRules{
#define SHAPED(op, ...) &rules::op,
#include "engine/tape/shaped.def"
    };
    kRules[static_cast<std::size_t>(op) - kElementwiseEnd](turn);
}

std::vector<Var> runRuleOf(Autograd& autograd, NodeId node, std::vector<Var> adjoints, bool tracked) {
    Turn turn(autograd, node, std::move(adjoints), tracked);
    runRule(turn);
    return std::move(turn.given());
}

}  // namespace backstep
