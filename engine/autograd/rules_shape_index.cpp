// SPDX-License-Identifier: GPL-3.0-or-later
// What flows back through reading and writing by indices and masks. Formulas: PyTorch's derivatives.yaml.
#include <algorithm>

#include "engine/autograd/ops_shape.h"
#include "engine/autograd/rules.h"

namespace backstep::rules {
namespace {

Var zeros(Turn& turn, const TensorShape& shape) { return turn.g.make(Tensor::filled(shape, 0, turn.v()->dtype())); }
Var indexOf(Turn& turn) { return turn.g.make(turn.attributes().tensors[0]); }
Var zero(Turn& turn) { return turn.g.number(0, DType::Int64); }

// An operation of Index's kind, with the indices of this one.
ops::Operation alike(Turn& turn, Op op, std::vector<Var> operands) {
    ops::Operation out{op, std::move(operands), turn.attributes(), {}};
    for (const Tensor& index : turn.attributes().tensors) out.kept.push_back(turn.g.make(index));
    return out;
}

}  // namespace

void Gather(Turn& turn) {
    const Var sum = zeros(turn, turn.shapeOf(0));
    turn.give(0, alike(turn, Op::ScatterAdd, {sum, turn.v()}).inplace(turn.g));
}

void Scatter(Turn& turn) {
    const std::int64_t dim = turn.attributes().dims[0];
    if (turn.needs(0)) turn.give(0, ops::scatter(turn.v(), dim, indexOf(turn), 0.0).call(turn.g));
    if (turn.needs(1)) turn.give(1, ops::gather(turn.v(), dim, indexOf(turn)).call(turn.g));
}

void ScatterValue(Turn& turn) { turn.give(0, ops::scatter(turn.v(), turn.attributes().dims[0], indexOf(turn), 0.0).call(turn.g)); }

void ScatterAdd(Turn& turn) {
    if (turn.needs(0)) turn.give(0, turn.v());
    if (turn.needs(1)) turn.give(1, ops::gather(turn.v(), turn.attributes().dims[0], indexOf(turn)).call(turn.g));
}

void IndexSelect(Turn& turn) {
    const Var sum = zeros(turn, turn.shapeOf(0));
    ops::Operation add = alike(turn, Op::IndexAdd, {sum, turn.v()});
    add.attributes.number = 1;
    turn.give(0, add.inplace(turn.g));
}

void IndexAdd(Turn& turn) {
    const Attributes& a = turn.attributes();
    if (turn.needs(0)) turn.give(0, turn.v());
    if (!turn.needs(1)) return;
    Var chosen = ops::indexSelect(turn.v(), a.dims[0], indexOf(turn)).call(turn.g);
    if (!turn.shapeOf(1).empty()) chosen = ops::expand(turn.g, chosen, turn.shapeOf(1));
    turn.give(1, a.number == 1 ? chosen : turn.g.apply(Op::MulNumber, {chosen, turn.g.number(a.number, DType::Float64)}));
}

void IndexFill(Turn& turn) { turn.give(0, ops::indexFill(turn.v(), turn.attributes().dims[0], indexOf(turn), zero(turn)).call(turn.g)); }

void IndexFillTensor(Turn& turn) {
    const std::int64_t dim = turn.attributes().dims[0];
    if (turn.needs(0)) turn.give(0, ops::indexFill(turn.v(), dim, indexOf(turn), zero(turn)).call(turn.g));
    if (!turn.needs(1)) return;
    std::vector<double> once(turn.attributes().tensors[0].numbers().begin(), turn.attributes().tensors[0].numbers().end());
    std::sort(once.begin(), once.end());
    once.erase(std::unique(once.begin(), once.end()), once.end());
    const auto n = static_cast<std::int64_t>(once.size());
    const Var index = turn.g.make(Tensor::exact({n}, std::move(once), DType::Int64));
    turn.give(1, ops::sumTo(turn.g, ops::indexSelect(turn.v(), dim, index).call(turn.g), {}));
}

void IndexCopy(Turn& turn) {
    const std::int64_t dim = turn.attributes().dims[0];
    if (turn.needs(0)) turn.give(0, ops::indexFill(turn.v(), dim, indexOf(turn), zero(turn)).call(turn.g));
    if (!turn.needs(1)) return;
    const Var chosen = ops::indexSelect(turn.v(), dim, indexOf(turn)).call(turn.g);
    turn.give(1, turn.shapeOf(1).empty() ? chosen : ops::expand(turn.g, chosen, turn.shapeOf(1)));
}

// --- masks ---

void MaskedSelect(Turn& turn) {
    const Tensor& mask = turn.attributes().tensors[0];
    const Var into = zeros(turn, broadcastShapes(turn.shapeOf(0), mask.shape()).value());
    turn.give(0, alike(turn, Op::MaskedScatter, {into, turn.v()}).inplace(turn.g));
}

void MaskedFill(Turn& turn) { turn.give(0, ops::maskedFill(turn.v(), indexOf(turn), zero(turn)).call(turn.g)); }

void MaskedFillTensor(Turn& turn) {
    if (turn.needs(0)) turn.give(0, ops::maskedFill(turn.v(), indexOf(turn), zero(turn)).call(turn.g));
    if (turn.needs(1)) turn.give(1, ops::sumTo(turn.g, ops::maskedSelect(turn.v(), indexOf(turn)).call(turn.g), {}));
}

void MaskedScatter(Turn& turn) {
    if (turn.needs(0)) turn.give(0, ops::maskedFill(turn.v(), indexOf(turn), zero(turn)).call(turn.g));
    if (!turn.needs(1)) return;
    Var chosen = ops::maskedSelect(turn.v(), indexOf(turn)).call(turn.g);
    const TensorShape shape = turn.shapeOf(1);
    const std::int64_t rest = elementCount(shape) - chosen->size();
    if (rest > 0) chosen = ops::cat(turn.g, {chosen, zeros(turn, {rest})}, 0);
    turn.give(1, ops::view(turn.g, chosen, shape));
}

// --- places ---

void Take(Turn& turn) {
    ops::Operation put = alike(turn, Op::Put, {zeros(turn, turn.shapeOf(0)), turn.v()});
    put.attributes.flag = true;
    turn.give(0, put.inplace(turn.g));
}

void Put(Turn& turn) {
    const bool accumulate = turn.attributes().flag;
    if (turn.needs(0)) {
        turn.give(0, accumulate ? turn.v() : ops::put(turn.v(), indexOf(turn), zeros(turn, turn.shapeOf(1)), false).call(turn.g));
    }
    if (turn.needs(1)) turn.give(1, ops::reshape(turn.g, ops::take(turn.v(), indexOf(turn)).call(turn.g), turn.shapeOf(1)));
}

void Index(Turn& turn) {
    ops::Operation put = alike(turn, Op::IndexPutImpl, {zeros(turn, turn.shapeOf(0)), turn.v()});
    put.attributes.flag = true;
    turn.give(0, put.inplace(turn.g));
}

void IndexPut(Turn& turn) {
    if (turn.needs(0)) {
        Var v = turn.v();
        if (!turn.attributes().flag) v = alike(turn, Op::IndexPut, {v, zeros(turn, turn.shapeOf(1))}).call(turn.g);
        turn.give(0, v);
    }
    if (turn.needs(1)) turn.give(1, alike(turn, Op::Index, {turn.v()}).call(turn.g));
}

void IndexPutImpl(Turn& turn) { IndexPut(turn); }

}  // namespace backstep::rules
