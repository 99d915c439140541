// SPDX-License-Identifier: GPL-3.0-or-later
// Rules of losses. Those of the backward ops are what differentiating a gradient once more needs.
#include <cmath>

#include "engine/autograd/ops_reduce.h"
#include "engine/autograd/ops_shape.h"
#include "engine/autograd/rules.h"
#include "engine/autograd/steps.h"

namespace backstep::rules {
namespace {

Var mul(Turn& turn, const Var& a, const Var& b) { return turn.g.apply(Op::Mul, {a, b}); }
Var neg(Turn& turn, const Var& a) { return turn.g.apply(Op::Neg, {a}); }

// A node keeps the targets of its attributes: the next one does, too.
std::vector<Var> keptAgain(Turn& turn) {
    std::vector<Var> kept;
    for (const Tensor& t : turn.attributes().tensors) kept.push_back(turn.g.make(t));
    return kept;
}

// input and target by the same backward op, the target with both exchanged.
void pairRule(Turn& turn, Op backward) {
    const auto word = [&](std::size_t i) { return scalarTypeName(turn.dtypeOf(i)); };
    if (backward != Op::SmoothL1LossBackward && turn.dtypeOf(0) != turn.dtypeOf(1)) {  // PyTorch's kernels do not promote here
        const std::size_t expected = turn.needs(0) ? 0 : 1;
        failRuntime(std::string("Found dtype ") + word(1 - expected) + " but expected " + word(expected));
    }
    if (turn.needs(0)) turn.give(0, turn.g.call(backward, {turn.v(), turn.operand(0), turn.operand(1)}, turn.attributes()));
    if (turn.needs(1)) turn.give(1, turn.g.call(backward, {turn.v(), turn.operand(1), turn.operand(0)}, turn.attributes()));
}

double count(Turn& turn) { return static_cast<double>(elementCount(*broadcastShapes(turn.shapeOf(1), turn.shapeOf(2)))); }

// Of the adjoint: the slope times v, summed where the loss was.
Var ofAdjoint(Turn& turn, Op backward) {
    const TensorShape shape = turn.shapeOf(0);
    const Var one = steps::ones(turn.g, shape, turn.dtypeOf(0));
    const Var slope = turn.g.call(backward, {one, turn.operand(1), turn.operand(2)}, turn.attributes());
    const Var product = mul(turn, turn.v(), slope);
    return turn.attributes().n == 0 ? product : ops::sum(turn.g, product);
}

// Of input and target, where the slope is straight in their difference: `within` says where, `steepness` how much.
void secondOrder(Turn& turn, bool (*within)(double, double), double steepness) {
    if (!turn.needs(1) && !turn.needs(2)) return;
    Autograd& g = turn.g;
    const double bound = turn.attributes().number;
    const Tensor size = g.apply(Op::Abs, {g.apply(Op::Sub, {turn.operand(1), turn.operand(2)})})->value();
    std::vector<double> inside(size.numbers().begin(), size.numbers().end());
    for (double& d : inside) d = within(d, bound) ? 1 : 0;
    const Var mask = g.make(Tensor(size.shape(), std::move(inside), size.dtype()));
    Var back = mul(turn, mul(turn, turn.v(), turn.operand(0)), mask);
    if (steepness != 1) back = steps::times(g, back, steepness);
    if (turn.attributes().n == 1) back = steps::dividedBy(g, back, count(turn));
    if (turn.needs(1)) turn.give(1, back);
    if (turn.needs(2)) turn.give(2, neg(turn, back));
}

void likelihood(Turn& turn, Op backward) {
    turn.give(0, turn.g.call(backward, {turn.v(), turn.operand(0)}, turn.attributes(), keptAgain(turn)));
}

// The slope is minus the weight at the target, whatever the input.
void likelihoodBackward(Turn& turn, Op forward) {
    if (turn.needs(0)) turn.give(0, turn.g.call(forward, {turn.v()}, turn.attributes(), keptAgain(turn)));
    if (turn.needs(1)) turn.give(1, steps::zeros(turn.g, turn.shapeOf(1), turn.v()->dtype()));
}

// --- binary cross entropy ---

Var weighted(Turn& turn, const Var& v, std::size_t which) {
    return which < turn.attributes().tensors.size() ? mul(turn, v, turn.g.make(turn.attributes().tensors[which])) : v;
}

Var shared(Turn& turn, const Var& v, std::size_t input) {
    return turn.attributes().n == 1 ? steps::dividedBy(turn.g, v, static_cast<double>(elementCount(turn.shapeOf(input)))) : v;
}

Var oneMinus(Turn& turn, const Var& a) { return turn.g.apply(Op::Sub, {turn.g.number(1, DType::Float64), a}); }
Var sub(Turn& turn, const Var& a, const Var& b) { return turn.g.apply(Op::Sub, {a, b}); }
Var div(Turn& turn, const Var& a, const Var& b) { return turn.g.apply(Op::Div, {a, b}); }

}  // namespace

void MseLoss(Turn& turn) { pairRule(turn, Op::MseLossBackward); }
void SmoothL1Loss(Turn& turn) { pairRule(turn, Op::SmoothL1LossBackward); }
void HuberLoss(Turn& turn) { pairRule(turn, Op::HuberLossBackward); }

void MseLossBackward(Turn& turn) {
    if (turn.needs(0)) turn.give(0, ofAdjoint(turn, Op::MseLossBackward));
    if (!turn.needs(1) && !turn.needs(2)) return;
    const double factor = turn.attributes().n == 1 ? 2 / count(turn) : 2;
    const Var back = steps::times(turn.g, mul(turn, turn.v(), turn.operand(0)), factor);
    if (turn.needs(1)) turn.give(1, back);
    if (turn.needs(2)) turn.give(2, neg(turn, back));
}

void SmoothL1LossBackward(Turn& turn) {
    if (turn.needs(0)) turn.give(0, ofAdjoint(turn, Op::SmoothL1LossBackward));
    secondOrder(
        turn, [](double d, double beta) { return d < beta; }, 1 / turn.attributes().number);
}

void HuberLossBackward(Turn& turn) {
    if (turn.needs(0)) turn.give(0, ofAdjoint(turn, Op::HuberLossBackward));
    secondOrder(
        turn, [](double d, double delta) { return d < delta; }, 1);
}

void NllLoss(Turn& turn) { likelihood(turn, Op::NllLossBackward); }
void NllLoss2d(Turn& turn) { likelihood(turn, Op::NllLoss2dBackward); }
void NllLossBackward(Turn& turn) { likelihoodBackward(turn, Op::NllLoss); }
void NllLoss2dBackward(Turn& turn) { likelihoodBackward(turn, Op::NllLoss2d); }

void BinaryCrossEntropy(Turn& turn) {
    Autograd& g = turn.g;
    const Var x = turn.operand(0);
    if (turn.needs(0)) {
        turn.give(0, g.call(Op::BinaryCrossEntropyBackward, {turn.v(), x, turn.operand(1)}, turn.attributes(), keptAgain(turn)));
    }
    if (!turn.needs(1)) return;
    const Var ofRest = g.apply(Op::Log, {oneMinus(turn, x)});
    const Var slope = sub(turn, ofRest, g.apply(Op::Log, {x}));
    turn.give(1, shared(turn, weighted(turn, mul(turn, slope, turn.v()), 0), 0));
}

void BinaryCrossEntropyBackward(Turn& turn) {
    Autograd& g = turn.g;
    constexpr double kEps = 1e-12;
    const Var x = turn.operand(1);
    const Var t = turn.operand(2);
    const Var in = steps::plus(g, x, kEps);
    const Var out = steps::plus(g, oneMinus(turn, x), kEps);
    if (turn.needs(0)) {
        const Var slope = weighted(turn, mul(turn, div(turn, sub(turn, x, t), mul(turn, in, out)), turn.v()), 0);
        turn.give(0, shared(turn, turn.attributes().n == 0 ? slope : ops::sum(g, slope), 1));
    }
    const Var product = mul(turn, turn.v(), turn.operand(0));
    if (turn.needs(1)) {
        const Var above = g.apply(Op::Add, {sub(turn, mul(turn, x, x), mul(turn, steps::times(g, x, 2), t)), t});
        const Var below = mul(turn, steps::power(g, in, 2), steps::power(g, out, 2));
        turn.give(1, shared(turn, weighted(turn, mul(turn, div(turn, above, below), product), 0), 1));
    }
    if (turn.needs(2)) turn.give(2, shared(turn, weighted(turn, neg(turn, div(turn, product, mul(turn, in, out))), 0), 1));
}

void BinaryCrossEntropyWithLogits(Turn& turn) {
    Autograd& g = turn.g;
    const Attributes& attributes = turn.attributes();
    const Var x = turn.operand(0);
    const Var t = turn.operand(1);
    const Var positive = attributes.keepdim ? g.make(attributes.tensors[attributes.flag ? 1 : 0]) : Var();
    const auto finish = [&](const Var& v) { return shared(turn, attributes.flag ? weighted(turn, v, 0) : v, 0); };
    if (turn.needs(0)) {
        const Var s = g.apply(Op::Sigmoid, {x});
        Var slope;
        if (positive) {
            const Var pt = mul(turn, positive, t);
            slope = sub(turn, mul(turn, sub(turn, steps::plus(g, pt, 1), t), s), pt);
        } else {
            slope = sub(turn, s, t);
        }
        turn.give(0, finish(mul(turn, slope, turn.v())));
    }
    if (!turn.needs(1)) return;
    if (!positive) return turn.give(1, finish(mul(turn, neg(turn, x), turn.v())));
    const Var yes = g.apply(Op::LogSigmoid, {x});
    const Var no = g.apply(Op::LogSigmoid, {neg(turn, x)});
    turn.give(1, finish(mul(turn, sub(turn, no, mul(turn, positive, yes)), turn.v())));
}

}  // namespace backstep::rules
