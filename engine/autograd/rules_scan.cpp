// SPDX-License-Identifier: GPL-3.0-or-later
// Rules of scans, softmax and of what picks elements.
#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/autograd/ops_reduce.h"
#include "engine/autograd/ops_shape.h"
#include "engine/autograd/rules.h"
#include "engine/autograd/steps.h"
#include "engine/tape/lanes.h"

namespace backstep::rules {
namespace {

using steps::Dims;

Var mul(Turn& turn, const Var& a, const Var& b) { return turn.g.apply(Op::Mul, {a, b}); }
Var sub(Turn& turn, const Var& a, const Var& b) { return turn.g.apply(Op::Sub, {a, b}); }
Var div(Turn& turn, const Var& a, const Var& b) { return turn.g.apply(Op::Div, {a, b}); }
std::int64_t dimOf(Turn& turn) { return turn.attributes().dims[0]; }
Var sumAlong(Turn& turn, const Var& a) { return ops::sum(turn.g, a, {Dims{dimOf(turn)}, true}); }

bool single(const Var& v, std::int64_t dim) { return v->size() <= 1 || v->shape()[static_cast<std::size_t>(dim)] == 1; }

Var scannedBack(Turn& turn, Op op, const Var& v) {
    const Dims dims{dimOf(turn)};
    return ops::flip(turn.g, ops::scan(turn.g, op, ops::flip(turn.g, v, dims), dims[0]), dims);
}

// --- picks ---

// Back to the places from which the elements came.
void scattered(Turn& turn, bool add) {
    const Attributes& attributes = turn.attributes();
    const bool dropped = !attributes.keepdim && !turn.shapeOf(0).empty();
    const Var v = dropped ? ops::unsqueeze(turn.g, turn.v(), dimOf(turn)) : turn.v();
    turn.give(0, steps::scatter(turn.g, turn.shapeOf(0), dimOf(turn), turn.g.make(attributes.tensors[0].reshaped(v->shape())), v, add));
}

// --- cumprod where the operand has zeros: nothing may be divided by it ---

// What flows back by numbers alone: for each element the sum over the products that contain it, of the product of the others.
Tensor cumprodByNumbers(const Tensor& a, const Tensor& y, const Tensor& v, std::int64_t dim) {
    const Lanes lanes(a.shape(), {dim});
    std::vector<double> in, product, adjoint, out(static_cast<std::size_t>(a.size()));
    for (std::size_t k = 0; k < lanes.count(); ++k) {
        lanes.gather(a, k, in);
        lanes.gather(y, k, product);
        lanes.gather(v, k, adjoint);
        // Before the first zero as if there were none; the zero itself by what follows up to the next; nothing further on.
        const auto zero = static_cast<std::size_t>(std::find(in.begin(), in.end(), 0.0) - in.begin());
        double sum = 0;
        for (std::size_t i = zero; i-- > 0;) {
            sum += product[i] * adjoint[i];
            out[lanes.place(k, i)] = sum / in[i];
        }
        if (zero == in.size()) continue;
        double others = 1;
        sum = adjoint[zero];
        for (std::size_t j = zero + 1; j < in.size() && in[j] != 0; ++j) {
            others *= in[j];
            sum += adjoint[j] * others;
        }
        out[lanes.place(k, zero)] = sum * (zero == 0 ? 1 : product[zero - 1]);
    }
    return {a.shape(), std::move(out), a.dtype()};
}

// The same as operations, for a gradient that is differentiated again.
Var cumprodByOperations(Turn& turn, const Var& a) {
    Autograd& g = turn.g;
    const std::int64_t dim = dimOf(turn);
    const std::int64_t n = a->shape()[static_cast<std::size_t>(dim)];
    TensorShape one = a->shape();
    one[static_cast<std::size_t>(dim)] = 1;
    const Var out = steps::zeros(g, a->shape(), a->dtype());
    for (std::int64_t k = 0; k < n; ++k) {
        const Var before = k == 0 ? steps::ones(g, one, a->dtype()) : ops::prod(g, ops::slice(g, a, dim, 0, k), {Dims{dim}, true});
        Var others = before;
        if (k + 1 < n) {
            Var after = ops::scan(g, Op::Cumprod, ops::slice(g, a, dim, k + 1, n), dim);
            if (k > 0) after = mul(turn, ops::expand(g, before, after->shape()), after);
            others = ops::cat(g, {before, after}, dim);
        }
        const Var share = ops::sum(g, mul(turn, ops::slice(g, turn.v(), dim, k, n), others), {Dims{dim}, false});
        ops::copyInto(g, ops::select(g, out, dim, k), share);
    }
    return out;
}

}  // namespace

void MaxDim(Turn& turn) { scattered(turn, false); }
void MinDim(Turn& turn) { scattered(turn, false); }
void MedianDim(Turn& turn) { scattered(turn, false); }
void NanmedianDim(Turn& turn) { scattered(turn, false); }
void Mode(Turn& turn) { scattered(turn, false); }
void Kthvalue(Turn& turn) { scattered(turn, false); }
void Sort(Turn& turn) { scattered(turn, false); }
void Topk(Turn& turn) { scattered(turn, false); }
// Forward, PyTorch looks at no dimension of a number; backward it does.
static void checkAsked(Turn& turn) {
    if (turn.shapeOf(0).empty()) (void)ops::wrapped(turn.attributes().n, 0);
}
void Cummax(Turn& turn) {
    checkAsked(turn);
    scattered(turn, true);
}
void Cummin(Turn& turn) {
    checkAsked(turn);
    scattered(turn, true);
}

void Cumsum(Turn& turn) { turn.give(0, single(turn.v(), dimOf(turn)) ? turn.v() : scannedBack(turn, Op::Cumsum, turn.v())); }

void Cumprod(Turn& turn) {
    const Var a = turn.operand(0);
    if (single(a, dimOf(turn))) return turn.give(0, turn.v());
    const Tensor value = a->value();
    if (std::find(value.numbers().begin(), value.numbers().end(), 0.0) == value.numbers().end()) {
        return turn.give(0, div(turn, scannedBack(turn, Op::Cumsum, mul(turn, turn.result(), turn.v())), a));
    }
    turn.give(0, turn.tracked() ? cumprodByOperations(turn, a)
                                : turn.g.make(cumprodByNumbers(value, turn.result()->value(), turn.v()->value(), dimOf(turn))));
}

// The adjoint may have either sign, its logarithm not: the two parts go back apart.
void Logcumsumexp(Turn& turn) {
    if (turn.v()->dims() == 0 || turn.v()->size() == 0) return turn.give(0, turn.v());
    Autograd& g = turn.g;
    const Var v = turn.v();
    const double lowest = v->dtype() == DType::Float32 ? std::numeric_limits<float>::lowest() : std::numeric_limits<double>::lowest();
    const Var none = g.make(Tensor::filled(v->shape(), lowest, v->dtype()));
    const auto logOf = [&](const Var& side) {
        return g.apply(Op::Where, {steps::where(
                                       g, [](double x) { return x > 0 ? 1.0 : 0.0; }, side),
                                   g.apply(Op::Log, {side}), none});
    };
    const auto part = [&](const Var& log) {
        const Var back = scannedBack(turn, Op::Logcumsumexp, sub(turn, log, turn.result()));
        return g.apply(Op::Exp, {g.apply(Op::Add, {back, turn.operand(0)})});
    };
    const Var logPositive = logOf(v);
    const Var logNegative = logOf(g.apply(Op::Neg, {v}));
    const Var positive = part(logPositive);
    const Var negative = part(logNegative);
    turn.give(0, sub(turn, positive, negative));
}

// --- softmax ---

void Softmax(Turn& turn) {
    Attributes attributes;
    attributes.dims = turn.attributes().dims;
    attributes.dtype = turn.dtypeOf(0);
    turn.give(0, turn.g.call(Op::SoftmaxBackward, {turn.v(), turn.result()}, attributes));
}

void LogSoftmax(Turn& turn) {
    Attributes attributes;
    attributes.dims = turn.attributes().dims;
    attributes.dtype = turn.dtypeOf(0);
    turn.give(0, turn.g.call(Op::LogSoftmaxBackward, {turn.v(), turn.result()}, attributes));
}

void SoftmaxBackward(Turn& turn) {
    const Var v = turn.v();
    const Var y = turn.operand(1);
    if (turn.needs(0)) turn.give(0, turn.g.call(Op::SoftmaxBackward, {v, y}, turn.attributes()));
    if (!turn.needs(1)) return;
    const Var u = turn.operand(0);
    const Var first = mul(turn, u, v);
    const Var second = mul(turn, sumAlong(turn, mul(turn, y, u)), v);
    const Var third = mul(turn, u, sumAlong(turn, mul(turn, y, v)));
    turn.give(1, sub(turn, sub(turn, first, second), third));
}

void LogSoftmaxBackward(Turn& turn) {
    const Var v = turn.v();
    const Var y = turn.operand(1);
    if (turn.needs(0)) turn.give(0, sub(turn, v, sumAlong(turn, mul(turn, v, turn.g.apply(Op::Exp, {y})))));
    if (!turn.needs(1)) return;
    const Var z = turn.g.apply(Op::Exp, {y});
    const Var sum = turn.g.apply(Op::Neg, {sumAlong(turn, turn.operand(0))});
    turn.give(1, mul(turn, mul(turn, sum, z), v));
}

}  // namespace backstep::rules
