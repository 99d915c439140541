// SPDX-License-Identifier: GPL-3.0-or-later
// Joining, turning, copying.
#include <algorithm>
#include <array>

#include "engine/autograd/ops_shape.h"
#include "engine/autograd/ops_words.h"
#include "engine/python/errors.h"

namespace backstep::ops {
namespace {

bool isSkipped(const Var& v) { return v->dims() == 1 && v->size() == 0; }

void checkSize(Autograd& g, const TensorShape& shape) {
    if (g.host().checkSize) g.host().checkSize(shape);
}

}  // namespace

// --- joining ---

Var cat(Autograd& g, const std::vector<Var>& tensors, std::int64_t dim) {
    if (tensors.empty()) failRuntime("torch.cat(): expected a non-empty list of Tensors");
    std::size_t first = tensors.size();
    for (std::size_t i = 0; i < tensors.size(); ++i) {
        if (tensors[i]->dims() == 0) failRuntime("zero-dimensional tensor (at position " + count(i) + ") cannot be concatenated");
        if (first == tensors.size() && !isSkipped(tensors[i])) first = i;
    }
    const Var& model = tensors[first == tensors.size() ? 0 : first];
    // Nothing but empty vectors: PyTorch does not look along which dimension they are joined.
    const std::size_t d = first == tensors.size() ? 0 : wrapped(dim, model->dims());
    TensorShape shape = model->shape();
    for (std::size_t i = first + 1; i < tensors.size(); ++i) {
        const Var& v = tensors[i];
        if (isSkipped(v)) continue;
        if (v->dims() != model->dims()) {
            failRuntime("Tensors must have same number of dimensions: got " + count(model->dims()) + " and " + count(v->dims()));
        }
        for (std::size_t k = 0; k < v->dims(); ++k) {
            if (k == d || v->shape()[k] == model->shape()[k]) continue;
            failRuntime("Sizes of tensors must match except in dimension " + count(d) + ". Expected size " + number(model->shape()[k]) +
                        " but got size " + number(v->shape()[k]) + " for tensor number " + count(i) + " in the list.");
        }
        shape[d] += v->shape()[d];
    }
    checkSize(g, shape);
    Attributes a;
    a.dims = {static_cast<std::int64_t>(d)};
    return g.call(Op::Cat, tensors, std::move(a));
}

Var stack(Autograd& g, const std::vector<Var>& tensors, std::int64_t dim) {
    if (tensors.empty()) failRuntime("stack expects a non-empty TensorList");
    Attributes a;
    a.dims = {static_cast<std::int64_t>(wrapped(dim, tensors[0]->dims() + 1))};
    for (std::size_t i = 1; i < tensors.size(); ++i) {
        if (tensors[i]->shape() == tensors[0]->shape()) continue;
        failRuntime("stack expects each tensor to be equal size, but got " + textOf(tensors[0]->shape()) + " at entry 0 and " +
                    textOf(tensors[i]->shape()) + " at entry " + count(i));
    }
    TensorShape shape = tensors[0]->shape();
    shape.push_back(static_cast<std::int64_t>(tensors.size()));
    checkSize(g, shape);
    return g.call(Op::Stack, tensors, std::move(a));
}

Var repeat(Autograd& g, const Var& x, const Sizes& times) {
    if (times.size() < x->dims()) failRuntime("Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor");
    TensorShape shape = times;
    for (std::size_t d = 0; d < x->dims(); ++d) shape[d + times.size() - x->dims()] *= x->shape()[d];
    for (const std::int64_t size : shape) {
        if (size < 0) failRuntime("Trying to create tensor with negative dimension " + number(size) + ": " + textOf(shape));
    }
    checkSize(g, shape);
    Attributes a;
    a.sizes = times;
    return g.call(Op::Repeat, {x}, std::move(a));
}

// --- turning ---

Var flip(Autograd& g, const Var& x, const Sizes& dims) {
    Attributes a;
    for (const std::int64_t dim : dims) {
        const auto d = static_cast<std::int64_t>(wrapped(dim, x->dims()));
        if (std::find(a.dims.begin(), a.dims.end(), d) != a.dims.end())
            failRuntime("dim " + number(d) + " appears multiple times in the list of dims");
        a.dims.push_back(d);
    }
    return g.call(Op::Flip, {x}, std::move(a));
}

Var roll(Autograd& g, const Var& x, const Sizes& shifts, const Sizes& dims) {
    if (shifts.empty()) failRuntime("`shifts` required");
    if (shifts.size() != dims.size() && !(dims.empty() && shifts.size() == 1)) {
        failRuntime("shifts and dimensions must align. shifts: " + count(shifts.size()) + ", dims:" + count(dims.size()));
    }
    Attributes a;
    a.sizes = shifts;
    if (x->size() == 0) {  // nothing to turn: PyTorch does not look at the dimensions
        a.sizes = {0};
    } else {
        for (const std::int64_t dim : dims) a.dims.push_back(static_cast<std::int64_t>(existing(dim, x)));
    }
    return g.call(Op::Roll, {x}, std::move(a));
}

Var rot90(Autograd& g, const Var& x, std::int64_t times, const Sizes& dims) {
    const auto n = static_cast<std::int64_t>(x->dims());
    if (dims.size() != 2) failRuntime("expected total rotation dims == 2, but got dims = " + count(dims.size()));
    if (n < 2) failRuntime("expected total dims >= 2, but got total dims = " + number(n));
    if (dims[0] == dims[1] || std::abs(dims[0] - dims[1]) == n) {
        failRuntime("expected rotation dims to be different, but got dim0 = " + number(dims[0]) + " and dim1 = " + number(dims[1]));
    }
    for (std::size_t k = 0; k < 2; ++k) {
        if (dims[k] >= n || dims[k] < -n)
            failRuntime("Rotation dim" + count(k) + " out of range, dim" + count(k) + " = " + number(dims[k]));
    }
    Attributes a;
    a.n = times;
    a.dims = {static_cast<std::int64_t>(wrapped(dims[0], x->dims())), static_cast<std::int64_t>(wrapped(dims[1], x->dims()))};
    const Var out = g.call(Op::Rot90, {x}, a);
    // It is flipped, where it lies as x does, and then seen transposed.
    Window window{x->shape(), commonStrides({windowOf(*x)}, x->shape()), 0};
    if (times % 2 != 0) window = transposed(std::move(window), a.dims[0], a.dims[1]);
    if (!isContiguous(window)) g.relayout(out, window.strides);
    return out;
}

Var diag(Autograd& g, const Var& x, std::int64_t offset) {
    if (x->dims() != 1 && x->dims() != 2) failRuntime("matrix or a vector expected");
    if (x->dims() == 1) checkSize(g, {x->size() + std::abs(offset), x->size() + std::abs(offset)});
    Attributes a;
    a.n = offset;
    return g.call(Op::Diag, {x}, std::move(a));
}

Var diagEmbed(Autograd& g, const Var& x, std::int64_t offset, std::int64_t dim1, std::int64_t dim2) {
    if (x->isInference && x->requiresGrad && !g.inference())
        python::unsupported("diag_embed of a tensor of inference mode that requires grad");
    Attributes a;
    a.n = offset;
    a.dims = {static_cast<std::int64_t>(wrapped(dim1, x->dims() + 1)), static_cast<std::int64_t>(wrapped(dim2, x->dims() + 1))};
    if (a.dims[0] == a.dims[1]) failRuntime("diagonal dimensions cannot be identical " + number(dim1) + ", " + number(dim2));
    TensorShape shape = x->shape();
    if (!shape.empty()) shape.push_back(shape.back() + std::abs(offset));
    checkSize(g, shape);
    return g.call(Op::DiagEmbed, {x}, std::move(a));
}

Var triangle(Autograd& g, const Var& x, std::int64_t diagonal, bool upper) {
    if (x->size() > 0) static_cast<void>(existing(-2, x));
    Attributes a;
    a.n = diagonal;
    return g.call(upper ? Op::Triu : Op::Tril, {x}, std::move(a));
}

// --- copying ---

void copyInto(Autograd& g, const Var& self, const Var& value) {
    if (self->shape() == value->shape()) return g.inplace(Op::CopyInto, std::array{self, value});
    if (value->dims() == 0) return g.inplace(Op::FillWith, std::array{self, value});
    // Dimensions of size 1 in front do not count; where there are none, it is a view all the same.
    Sizes shape = value->shape();
    while (!shape.empty() && shape.front() == 1) shape.erase(shape.begin());
    const Var from = view(g, value, shape);
    const Var wide = from->shape() == self->shape() ? from : expand(g, from, self->shape());
    g.inplace(Op::CopyInto, std::array{self, wide});
}

}  // namespace backstep::ops
