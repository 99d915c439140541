// SPDX-License-Identifier: GPL-3.0-or-later
// Rules of sums, extremes, spreads and norms.
#include <algorithm>
#include <cmath>

#include "engine/autograd/ops_reduce.h"
#include "engine/autograd/ops_shape.h"
#include "engine/autograd/rules.h"
#include "engine/autograd/steps.h"
#include "engine/python/errors.h"

namespace backstep::rules {
namespace {

using steps::Dims;

// The dims that keepdim=False has dropped, or none. (An op over all elements has an empty list, and drops all.)
Var restored(Turn& turn, const Var& v) {
    const Attributes& a = turn.attributes();
    if (a.keepdim || turn.shapeOf(0).empty()) return v;
    return steps::unsqueezed(turn.g, v, a.dims);
}

Var spreadOut(Turn& turn, const Var& v) { return ops::expand(turn.g, restored(turn, v), turn.shapeOf(0)); }

double reducedCount(Turn& turn) {
    const TensorShape shape = turn.shapeOf(0);
    if (turn.attributes().dims.empty()) return static_cast<double>(elementCount(shape));
    double n = 1;
    for (const std::int64_t d : turn.attributes().dims) {
        if (static_cast<std::size_t>(d) < shape.size()) n *= static_cast<double>(shape[static_cast<std::size_t>(d)]);
    }
    return n;
}

Var mul(Turn& turn, const Var& a, const Var& b) { return turn.g.apply(Op::Mul, {a, b}); }
Var div(Turn& turn, const Var& a, const Var& b) { return turn.g.apply(Op::Div, {a, b}); }
Var sub(Turn& turn, const Var& a, const Var& b) { return turn.g.apply(Op::Sub, {a, b}); }

double isZero(double x) { return x == 0 ? 1 : 0; }
double isNan(double x) { return std::isnan(x) ? 1 : 0; }
double isNumber(double x) { return std::isnan(x) ? 0 : 1; }

// Products of all other elements along a dimension, without dividing: from the left times from the right.
Var productsOfOthers(Turn& turn, const Var& v, const Var& a, std::int64_t dim) {
    Autograd& g = turn.g;
    const auto d = static_cast<std::size_t>(dim);
    const std::int64_t n = a->shape()[d];
    if (n == 1) return v;
    TensorShape one = a->shape();
    one[d] = 1;
    const Var ones = steps::ones(g, one, a->dtype());
    const auto reversed = [&](const Var& x) {
        const std::int64_t size = x->shape()[d];
        std::vector<double> places;
        for (std::int64_t i = size; i-- > 0;) places.push_back(static_cast<double>(i));
        return ops::indexSelect(x, dim, g.make(Tensor({size}, std::move(places), DType::Int64))).call(g);
    };
    const std::vector<Var> before{ones, ops::slice(g, a, dim, 0, n - 1)};
    const Var left = ops::scan(g, Op::Cumprod, ops::cat(g, before, dim), dim);
    const std::vector<Var> after{ones, reversed(ops::slice(g, a, dim, 1, n))};
    const Var right = reversed(ops::scan(g, Op::Cumprod, ops::cat(g, after, dim), dim));
    return mul(turn, v, mul(turn, left, right));
}

std::int64_t zerosIn(const Var& a) {
    const Tensor value = a->value();
    std::int64_t n = 0;
    for (const double x : value.numbers()) n += x == 0 ? 1 : 0;
    return n;
}

// To every element that equals the extreme an equal share.
void shareEvenly(Turn& turn) {
    Autograd& g = turn.g;
    const Var a = turn.operand(0);
    const Var y = turn.result();
    const Var mask = std::isnan(y->item()) ? steps::where(g, isNan, a) : steps::equal(g, a, y);
    const Var share = div(turn, turn.v(), ops::sum(g, mask));
    turn.give(0, steps::masked(g, steps::zeros(g, a->shape(), turn.v()->dtype()), mask, share));
}

Var reshapedBack(Turn& turn, const Var& v) {
    const Attributes& attributes = turn.attributes();
    if (attributes.keepdim) return v;
    TensorShape shape = turn.shapeOf(0);
    for (std::size_t d = 0; d < shape.size(); ++d) {
        const bool reduced = attributes.dims.empty() || std::find(attributes.dims.begin(), attributes.dims.end(),
                                                                  static_cast<std::int64_t>(d)) != attributes.dims.end();
        if (reduced) shape[d] = 1;
    }
    return ops::reshape(turn.g, v, shape);
}

void shareAlong(Turn& turn) {
    Autograd& g = turn.g;
    const Var a = turn.operand(0);
    const Var mask = steps::equal(g, reshapedBack(turn, turn.result()), a);
    Dims dims = turn.attributes().dims;
    if (dims.empty()) {
        for (std::size_t d = 0; d < a->dims(); ++d) dims.push_back(static_cast<std::int64_t>(d));
    }
    const Var count = ops::sum(g, mask, {dims, true});
    turn.give(0, mul(turn, div(turn, reshapedBack(turn, turn.v()), count), mask));
}

// --- spread ---

Var varianceBackward(Turn& turn, Var v) {
    Autograd& g = turn.g;
    const Attributes& attributes = turn.attributes();
    const Var a = turn.operand(0);
    const bool all = a->dims() == 0 || attributes.n == 0;
    if (!all && !attributes.keepdim && a->dims() > 1) v = steps::unsqueezed(g, v, attributes.dims);
    const double freedom = reducedCount(turn) - attributes.number;
    if (all && freedom == 0) return steps::times(g, v, HUGE_VAL);  // of no shape: PyTorch's own slip
    const Var centre = all ? ops::mean(g, a) : ops::mean(g, a, {attributes.dims, true});
    const Var centred = sub(turn, a, centre);
    return mul(turn, steps::times(g, v, 2 / freedom), centred);
}

Var deviationBackward(Turn& turn, const Var& v) {
    const Var y = turn.result();
    const Var scaled = div(turn, v, steps::times(turn.g, y, 2));
    return varianceBackward(turn, steps::masked(turn.g, scaled, steps::where(turn.g, isZero, y), 0));
}

Var adjoint(Turn& turn, std::size_t output) { return output < turn.outputs() ? turn.v(output) : Var(); }

void spreadAndMean(Turn& turn, bool root) {
    Var out;
    if (const Var v = adjoint(turn, 0)) out = root ? deviationBackward(turn, v) : varianceBackward(turn, v);
    if (const Var v = adjoint(turn, 1)) {
        const bool all = turn.attributes().n == 0;
        const Var wide = all ? ops::expand(turn.g, v, turn.shapeOf(0)) : spreadOut(turn, v);
        const Var mean = steps::dividedBy(turn.g, wide, reducedCount(turn));
        out = out ? turn.g.apply(Op::Add, {out, mean}) : mean;
    }
    turn.give(0, out);
}

// --- norms ---

// Of the norm y of a; v and y already have the dimensions back that the norm had dropped.
Var normBackward(Turn& turn, const Var& a, const Var& v, const Var& y, double p, const Dims& dims) {
    Autograd& g = turn.g;
    if (p == 0) return {};
    if (p == 1) return mul(turn, steps::signOf(g, a), v);
    const auto zero = [&](const Var& of) { return steps::where(g, isZero, of); };
    if (p == 2) return mul(turn, v, steps::masked(g, div(turn, a, y), zero(y), 0));
    const Var size = g.apply(Op::Abs, {a});
    if (std::isinf(p)) {
        const Var mask = g.apply(Op::Or, {steps::equal(g, size, y), steps::where(g, isNan, size)});
        const Var count = ops::sum(g, mask, {dims, true});
        return mul(turn, steps::signOf(g, a), mul(turn, div(turn, v, count), mask));
    }
    if (p < 1) {
        const Var slope = steps::masked(g, steps::power(g, size, p - 1), zero(a), 0);
        return mul(turn, mul(turn, mul(turn, steps::signOf(g, a), slope), v), steps::power(g, y, 1 - p));
    }
    const Var slope = p < 2 ? mul(turn, steps::signOf(g, a), steps::power(g, size, p - 1)) : mul(turn, a, steps::power(g, size, p - 2));
    return mul(turn, slope, steps::masked(g, div(turn, v, steps::power(g, y, p - 1)), zero(y), 0));
}

Dims allDims(std::size_t n) {
    Dims out;
    for (std::size_t d = 0; d < n; ++d) out.push_back(static_cast<std::int64_t>(d));
    return out;
}

void normRule(Turn& turn) {
    const Var a = turn.operand(0);
    const Dims& dims = turn.attributes().dims;
    const Var v = restored(turn, turn.v());
    const Var y = restored(turn, turn.result());
    turn.give(0, normBackward(turn, a, v, y, turn.attributes().number, dims.empty() ? allDims(a->dims()) : dims));
}

}  // namespace

void Sum(Turn& turn) { turn.give(0, ops::expand(turn.g, turn.v(), turn.shapeOf(0))); }
void SumDim(Turn& turn) { turn.give(0, spreadOut(turn, turn.v())); }

void Mean(Turn& turn) { turn.give(0, steps::dividedBy(turn.g, ops::expand(turn.g, turn.v(), turn.shapeOf(0)), reducedCount(turn))); }

void MeanDim(Turn& turn) { turn.give(0, steps::dividedBy(turn.g, spreadOut(turn, turn.v()), reducedCount(turn))); }

void Nansum(Turn& turn) { turn.give(0, mul(turn, spreadOut(turn, turn.v()), steps::where(turn.g, isNumber, turn.operand(0)))); }

void Prod(Turn& turn) {
    const Var a = turn.operand(0);
    if (a->dims() == 0) return turn.give(0, turn.v());
    const std::int64_t zeros = zerosIn(a);
    if (zeros == 0) return turn.give(0, mul(turn, turn.v(), div(turn, turn.result(), a)));
    if (zeros > 1) return turn.give(0, steps::zeros(turn.g, a->shape(), a->dtype()));
    const Var flat = ops::view(turn.g, ops::contiguous(turn.g, a), {-1});
    turn.give(0, ops::view(turn.g, productsOfOthers(turn, turn.v(), flat, 0), a->shape()));
}

void ProdDim(Turn& turn) {
    const Var a = turn.operand(0);
    if (a->dims() == 0) return turn.give(0, turn.v());
    const Var v = restored(turn, turn.v());
    if (zerosIn(a) > 0) return turn.give(0, productsOfOthers(turn, v, a, turn.attributes().dims[0]));
    turn.give(0, mul(turn, v, div(turn, restored(turn, turn.result()), a)));
}

void Max(Turn& turn) { shareEvenly(turn); }
void Min(Turn& turn) { shareEvenly(turn); }
void Median(Turn& turn) { shareEvenly(turn); }
void Nanmedian(Turn& turn) { shareEvenly(turn); }
void Amax(Turn& turn) { shareAlong(turn); }
void Amin(Turn& turn) { shareAlong(turn); }
void Aminmax(Turn&) { failRuntime("derivative for aten::aminmax is not implemented"); }

namespace {

[[noreturn]] void failMissing(const std::string& name) {
    python::raise<python::NotImplementedError>("the derivative for '" + name + "' is not implemented.");
}

}  // namespace

void Unique(Turn&) { failMissing("_unique2"); }
void UniqueConsecutive(Turn&) { failMissing("unique_consecutive"); }
void UniqueDim(Turn&) { failMissing("unique_dim"); }

void Logsumexp(Turn& turn) {
    const Var v = restored(turn, turn.v());
    const Var weights = turn.g.apply(Op::Exp, {sub(turn, turn.operand(0), restored(turn, turn.result()))});
    turn.give(0, mul(turn, v, weights));
}

void Variance(Turn& turn) { turn.give(0, varianceBackward(turn, turn.v())); }
void Deviation(Turn& turn) { turn.give(0, deviationBackward(turn, turn.v())); }
void VarianceMean(Turn& turn) { spreadAndMean(turn, false); }
void DeviationMean(Turn& turn) { spreadAndMean(turn, true); }

void Norm(Turn& turn) { normRule(turn); }
void NormDType(Turn& turn) { normRule(turn); }
void VectorNorm(Turn& turn) { normRule(turn); }

void Renorm(Turn& turn) {
    Autograd& g = turn.g;
    const Attributes& attributes = turn.attributes();
    const Var a = turn.operand(0);
    Dims others;
    for (const std::int64_t d : allDims(a->dims())) {
        if (d != attributes.dims[0]) others.push_back(d);
    }
    // The way back of a float32 goes by way of float64, unlike the way forward.
    const std::optional<DType> wide = a->dtype() == DType::Float32 ? std::optional(DType::Float64) : std::nullopt;
    const Var size = ops::vectorNorm(g, a, attributes.number, {others, true}, wide);
    const Var onNorm = ops::sum(g, mul(turn, a, turn.v()), {others, true}, wide);
    const Var back = normBackward(turn, a, onNorm, size, attributes.number, others);
    const Var inverse = g.apply(Op::Reciprocal, {steps::plus(g, size, 1e-7)});
    const Var rest = sub(turn, turn.v(), mul(turn, inverse, back));
    Var whole = mul(turn, steps::times(g, inverse, attributes.other), rest);
    if (whole->dtype() != turn.v()->dtype()) {
        Attributes narrow;
        narrow.dtype = turn.v()->dtype();
        whole = g.call(Op::ToCopy, {whole}, std::move(narrow));
    }
    const Var over = g.apply(Op::Gt, {size, g.number(attributes.other, DType::Float64)});
    turn.give(0, g.apply(Op::Where, {over, whole, turn.v()}));
}

void Dist(Turn& turn) {
    const auto back = [&] {  // each of them computes it anew
        const Var difference = sub(turn, turn.operand(0), turn.operand(1));
        return normBackward(turn, difference, turn.v(), turn.result(), turn.attributes().number, allDims(difference->dims()));
    };
    if (turn.attributes().number == 0) return;
    if (turn.needs(1)) turn.give(1, turn.g.apply(Op::Neg, {back()}));
    if (turn.needs(0)) turn.give(0, back());
}

}  // namespace backstep::rules
