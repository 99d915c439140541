// SPDX-License-Identifier: GPL-3.0-or-later
// Rules of determinants, inverses and equations.
#include "engine/autograd/ops_linalg.h"
#include "engine/autograd/ops_shape.h"
#include "engine/autograd/rules.h"
#include "engine/autograd/steps.h"
#include "engine/python/errors.h"
#include "engine/tape/matrices.h"
#include "engine/tape/singular.h"

namespace backstep::rules {
namespace {

Var adjointOf(Turn& turn, const Var& a) { return ops::transpose(turn.g, a, -2, -1); }

// A diagonal matrix of the one number.
Var onDiagonal(Turn& turn, const Var& v) {
    TensorShape shape = turn.shapeOf(0);
    shape.pop_back();
    return ops::diagEmbed(turn.g, ops::expand(turn.g, ops::unsqueeze(turn.g, v, -1), shape), 0, -2, -1);
}

Var lower(Turn& turn, const Var& m) { return ops::triangle(turn.g, m, 0, false); }

// The matrix whose triangular factors PyTorch keeps: as it was, also where it was changed through .data since. (A gradient that is
// to be differentiated takes the matrix itself.)
Var asFactored(Turn& turn) {
    const Var a = turn.operand(0);
    const Tensor then = turn.g.tape().value(turn.g.tape().operands(turn.node())[0]);
    const Tensor now = a->value();
    const bool same = std::equal(then.numbers().begin(), then.numbers().end(), now.numbers().begin(), now.numbers().end());
    return turn.tracked() || same ? a : turn.g.make(then);
}

}  // namespace

// The adjugate: Aᵀ X = det A · 1. Of a singular matrix PyTorch gives what a pivot as small as can be gives.
void Det(Turn& turn) {
    Autograd& g = turn.g;
    const Var a = asFactored(turn);
    const Var d = onDiagonal(turn, g.apply(Op::Mul, {turn.v(), turn.result()}));
    if (!turn.tracked()) return turn.give(0, g.make(solvedNearby(a->value(), d->value())));
    if (firstSingular(a->value(), false).pivot != 0) python::unsupported("differentiating the gradient of det at a singular matrix");
    turn.give(0, ops::solve(g, adjointOf(turn, a), adjointOf(turn, d)));
}

// The sign is constant.
void Slogdet(Turn& turn) {
    Autograd& g = turn.g;
    if (turn.outputs() < 2 || !turn.v(1)) return;
    const Var a = asFactored(turn);
    const Var d = adjointOf(turn, onDiagonal(turn, turn.v(1)));
    const Var at = adjointOf(turn, a);
    if (turn.tracked()) return turn.give(0, ops::solve(g, at, d));
    Attributes attributes;
    attributes.n = at->isContiguous() ? 0 : 1;
    turn.give(0, g.call(Op::Solve, {at, d}, attributes));
}

void Inverse(Turn& turn) {
    Autograd& g = turn.g;
    const Var onRight = ops::matmul(g, turn.v(), adjointOf(turn, turn.result()));
    turn.give(0, g.apply(Op::Neg, {ops::matmul(g, adjointOf(turn, turn.result()), onRight)}));
}

void Solve(Turn& turn) {
    Autograd& g = turn.g;
    const bool vector = turn.attributes().flag;
    const auto column = [&](const Var& x) { return vector ? ops::unsqueeze(g, x, -1) : x; };
    const auto back = [&](const Var& x) { return vector ? ops::squeeze(g, x, -1) : x; };
    const Var onRight = ops::solve(g, adjointOf(turn, asFactored(turn)), column(turn.v()));
    Var onLeft;
    if (turn.needs(0)) onLeft = g.apply(Op::Neg, {ops::matmul(g, onRight, adjointOf(turn, column(turn.result())))});
    if (turn.needs(1)) turn.give(1, back(onRight));
    if (onLeft) turn.give(0, back(onLeft));
}

void Cholesky(Turn& turn) {
    Autograd& g = turn.g;
    const bool upper = turn.attributes().flag;
    const Var l = upper ? adjointOf(turn, turn.result()) : turn.result();
    const Var v = upper ? adjointOf(turn, turn.v()) : turn.v();
    const Var phi = lower(turn, ops::matmul(g, adjointOf(turn, l), v));
    const Var below = ops::triangle(g, phi, -1, false);
    Var s = steps::times(g, g.apply(Op::Add, {phi, adjointOf(turn, below)}), 0.5);
    const Var lt = adjointOf(turn, l);
    // L⁻ᵀ S L⁻¹
    s = ops::solveTriangular(g, lt, s, true);
    turn.give(0, adjointOf(turn, ops::solveTriangular(g, lt, adjointOf(turn, s), true)));
}

void SolveTriangular(Turn& turn) {
    Autograd& g = turn.g;
    const bool upper = turn.attributes().flag;
    const Var onRight = ops::solveTriangular(g, adjointOf(turn, turn.operand(0)), turn.v(), !upper);
    if (turn.needs(1)) turn.give(1, onRight);
    if (!turn.needs(0)) return;
    const Var product = g.apply(Op::Neg, {ops::matmul(g, onRight, adjointOf(turn, turn.result()))});
    turn.give(0, ops::triangle(g, product, 0, upper));
}

void Svdvals(Turn& turn) {
    if (turn.tracked()) python::unsupported("differentiating the gradient of singular values");
    const Var v = turn.v(turn.outputs() > 1 ? 1 : 0);
    const std::optional<Tensor> back = singularValuesBackward(turn.operand(0)->value(), v->value());
    if (!back) python::unsupported("the gradient of a singular value that is 0: it turns with the sign of its vectors");
    turn.give(0, turn.g.make(*back));
}

}  // namespace backstep::rules
