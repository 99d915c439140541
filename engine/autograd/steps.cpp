// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/autograd/steps.h"

#include <algorithm>

#include "engine/autograd/ops_shape.h"

namespace backstep::steps {
namespace {

Var number(Autograd& g, double value) { return g.number(value, DType::Float64); }

}  // namespace

// --- arithmetic ---

Var times(Autograd& g, const Var& a, double factor) { return g.apply(Op::MulNumber, {a, number(g, factor)}); }
Var dividedBy(Autograd& g, const Var& a, double divisor) { return g.apply(Op::DivNumber, {a, number(g, divisor)}); }
Var plus(Autograd& g, const Var& a, double term) { return g.apply(Op::AddNumber, {a, number(g, term)}); }
Var power(Autograd& g, const Var& a, double exponent) { return g.apply(Op::PowNumber, {a, number(g, exponent)}); }
Var signOf(Autograd& g, const Var& a) { return g.apply(Op::Sgn, {a}); }

Var where(Autograd& g, double (*holds)(double), const Var& of) {
    const Tensor value = of->value();
    std::vector<double> out(value.numbers().begin(), value.numbers().end());
    std::transform(out.begin(), out.end(), out.begin(), holds);
    return g.make(Tensor(value.shape(), std::move(out), DType::Bool));
}

Var equal(Autograd& g, const Var& a, const Var& b) { return g.apply(Op::Eq, {a, b}); }
Var zeros(Autograd& g, const TensorShape& shape, DType dtype) { return g.make(Tensor::filled(shape, 0, dtype)); }
Var ones(Autograd& g, const TensorShape& shape, DType dtype) { return g.make(Tensor::filled(shape, 1, dtype)); }

Var masked(Autograd& g, const Var& a, const Var& mask, double value) { return g.apply(Op::FillMasked, {a, mask, number(g, value)}); }

Var masked(Autograd& g, const Var& a, const Var& mask, const Var& value) { return ops::maskedFill(a, mask, value).inplace(g); }

// --- shape ---

Var unsqueezed(Autograd& g, const Var& a, const Dims& dropped) {
    Var out = a;
    for (const std::int64_t dim : dropped) out = ops::unsqueeze(g, out, dim);
    return out;
}

Var scatter(Autograd& g, const TensorShape& shape, std::int64_t dim, const Var& places, const Var& from, bool add) {
    const Var out = zeros(g, shape, from->dtype());
    return (add ? ops::scatterAdd(out, dim, places, from) : ops::scatter(out, dim, places, from)).inplace(g);
}

}  // namespace backstep::steps
