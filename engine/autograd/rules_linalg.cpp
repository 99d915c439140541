// SPDX-License-Identifier: GPL-3.0-or-later
// Rules of products of vectors and matrices.
#include "engine/autograd/ops_linalg.h"
#include "engine/autograd/ops_shape.h"
#include "engine/autograd/rules.h"
#include "engine/autograd/steps.h"

namespace backstep::rules {
namespace {

Var scaled(Turn& turn, const Var& v, double by) { return by == 1 ? v : steps::times(turn.g, v, by); }
Var ofSelf(Turn& turn) { return scaled(turn, turn.v(), turn.attributes().number); }
double alpha(Turn& turn) { return turn.attributes().other; }

// The adjoint of a factor lies in memory as the factor does.
Var ofFirst(Turn& turn, const Var& b) {
    Autograd& g = turn.g;
    if ((turn.attributes().n & 1) != 0) return ops::t(g, ops::mm(g, b, ops::t(g, turn.v())));
    return ops::mm(g, turn.v(), ops::t(g, b));
}

Var ofSecond(Turn& turn, const Var& a) {
    Autograd& g = turn.g;
    if ((turn.attributes().n & 2) != 0) return ops::t(g, ops::mm(g, ops::t(g, turn.v()), a));
    return ops::mm(g, ops::t(g, a), turn.v());
}

Var turned(Turn& turn, const Var& batch) { return ops::transpose(turn.g, batch, 1, 2); }

void ofFactor(Turn& turn, std::size_t i) {
    if (turn.needs(i)) turn.give(i, turn.g.apply(Op::Mul, {turn.v(), turn.operand(1 - i)}));
}

}  // namespace

// PyTorch computes the gradients of several arguments in the order of the arguments' names: mat2 before self, say. That
// order is seen where they are recorded.
void Dot(Turn& turn) {  // self, tensor
    ofFactor(turn, 0);
    ofFactor(turn, 1);
}

void Vdot(Turn& turn) {  // other, self
    ofFactor(turn, 1);
    ofFactor(turn, 0);
}

void Mv(Turn& turn) {
    Autograd& g = turn.g;
    if (turn.needs(0)) turn.give(0, ops::outer(g, turn.v(), turn.operand(1)));
    if (turn.needs(1)) turn.give(1, ops::mv(g, ops::t(g, turn.operand(0)), turn.v()));
}

void Mm(Turn& turn) {
    if (turn.needs(1)) turn.give(1, ofSecond(turn, turn.operand(0)));
    if (turn.needs(0)) turn.give(0, ofFirst(turn, turn.operand(1)));
}

void Bmm(Turn& turn) {
    Autograd& g = turn.g;
    if (turn.needs(1)) turn.give(1, ops::bmm(g, turned(turn, turn.operand(0)), turn.v()));
    if (turn.needs(0)) turn.give(0, ops::bmm(g, turn.v(), turned(turn, turn.operand(1))));
}

void Addmm(Turn& turn) {
    if (turn.needs(1)) turn.give(1, scaled(turn, ofFirst(turn, turn.operand(2)), alpha(turn)));
    if (turn.needs(2)) turn.give(2, scaled(turn, ofSecond(turn, turn.operand(1)), alpha(turn)));
    if (turn.needs(0)) turn.give(0, ofSelf(turn));
}

void Addmv(Turn& turn) {
    Autograd& g = turn.g;
    if (turn.needs(1)) turn.give(1, scaled(turn, ops::outer(g, turn.v(), turn.operand(2)), alpha(turn)));
    if (turn.needs(0)) turn.give(0, ofSelf(turn));
    if (turn.needs(2)) turn.give(2, scaled(turn, ops::mv(g, ops::t(g, turn.operand(1)), turn.v()), alpha(turn)));
}

void Addr(Turn& turn) {
    Autograd& g = turn.g;
    if (turn.needs(0)) turn.give(0, ofSelf(turn));
    if (turn.needs(1)) turn.give(1, scaled(turn, ops::mv(g, turn.v(), turn.operand(2)), alpha(turn)));
    if (turn.needs(2)) turn.give(2, scaled(turn, ops::mv(g, ops::t(g, turn.v()), turn.operand(1)), alpha(turn)));
}

void Baddbmm(Turn& turn) {
    Autograd& g = turn.g;
    if (turn.needs(1)) turn.give(1, scaled(turn, ops::bmm(g, turn.v(), turned(turn, turn.operand(2))), alpha(turn)));
    if (turn.needs(2)) turn.give(2, scaled(turn, ops::bmm(g, turned(turn, turn.operand(1)), turn.v()), alpha(turn)));
    if (turn.needs(0)) turn.give(0, ofSelf(turn));
}

void Addbmm(Turn& turn) {
    Autograd& g = turn.g;
    const auto wide = [&] {
        return ops::expand(g, ops::unsqueeze(g, turn.v(), 0), {turn.shapeOf(1)[0], turn.shapeOf(1)[1], turn.shapeOf(2)[2]});
    };
    if (turn.needs(1)) {
        const Var right = turned(turn, turn.operand(2));
        turn.give(1, scaled(turn, ops::bmm(g, wide(), right), alpha(turn)));
    }
    if (turn.needs(2)) {
        const Var right = wide();
        turn.give(2, scaled(turn, ops::bmm(g, turned(turn, turn.operand(1)), right), alpha(turn)));
    }
    if (turn.needs(0)) turn.give(0, ofSelf(turn));
}

void Cross(Turn& turn) {
    const std::int64_t dim = turn.attributes().dims[0];
    if (turn.needs(1)) turn.give(1, ops::cross(turn.g, turn.v(), turn.operand(0), dim));
    if (turn.needs(0)) turn.give(0, ops::cross(turn.g, turn.operand(1), turn.v(), dim));
}

void Trace(Turn& turn) {
    Autograd& g = turn.g;
    const TensorShape shape = turn.shapeOf(0);
    std::vector<double> diagonal;
    // PyTorch takes every such place, also those below the diagonal of a tall matrix.
    for (std::int64_t at = 0; at < shape[0] * shape[1]; at += shape[1] + 1) diagonal.push_back(static_cast<double>(at));
    const auto count = static_cast<std::int64_t>(diagonal.size());
    const Var places = g.make(Tensor({count}, std::move(diagonal), DType::Int64));
    const Var flat = steps::zeros(g, {shape[0] * shape[1]}, turn.v()->dtype());
    turn.give(0, ops::view(g, ops::indexFill(flat, 0, places, turn.v()).inplace(g), shape));
}

}  // namespace backstep::rules
