// SPDX-License-Identifier: GPL-3.0-or-later
// Rules of layers. What PyTorch differentiates a second time by operations of their own is refused there.
#include <algorithm>
#include <array>

#include "engine/autograd/ops_reduce.h"
#include "engine/autograd/ops_shape.h"
#include "engine/autograd/rules.h"
#include "engine/autograd/steps.h"
#include "engine/python/errors.h"

namespace backstep::rules {
namespace {

void once(Turn& turn, const char* what) {
    if (turn.tracked()) python::unsupported(std::string("differentiating the gradient of ") + what);
}

// `weight`: where among the operands of the backward op the weight is, then what follows it.
void normalization(Turn& turn, Op backward, std::size_t weight) {
    if (!turn.v()) return;
    std::vector<Var> operands{turn.v(), turn.operand(0)};
    operands.resize(weight == 4 ? 6 : backward == Op::BatchNormBackward ? 5 : 3);
    operands[weight] = turn.operand(1);
    if (weight == 4) operands[5] = turn.operand(2);
    const std::vector<Var> back = turn.g.callMany(backward, operands, turn.attributes());
    for (std::size_t i = 0; i < 3; ++i) {
        if (turn.needs(i)) turn.give(i, back[i]);
    }
}

Var arrived(Turn& turn, std::size_t output) { return output < turn.outputs() ? turn.v(output) : Var(); }

// Once more: from the adjoints of what flowed to input, weight and bias.
void normalizationBackward(Turn& turn, std::size_t weight) {
    const std::array back{arrived(turn, 0), arrived(turn, 1), arrived(turn, 2)};
    if (!back[0] && !back[1] && !back[2]) return;
    once(turn, "the gradient of a normalization");
    std::vector<Var> operands(turn.operands());
    for (const std::size_t i : {std::size_t{0}, std::size_t{1}, weight}) operands[i] = turn.operand(i);
    const TensorShape small = turn.attributes().more[0] ? turn.shapeOf(weight) : TensorShape{turn.attributes().sizes[1]};
    for (std::size_t k = 0; k < 3; ++k) {
        operands.push_back(back[k] ? back[k] : steps::zeros(turn.g, k == 0 ? turn.shapeOf(1) : small, turn.dtypeOf(1)));
    }
    const std::vector<Var> out = turn.g.callMany(Op::NormalizeTwice, operands, turn.attributes());
    if (turn.needs(0)) turn.give(0, out[0]);
    // With the statistics given, the slope does not depend on the input.
    if (turn.needs(1) && (back[1] || (back[0] && !turn.attributes().flag))) turn.give(1, out[1]);
    if (turn.needs(weight) && (back[0] || turn.attributes().n == 2)) turn.give(weight, out[2]);
}

// Rows whose op is itself a step of some rule: none of them is recorded.
void never(Turn& turn) { once(turn, "a layer"); }

}  // namespace

void LayerNorm(Turn& turn) { normalization(turn, Op::LayerNormBackward, 4); }
void BatchNorm(Turn& turn) { normalization(turn, Op::BatchNormBackward, 2); }
void LayerNormBackward(Turn& turn) { normalizationBackward(turn, 4); }
void BatchNormBackward(Turn& turn) { normalizationBackward(turn, 2); }

void GroupNorm(Turn& turn) {
    once(turn, "torch.nn.functional.group_norm");
    normalization(turn, Op::GroupNormBackward, 2);
}

void GroupNormBackward(Turn& turn) { never(turn); }
void NormalizeTwice(Turn& turn) { never(turn); }

void Embedding(Turn& turn) {
    Attributes attributes = turn.attributes();
    attributes.sizes = {turn.shapeOf(0)[0]};
    const Var places = turn.g.make(attributes.tensors[0]);
    turn.give(0, turn.g.call(Op::EmbeddingBackward, {turn.v()}, std::move(attributes), std::array{places}));
}

void EmbeddingBackward(Turn& turn) {
    const Tensor& places = turn.attributes().tensors[0];
    const auto row = static_cast<double>(turn.attributes().n);
    const Var flat = turn.g.make(places.reshaped({places.size()}));
    Var rows = ops::indexSelect(turn.v(), 0, flat).call(turn.g);
    if (row >= 0) {
        const Var unmoved = turn.g.apply(Op::Eq, {flat, turn.g.number(row, DType::Int64)});
        rows = steps::masked(turn.g, rows, ops::unsqueeze(turn.g, unmoved, 1), turn.g.number(0, DType::Float64));
    }
    ops::Sizes shape = places.shape();
    shape.push_back(-1);
    turn.give(0, ops::view(turn.g, rows, shape));
}

void ConstantPadNd(Turn& turn) {
    Attributes attributes = turn.attributes();
    for (std::int64_t& n : attributes.sizes) n = -n;
    attributes.number = 0;
    turn.give(0, turn.g.call(Op::ConstantPadNd, {turn.v()}, std::move(attributes)));
}

void Glu(Turn& turn) { turn.give(0, turn.g.call(Op::GluBackward, {turn.v(), turn.operand(0)}, turn.attributes())); }

namespace {

// The two halves of `x` along the dimension of a gate.
std::array<Var, 2> halvesOf(Turn& turn, const Var& x) {
    const std::int64_t dim = turn.attributes().dims[0];
    const std::int64_t half = x->shape()[static_cast<std::size_t>(dim)] / 2;
    const Var first = ops::narrow(turn.g, x, dim, 0, half);
    return {first, ops::narrow(turn.g, x, dim, half, half)};
}

Var product(Turn& turn, const Var& a, const Var& b) { return turn.g.apply(Op::Mul, {a, b}); }

// What flows to the input of the gate, whose first half counts a and whose second counts a through the sigmoid s of b.
Var gateTwice(Turn& turn) {
    Autograd& g = turn.g;
    const Var arrived = turn.operand(0);
    const auto [a, b] = halvesOf(turn, turn.operand(1));
    const Var s = g.apply(Op::Sigmoid, {b});
    const Var rest = g.apply(Op::Sub, {g.number(1, DType::Float64), s});
    const Var slope = product(turn, s, rest);
    const auto [v, w] = halvesOf(turn, turn.v());
    const Var crossed = product(turn, w, a);
    const Var toFirst = product(turn, product(turn, w, arrived), slope);
    const Var bend = g.apply(Op::Sub, {product(turn, slope, rest), product(turn, s, slope)});
    const Var bent = product(turn, product(turn, crossed, arrived), bend);
    const Var toSecond = g.apply(Op::Add, {bent, product(turn, product(turn, v, arrived), slope)});
    return ops::cat(g, {toFirst, toSecond}, turn.attributes().dims[0]);
}

}  // namespace

void GluBackward(Turn& turn) {
    Autograd& g = turn.g;
    if (turn.needs(0)) {
        const Var one = steps::ones(g, turn.shapeOf(0), turn.dtypeOf(0));
        const Var slope = g.call(Op::GluBackward, {one, turn.operand(1)}, turn.attributes());
        const auto [first, second] = halvesOf(turn, product(turn, turn.v(), slope));
        turn.give(0, g.apply(Op::Add, {first, second}));
    }
    if (turn.needs(1)) turn.give(1, gateTwice(turn));
}

void SoftMarginLoss(Turn& turn) {
    const Var target = turn.g.make(turn.attributes().tensors[0]);
    turn.give(0, turn.g.call(Op::SoftMarginLossBackward, {turn.v(), turn.operand(0)}, turn.attributes(), std::array{target}));
}

void SoftMarginLossBackward(Turn& turn) {
    Autograd& g = turn.g;
    const bool each = turn.attributes().n == 0;
    const Var x = turn.operand(1);
    const Var target = g.make(turn.attributes().tensors[0]);
    if (turn.needs(0)) {
        const Var weight = each ? turn.v() : steps::ones(g, turn.shapeOf(0), turn.dtypeOf(0));
        const Var slope = g.call(Op::SoftMarginLossBackward, {weight, x}, turn.attributes(), std::array{target});
        turn.give(0, each ? slope : ops::sum(g, product(turn, slope, turn.v())));
    }
    if (!turn.needs(1)) return;
    const Var v = product(turn, turn.v(), turn.operand(0));
    const Var z = g.apply(Op::Exp, {product(turn, x, g.apply(Op::Neg, {target}))});
    const Var z1 = steps::plus(g, z, 1);
    const Var above = product(turn, product(turn, v, product(turn, target, target)), z);
    const Var back = g.apply(Op::Div, {above, product(turn, z1, z1)});
    turn.give(1, turn.attributes().n == 1 ? steps::dividedBy(g, back, static_cast<double>(x->value().size())) : back);
}

void Cdist(Turn& turn) {
    once(turn, "torch.cdist");
    const std::vector<Var> back =
        turn.g.callMany(Op::CdistBackward, std::array{turn.v(), turn.operand(0), turn.operand(1), turn.result()}, turn.attributes());
    for (std::size_t i = 0; i < 2; ++i) {
        if (turn.needs(i)) turn.give(i, back[i]);
    }
}

void CdistBackward(Turn& turn) { never(turn); }

namespace {

bool sameNumbers(const Tensor& a, const Tensor& b) {
    const auto x = a.numbers();
    const auto y = b.numbers();
    return std::equal(x.begin(), x.end(), y.begin(), y.end());
}

}  // namespace

void BlockDiag(Turn& turn) {
    std::int64_t row = 0;
    std::int64_t column = 0;
    std::int64_t empty = 0;  // rows of empty vectors
    for (std::size_t i = 0; i < turn.operands(); ++i) {
        const TensorShape shape = turn.shapeOf(i);
        const std::int64_t rows = shape.size() == 2 ? shape[0] : 1;
        const std::int64_t columns = shape.empty() ? 1 : shape.back();
        const auto partAt = [&](std::int64_t first) {
            return ops::slice(turn.g, ops::slice(turn.g, turn.v(), 0, first, first + rows), 1, column, column + columns);
        };
        Var part = partAt(row);  // also where nobody needs it
        // PyTorch does not count those rows.
        if (empty > 0 && !sameNumbers(part->value(), partAt(row - empty)->value()))
            python::unsupported("the gradient of block_diag after an empty vector, which PyTorch takes from other rows");
        // Once of a vector, though that leaves its row where it is longer than 1.
        for (std::size_t d = shape.size(); d < 2; ++d) part = ops::squeeze(turn.g, part, -1);
        if (shape == TensorShape{0}) {
            part = turn.g.make(Tensor::filled(shape, 0, turn.v()->dtype()));
            ++empty;
        }
        turn.give(i, part);
        row += rows;
        column += columns;
    }
}

}  // namespace backstep::rules
