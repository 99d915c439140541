// SPDX-License-Identifier: GPL-3.0-or-later
// Rules of copies, casts and strides.
#include <algorithm>

#include "engine/autograd/ops_shape.h"
#include "engine/autograd/rules.h"

namespace backstep::rules {

void Function(Turn&) {}  // the program's own backward is called by the sweep
void Output(Turn& turn) { turn.give(0, turn.v()); }
void Clone(Turn& turn) { turn.give(0, turn.v()); }
void CloneRows(Turn& turn) { turn.give(0, turn.v()); }
void Alias(Turn& turn) { turn.give(0, turn.v()); }
void Detach(Turn&) {}
void UndefinedGrad(Turn&) {}

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

void SumTo(Turn& turn) {
    Var v = turn.v();
    for (const std::int64_t d : turn.attributes().dims) v = ops::unsqueeze(turn.g, v, d);
    turn.give(0, ops::expand(turn.g, v, turn.shapeOf(0)));
}

void SumToScalar(Turn& turn) { turn.give(0, ops::expand(turn.g, turn.v(), turn.shapeOf(0))); }
void ExpandTo(Turn& turn) { turn.give(0, ops::sumTo(turn.g, turn.v(), turn.shapeOf(0))); }

// The slice's part goes through the operation that was done in place; the rest of the base passes unchanged.
void CopySlices(Turn& turn) {
    const Attributes& a = turn.attributes();
    const auto inner = NodeId(static_cast<std::size_t>(a.n));
    const Var whole = turn.v();
    // Where the base lies in some order of its own, so does this copy.
    const Var out = a.dims.empty() ? turn.g.make(Tensor::filled(whole->shape(), 0, whole->dtype()))
                                   : turn.g.make(Tensor::filled(whole->shape(), 0, whole->dtype()), a.dims);
    turn.g.inplace(Op::CopyInto, std::array{out, whole});
    const Var part = ops::asStrided(turn.g, out, a.sizes, a.more, static_cast<std::int64_t>(a.number));
    turn.g.checkSaved(inner);
    std::vector<Var> given = runRuleOf(turn.g, inner, {turn.g.call(Op::CloneRows, {part})}, turn.tracked());
    if (turn.needs(0)) {
        const Var back =
            given[0] ? reducedTo(turn.g, given[0], a.sizes, whole->dtype()) : turn.g.make(Tensor::filled(a.sizes, 0, whole->dtype()));
        turn.g.inplace(Op::CopyInto, std::array{part, back});
        turn.give(0, out);
    }
    for (std::size_t i = 1; i < turn.operands(); ++i) {
        if (turn.needs(i)) turn.give(i, given[i]);
    }
}

namespace {

// Whether two elements may lie in the same place; as coarse as PyTorch's own test.
bool mayOverlap(const TensorShape& shape, const std::vector<std::int64_t>& strides) {
    std::vector<std::size_t> order(shape.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return strides[a] < strides[b]; });
    std::int64_t last = 0;
    for (const std::size_t d : order) {
        if (strides[d] <= last) return true;
        last += strides[d] * (shape[d] - 1);
    }
    return false;
}

std::int64_t leastStorage(const Window& w) {
    std::int64_t size = w.offset + 1;
    for (std::size_t d = 0; d < w.shape.size(); ++d) {
        if (w.shape[d] == 0) return 0;
        size += (w.shape[d] - 1) * w.strides[d];
    }
    return size;
}

}  // namespace

// The adjoint goes into a storage through the window, and is read from it as the operand lies there.
void AsStrided(Turn& turn) {
    const Attributes& a = turn.attributes();
    Autograd& g = turn.g;
    Var v = turn.v();
    const TensorShape shape = turn.shapeOf(0);
    Window in{shape, a.dims.empty() ? contiguousStrides(shape) : a.dims, std::max<std::int64_t>(-a.n, 0)};
    Window out{{}, {}, std::max<std::int64_t>(a.n, 0)};
    for (std::size_t d = a.sizes.size(); d-- > 0;) {
        if (a.sizes[d] == 0) return turn.give(0, g.make(Tensor::filled(shape, 0, v->dtype())));
        if (a.sizes[d] == 1) {
            v = ops::squeeze(g, v, static_cast<std::int64_t>(d));
        } else if (a.more[d] == 0) {
            TensorShape kept = v->shape();
            kept[d] = 1;
            v = ops::squeeze(g, ops::sumTo(g, v, kept), static_cast<std::int64_t>(d));
        } else {
            out.shape.insert(out.shape.begin(), a.sizes[d]);
            out.strides.insert(out.strides.begin(), a.more[d]);
        }
    }
    if (elementCount(shape) == 0) return turn.give(0, g.make(Tensor::filled(shape, 0, v->dtype())));
    const std::int64_t size = std::max(leastStorage(in), leastStorage(out));
    Var storage = g.make(Tensor::filled({size}, 0, v->dtype()));
    Attributes window;
    window.sizes = out.shape;
    window.more = out.strides;
    window.n = out.offset;
    if (mayOverlap(out.shape, out.strides)) {
        const std::vector<std::int64_t> places = placesOf(out);
        const Var index = g.make(Tensor::exact({static_cast<std::int64_t>(places.size())}, {places.begin(), places.end()}, DType::Int64));
        ops::indexAdd(storage, 0, index, ops::reshape(g, v, {-1})).inplace(g);
    } else {
        g.inplace(Op::CopyInto, std::array{g.view(Op::AsStrided, storage, out, window), v});
    }
    Window several = in;
    for (std::size_t d = shape.size(); d-- > 0;) {
        if (shape[d] != 1) continue;
        several.shape.erase(several.shape.begin() + static_cast<std::ptrdiff_t>(d));
        several.strides.erase(several.strides.begin() + static_cast<std::ptrdiff_t>(d));
    }
    if (mayOverlap(several.shape, several.strides)) {
        // Each place of memory has the sum of what came to it, which all that lie there share.
        std::vector<double> times(static_cast<std::size_t>(size), 0);
        for (const std::int64_t place : placesOf(in)) ++times[static_cast<std::size_t>(place)];
        const Var count = g.make(Tensor({size}, std::move(times), v->dtype()));
        storage = g.apply(Op::Div, {storage, count});
    }
    turn.give(0, ops::asStrided(g, storage, in.shape, in.strides, in.offset));
}

}  // namespace backstep::rules
