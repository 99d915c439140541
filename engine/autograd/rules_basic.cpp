// SPDX-License-Identifier: GPL-3.0-or-later
// Rules of copies, casts and strides.
#include "engine/autograd/rules.h"

namespace backstep::rules {

void Function(Turn&) {}  // the program's own backward is called by the sweep
void Output(Turn& turn) { turn.give(0, turn.v()); }
void Clone(Turn& turn) { turn.give(0, turn.v()); }
void Alias(Turn& turn) { turn.give(0, turn.v()); }
void Detach(Turn&) {}

void ToCopy(Turn& turn) {
    Attributes back;
    back.dtype = turn.dtypeOf(0);
    turn.give(0, turn.g.call(Op::ToCopy, {turn.v()}, back));
}

// What was overwritten gets nothing: zeros, so that it is known to be nothing.
void CopyInto(Turn& turn) {
    if (turn.needs(0)) turn.give(0, turn.g.make(Tensor::filled(turn.v()->shape(), 0, turn.v()->dtype())));
    if (turn.operands() > 1 && turn.needs(1)) turn.give(1, turn.v());
}

// The adjoint of a window: scattered back to where it looked.
void AsStrided(Turn& turn) {
    const Attributes& a = turn.attributes();
    const TensorShape shape = turn.shapeOf(0);
    std::vector<double> sums(static_cast<std::size_t>(elementCount(shape)), 0.0);
    const std::vector<std::int64_t> places = placesOf({a.sizes, a.more, a.n});
    const Tensor v = turn.v()->value();
    for (std::size_t i = 0; i < places.size(); ++i) sums[static_cast<std::size_t>(places[i])] += v.at(static_cast<std::int64_t>(i));
    turn.give(0, turn.g.make(Tensor(shape, std::move(sums), v.dtype())));
}

// The slice's part goes through the operation that was done in place; the rest of the base passes unchanged.
void CopySlices(Turn& turn) {
    const Attributes& a = turn.attributes();
    const auto inner = NodeId(static_cast<std::size_t>(a.n));
    const std::vector<std::int64_t> places = placesOf({a.sizes, a.more, static_cast<std::int64_t>(a.number)});
    const Tensor whole = turn.v()->value();
    std::vector<double> slice(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) slice[i] = whole.at(places[i]);
    const Var part = turn.g.make(Tensor::exact(a.sizes, std::move(slice), whole.dtype()));
    turn.g.checkSaved(inner);
    std::vector<Var> given = runRuleOf(turn.g, inner, {part}, false);
    if (turn.needs(0)) {
        const Tensor back = given[0] ? reducedTo(turn.g, given[0], a.sizes, whole.dtype())->value() : Tensor::filled(a.sizes, 0, whole.dtype());
        turn.give(0, turn.g.make(whole.with(places, back.numbers())));
    }
    for (std::size_t i = 1; i < turn.operands(); ++i) {
        if (turn.needs(i)) turn.give(i, given[i]);
    }
}

void SumTo(Turn& turn) {
    Attributes back;
    back.sizes = turn.shapeOf(0);
    turn.give(0, turn.g.call(Op::ExpandTo, {turn.v()}, back));
}

void ExpandTo(Turn& turn) {
    Attributes back;
    back.sizes = turn.shapeOf(0);
    turn.give(0, turn.g.call(Op::SumTo, {turn.v()}, back));
}

}  // namespace backstep::rules
