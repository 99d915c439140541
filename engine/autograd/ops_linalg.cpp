// SPDX-License-Identifier: GPL-3.0-or-later
// Products: what PyTorch 1.13 makes of each pair of ranks.
#include "engine/autograd/ops_linalg.h"

#include <algorithm>

#include "engine/autograd/ops_reduce.h"
#include "engine/autograd/ops_shape.h"
#include "engine/python/errors.h"

namespace backstep::ops {
namespace {

std::string word(DType dtype) { return scalarTypeName(dtype); }
std::string text(std::int64_t n) { return std::to_string(n); }

// "2x3"
std::string by(const Var& m) { return text(m->shape()[0]) + "x" + text(m->shape()[1]); }

void needSameType(const Var& a, const Var& b) {
    if (a->dtype() != b->dtype()) failRuntime("expected scalar type " + word(a->dtype()) + " but found " + word(b->dtype()));
}

void refuseBool(const Var& a, std::string_view kernel) {
    if (a->dtype() == DType::Bool) failRuntime("\"" + std::string(kernel) + "\" not implemented for 'Bool'");
}

void checkSize(Autograd& g, const TensorShape& shape) {
    if (g.host().checkSize) g.host().checkSize(shape);
}

bool byColumns(const Var& m) {
    const std::vector<std::int64_t> strides = m->strides();
    return strides[0] == 1 && strides[1] == m->shape()[0];
}

// Whether the library is told to multiply first and to add then, which rounds in another order.
bool addsLast(const Var& a, const Var& b) {
    const std::vector<std::int64_t> sa = a->strides();
    const std::vector<std::int64_t> sb = b->strides();
    if (b->shape()[1] == 1) return !(sa[0] == 1 && sa[1] >= std::max<std::int64_t>(1, a->shape()[0]));
    return !(sb[1] == 1 && sb[0] >= std::max<std::int64_t>(1, b->shape()[1]));
}

Attributes scaled(Scales scales, std::int64_t bits) {
    Attributes attributes;
    attributes.number = scales.beta;
    attributes.other = scales.alpha;
    attributes.n = bits;
    return attributes;
}

void needMultipliable(const Var& a, const Var& b) {
    if (a->shape()[1] != b->shape()[0]) failRuntime("mat1 and mat2 shapes cannot be multiplied (" + by(a) + " and " + by(b) + ")");
}

// Whole numbers are scaled by whole numbers.
Scales ofType(Scales scales, DType dtype) { return {rounded(scales.beta, dtype), rounded(scales.alpha, dtype), scales.inplace}; }

}  // namespace

std::int64_t columnBits(const Var& a, const Var& b) { return (byColumns(a) ? 1 : 0) | (byColumns(b) ? 2 : 0); }

// --- products of two ---

Var dot(Autograd& g, const Var& a, const Var& b, bool conjugates) {
    g.checkSaving(Op::Dot, std::array{a, b});
    if (a->dims() != 1 || b->dims() != 1) {
        failRuntime("1D tensors expected, but got " + text(static_cast<std::int64_t>(a->dims())) + "D and " +
                    text(static_cast<std::int64_t>(b->dims())) + "D tensors");
    }
    if (a->dtype() != b->dtype()) {
        failRuntime("dot : expected both vectors to have same dtype, but found " + word(a->dtype()) + " and " + word(b->dtype()));
    }
    if (a->size() != b->size()) {
        failRuntime("inconsistent tensor size, expected tensor [" + text(a->size()) + "] and src [" + text(b->size()) +
                    "] to have the same number of elements, but got " + text(a->size()) + " and " + text(b->size()) +
                    " elements respectively");
    }
    refuseBool(a, "dot");
    return checkedWhole(g.call(conjugates ? Op::Vdot : Op::Dot, {a, b}));
}

Var mv(Autograd& g, const Var& a, const Var& x) {
    g.checkSaving(Op::Mv, std::array{a, x});
    if (a->dims() == 0) failIndex("Dimension specified as 0 but tensor has no dimensions");
    if (a->dims() != 2 || x->dims() != 1) {
        failRuntime("vector + matrix @ vector expected, got 1, " + text(static_cast<std::int64_t>(a->dims())) + ", " +
                    text(static_cast<std::int64_t>(x->dims())));
    }
    if (a->shape()[1] != x->shape()[0]) failRuntime("size mismatch, got " + text(a->shape()[0]) + ", " + by(a) + "," + text(x->shape()[0]));
    // Of a matrix without elements nobody asks the type: the product has the vector's.
    if (a->size() == 0 && !a->requiresGrad) {
        if (!isFloating(x->dtype())) return g.make(Tensor::filled({a->shape()[0]}, 0, x->dtype()));
        return g.call(Op::Mv, {a->dtype() == x->dtype() ? a : g.make(Tensor::filled(a->shape(), 0, x->dtype())), x});
    }
    refuseBool(a, "addmv_impl_cpu");
    needSameType(a, x);
    return checkedWhole(g.call(Op::Mv, {a, x}));
}

namespace {

// Where there is nothing to multiply nobody looks at what it would be multiplied by: a product of `dtype`, without elements or of
// zeros. None where types are to be alike.
Var ofNothing(Autograd& g, Op op, const Var& a, const Var& b, DType dtype) {
    if (a->size() != 0 && b->size() != 0) return {};
    const auto fitting = [&](const Var& v) { return v->dtype() == dtype ? v : g.make(Tensor::filled(v->shape(), 0, dtype)); };
    for (const Var& v : {a, b}) {
        if (v->requiresGrad && v->dtype() != dtype) return {};
    }
    if (isFloating(dtype)) return g.call(op, {fitting(a), fitting(b)});
    TensorShape shape = a->shape();
    shape.back() = b->shape().back();
    return g.make(Tensor::filled(shape, 0, dtype));
}

}  // namespace

Var mm(Autograd& g, const Var& a, const Var& b) {
    g.checkSaving(Op::Mm, std::array{a, b});
    if (a->dims() != 2) failRuntime("self must be a matrix");
    if (b->dims() != 2) failRuntime("mat2 must be a matrix");
    needMultipliable(a, b);
    if (const Var none = ofNothing(g, Op::Mm, a, b, a->dtype())) return none;
    refuseBool(a, "addmm_impl_cpu_");
    needSameType(a, b);
    checkSize(g, {a->shape()[0], b->shape()[1]});
    Attributes attributes;
    attributes.n = columnBits(a, b);
    return checkedWhole(g.call(Op::Mm, {a, b}, std::move(attributes)));
}

namespace {

// A size that is asked for before it is known how many there are.
std::int64_t sizeAt(const Var& x, std::int64_t dim) { return x->shape()[existing(dim, x)]; }

void needThreeDims(const Var& a, const Var& b) {
    if (a->dims() != 3) failRuntime("batch1 must be a 3D tensor");
    if (b->dims() != 3) failRuntime("batch2 must be a 3D tensor");
}

void needBatches(const Var& a, const Var& b) {
    needThreeDims(a, b);
    const TensorShape& x = a->shape();
    const TensorShape& y = b->shape();
    if (x[0] != y[0] || x[2] != y[1]) {
        failRuntime("Expected size for first two dimensions of batch2 tensor to be: [" + text(x[0]) + ", " + text(x[2]) + "] but got: [" +
                    text(y[0]) + ", " + text(y[1]) + "].");
    }
}

}  // namespace

Var bmm(Autograd& g, const Var& a, const Var& b) {
    g.checkSaving(Op::Bmm, std::array{a, b});
    needBatches(a, b);
    if (const Var none = ofNothing(g, Op::Bmm, a, b, b->dtype())) return none;
    refuseBool(a, "bmm");
    needSameType(a, b);
    checkSize(g, {a->shape()[0], a->shape()[1], b->shape()[2]});
    return checkedWhole(g.call(Op::Bmm, {a, b}));
}

// --- sums with products ---

namespace {

void needExpandable(Autograd& g, const Var& self, const TensorShape& shape) {
    const auto both = broadcastShapes(self->shape(), shape);
    if (!both || *both != shape) (void)expand(g, g.detached(self), shape);  // which says why not
}

void needShape(const Var& self, const TensorShape& shape) {
    if (self->shape() == shape) return;
    failRuntime("Bad in-place call: input tensor size " + textOf(self->shape()) + " and output tensor size " + textOf(shape) +
                " should match");
}

// The sum anew, or in the place of its first operand.
Var summed(Autograd& g, Op op, const std::array<Var, 3>& operands, const TensorShape& shape, Attributes attributes, bool inplace) {
    if (!inplace) return checkedWhole(g.call(op, operands, std::move(attributes)));
    needShape(operands[0], shape);
    g.inplace(op, operands, std::move(attributes));
    return operands[0];
}

}  // namespace

Var addmm(Autograd& g, const Var& self, const Var& a, const Var& b, Scales scales) {
    g.checkSaving(Op::Addmm, std::array{self, a, b});
    if (self->dtype() != b->dtype()) failRuntime("self and mat2 must have the same dtype");
    if (a->dtype() != b->dtype()) failRuntime("mat1 and mat2 must have the same dtype");
    if (a->dims() != 2) failRuntime("mat1 must be a matrix, got " + text(static_cast<std::int64_t>(a->dims())) + "-D tensor");
    if (b->dims() != 2) failRuntime("mat2 must be a matrix, got " + text(static_cast<std::int64_t>(b->dims())) + "-D tensor");
    needMultipliable(a, b);
    const TensorShape shape{a->shape()[0], b->shape()[1]};
    if (scales.inplace) needShape(self, shape);
    needExpandable(g, self, shape);
    refuseBool(a, "addmm_impl_cpu_");
    checkSize(g, shape);
    return summed(g, Op::Addmm, {self, a, b}, shape, scaled(ofType(scales, a->dtype()), columnBits(a, b) | (addsLast(a, b) ? 4 : 0)),
                  scales.inplace);
}

Var addmv(Autograd& g, const Var& self, const Var& a, const Var& x, Scales scales) {
    g.checkSaving(Op::Addmv, std::array{self, a, x});
    if (a->dims() != 2 || x->dims() != 1 || self->dims() > 1) {
        failRuntime("vector + matrix @ vector expected, got " + text(static_cast<std::int64_t>(self->dims())) + ", " +
                    text(static_cast<std::int64_t>(a->dims())) + ", " + text(static_cast<std::int64_t>(x->dims())));
    }
    if (a->shape()[1] != x->shape()[0] || (self->size() != 1 && self->size() != a->shape()[0])) {
        if (self->dims() == 0) failIndex("Dimension specified as 0 but tensor has no dimensions");  // while it asks for the size to say
        failRuntime("size mismatch, got " + text(self->size()) + ", " + by(a) + "," + text(x->shape()[0]));
    }
    needSameType(a, x);
    refuseBool(a, "addmv_impl_cpu");
    return summed(g, Op::Addmv, {self, a, x}, {a->shape()[0]}, scaled(ofType(scales, a->dtype()), 0), scales.inplace);
}

Var addr(Autograd& g, const Var& self, const Var& a, const Var& b, Scales scales) {
    g.checkSaving(Op::Addr, std::array{self, a, b});
    if (a->dims() != 1) failRuntime("addr: Expected 1-D argument vec1, but got " + text(static_cast<std::int64_t>(a->dims())) + "-D");
    if (b->dims() != 1) failRuntime("addr: Expected 1-D argument vec2, but got " + text(static_cast<std::int64_t>(b->dims())) + "-D");
    if (scales.inplace && self->dims() != 2)
        failRuntime("2D tensor expected, got " + text(static_cast<std::int64_t>(self->dims())) + "D tensor for input");
    const TensorShape shape{a->size(), b->size()};
    if (scales.inplace && self->shape() != shape)
        failRuntime("size mismatch, input: " + textOf(self->shape()) + ", v1: " + textOf(a->shape()) + ", v2: " + textOf(b->shape()));
    needExpandable(g, self, shape);
    checkSize(g, shape);
    Attributes attributes = scaled(scales, 0);
    // What is added is expanded first: also a number counts as a tensor with dimensions.
    attributes.dtype = promote(self->dtype(), promote(a->dtype(), b->dtype()));
    return summed(g, Op::Addr, {self, a, b}, shape, std::move(attributes), scales.inplace);
}

Var baddbmm(Autograd& g, const Var& self, const Var& a, const Var& b, Scales scales) {
    g.checkSaving(Op::Baddbmm, std::array{self, a, b});
    // PyTorch's order: what the sum is expanded to, then whether there is a product.
    const TensorShape shape{sizeAt(a, 0), sizeAt(a, 1), sizeAt(b, 2)};
    needExpandable(g, self, shape);
    needBatches(a, b);
    needSameType(a, b);
    refuseBool(a, "baddbmm");
    checkSize(g, shape);
    return summed(g, Op::Baddbmm, {self, a, b}, shape, scaled(ofType(scales, a->dtype()), 0), scales.inplace);
}

Var addbmm(Autograd& g, const Var& self, const Var& a, const Var& b, Scales scales) {
    if (g.gradEnabled() && (self->requiresGrad || a->requiresGrad || b->requiresGrad)) static_cast<void>(sizeAt(a, 0));  // which is kept
    needExpandable(g, self, {sizeAt(a, 1), sizeAt(b, 2)});
    needThreeDims(a, b);
    const TensorShape& x = a->shape();
    const TensorShape& y = b->shape();
    if (x[0] != y[0]) failRuntime("batch1 and batch2 must have same number of batches, got " + text(x[0]) + " and " + text(y[0]));
    if (x[2] != y[1]) {
        failRuntime("Incompatible matrix sizes for bmm (" + text(x[1]) + "x" + text(x[2]) + " and " + text(y[1]) + "x" + text(y[2]) + ")");
    }
    needSameType(a, b);
    refuseBool(a, "addbmm");
    return summed(g, Op::Addbmm, {self, a, b}, {a->shape()[1], b->shape()[2]}, scaled(ofType(scales, a->dtype()), 0), scales.inplace);
}

// --- matmul ---

namespace {

Var unsafeView(Autograd& g, const Var& x, TensorShape shape) {
    Attributes attributes;
    attributes.sizes = std::move(shape);
    return g.call(Op::UnsafeView, {x}, std::move(attributes));
}

// squeeze_: a change in place of a fresh tensor, whose node has a name of its own.
Var squeezedInPlace(Autograd& g, const Var& x, std::int64_t dim) {
    Attributes attributes;
    attributes.dims = {dim};
    attributes.sizes = x->shape();
    if (x->shape()[static_cast<std::size_t>(dim)] == 1) attributes.sizes.erase(attributes.sizes.begin() + dim);
    Var out = g.call(Op::SqueezeDimInto, {x}, std::move(attributes));
    out->nodeVersion = ++out->storage->version;
    return out;
}

// A batch of matrices times one matrix or vector is one product of a tall matrix; unless its matrices lie transposed.
bool folds(const Var& many, const Var& one) {
    if (many->dims() < 3 || one->dims() > 2) return false;
    const std::vector<std::int64_t> strides = many->strides();
    const TensorShape& s = many->shape();
    return !(many->dims() == 3 && one->dims() == 2 && strides[2] != 1 && strides[0] == s[1] * s[2]);
}

Var folded(Autograd& g, const Var& a, const Var& b) {
    const bool turned = b->dims() > a->dims();
    const Var many = turned ? transpose(g, b, -2, -1) : a;
    const Var one = !turned ? b : a->dims() == 2 ? t(g, a) : a;
    TensorShape shape(many->shape().begin(), many->shape().end() - 1);
    const Var tall = reshape(g, many, {elementCount(shape), many->shape().back()});
    if (one->dims() == 1) return unsafeView(g, mv(g, tall, one), shape);
    shape.push_back(one->shape()[1]);
    const Var out = unsafeView(g, mm(g, tall, one), shape);
    return turned ? contiguous(g, transpose(g, out, -2, -1)) : out;
}

Var batched(Autograd& g, const Var& a, const Var& b) {
    const TensorShape& sa = a->shape();
    const TensorShape& sb = b->shape();
    const std::int64_t n = sa.size() > 1 ? sa[sa.size() - 2] : 1;
    const std::int64_t m1 = sa.back();
    const std::int64_t m2 = sb.size() > 1 ? sb[sb.size() - 2] : sb[0];
    const std::int64_t p = sb.size() > 1 ? sb.back() : 1;
    const TensorShape batchA(sa.begin(), sa.size() > 2 ? sa.end() - 2 : sa.begin());
    const TensorShape batchB(sb.begin(), sb.size() > 2 ? sb.end() - 2 : sb.begin());
    TensorShape shape = broadcastShapes(batchA, batchB).value_or(TensorShape{-1});
    if (shape == TensorShape{-1})
        (void)broadcastOf(std::array{g.make(Tensor::filled(batchA, 0, DType::Bool)), g.make(Tensor::filled(batchB, 0, DType::Bool))});
    const std::int64_t batches = elementCount(shape);
    const auto with = [](TensorShape s, std::initializer_list<std::int64_t> more) {
        s.insert(s.end(), more);
        return s;
    };
    const Var left = reshape(g, expand(g, a, with(shape, {n, m1})), {batches, n, m1});
    const bool vector = sb.size() == 1;
    const Var right = vector ? unsqueeze(g, reshape(g, expand(g, b, with(shape, {m2})), {batches, m2}), 2)
                             : reshape(g, expand(g, b, with(shape, {m2, p})), {batches, m2, p});
    Var out = bmm(g, left, right);
    if (vector) out = squeeze(g, out, -1);
    if (sa.size() > 1) shape.push_back(n);
    if (!vector) shape.push_back(p);
    return unsafeView(g, out, shape);
}

}  // namespace

Var matmul(Autograd& g, const Var& a, const Var& b) {
    const std::size_t m = a->dims();
    const std::size_t n = b->dims();
    if (m == 0 || n == 0) {
        failRuntime("both arguments to matmul need to be at least 1D, but they are " + std::to_string(m) + "D and " + std::to_string(n) +
                    "D");
    }
    if (m == 1 && n == 1) return dot(g, a, b);
    if (m == 2 && n == 1) return mv(g, a, b);
    if (m == 1 && n == 2) return squeezedInPlace(g, mm(g, unsqueeze(g, a, 0), b), 0);
    if (m == 2 && n == 2) return mm(g, a, b);
    return folds(a, b) || folds(b, a) ? folded(g, a, b) : batched(g, a, b);
}

// --- made of others ---

Var outer(Autograd& g, const Var& a, const Var& b) {
    if (a->dims() != 1) failRuntime("outer: Expected 1-D argument self, but got " + text(static_cast<std::int64_t>(a->dims())) + "-D");
    if (b->dims() != 1) failRuntime("outer: Expected 1-D argument vec2, but got " + text(static_cast<std::int64_t>(b->dims())) + "-D");
    return g.apply(Op::Mul, {reshape(g, a, {a->size(), 1}), b});
}

Var inner(Autograd& g, const Var& a, const Var& b) {
    if (a->dims() == 0 || b->dims() == 0) return g.apply(Op::Mul, {a, b});
    if (a->shape().back() != b->shape().back()) {
        failRuntime("inner() the last dimension must match on both input tensors but got shapes " + textOf(a->shape()) + " and " +
                    textOf(b->shape()));
    }
    return tensordot(g, a, b, {-1}, {-1});
}

Var tensordot(Autograd& g, const Var& a, const Var& b, std::vector<std::int64_t> dims1, std::vector<std::int64_t> dims2) {
    if (dims1.size() != dims2.size()) failRuntime("both dimension lists should have same length");
    Var left = a;
    Var right = b;
    std::int64_t contracted = 1;
    for (std::size_t i = 0; i < dims1.size(); ++i) {
        dims1[i] = static_cast<std::int64_t>(wrapped(dims1[i], a->dims()));
        dims2[i] = static_cast<std::int64_t>(wrapped(dims2[i], b->dims()));
        const std::int64_t s1 = a->shape()[static_cast<std::size_t>(dims1[i])];
        const std::int64_t s2 = b->shape()[static_cast<std::size_t>(dims2[i])];
        if (s2 == 1) {
            left = sum(g, left, {Dims{dims1[i]}, true});
        } else if (s1 == 1) {
            right = sum(g, right, {Dims{dims2[i]}, true});
        } else if (s1 != s2) {
            failRuntime("contracted dimensions need to match, but first has size " + text(s1) + " in dim " + text(dims1[i]) +
                        " and second has size " + text(s2) + " in dim " + text(dims2[i]));
        } else {
            contracted *= s1;
        }
    }
    const auto in = [](const std::vector<std::int64_t>& dims, std::size_t d) {
        return std::find(dims.begin(), dims.end(), static_cast<std::int64_t>(d)) != dims.end();
    };
    Sizes order1, order2 = dims2, shape;
    std::int64_t rows = 1, columns = 1;
    for (std::size_t d = 0; d < left->dims(); ++d) {
        if (in(dims1, d)) continue;
        order1.push_back(static_cast<std::int64_t>(d));
        shape.push_back(left->shape()[d]);
        rows *= left->shape()[d];
    }
    order1.insert(order1.end(), dims1.begin(), dims1.end());
    for (std::size_t d = 0; d < right->dims(); ++d) {
        if (in(dims2, d)) continue;
        order2.push_back(static_cast<std::int64_t>(d));
        shape.push_back(right->shape()[d]);
        columns *= right->shape()[d];
    }
    const Var x = reshape(g, permute(g, left, order1), {rows, contracted});
    const Var y = reshape(g, permute(g, right, order2), {contracted, columns});
    return reshape(g, mm(g, x, y), shape);
}

Var kron(Autograd& g, const Var& a, const Var& b) {
    const std::size_t n = std::max(a->dims(), b->dims());
    TensorShape sa(2 * n, 1), sb(2 * n, 1), shape(n);
    for (std::size_t d = 0; d < n; ++d) {
        const std::int64_t x = d + a->dims() < n ? 1 : a->shape()[d + a->dims() - n];
        const std::int64_t y = d + b->dims() < n ? 1 : b->shape()[d + b->dims() - n];
        sa[2 * d] = x;
        sb[2 * d + 1] = y;
        shape[d] = x * y;
    }
    checkSize(g, shape);
    // The factors share memory with what they are made of, without its version: what is changed later is not noticed, but used.
    // The product lies in memory as they do.
    const auto unnoticed = [&](const Var& of, const TensorShape& sizes) {
        Var out = unsafeView(g, of, sizes);
        if (const auto window = reshaped(windowOf(*of), sizes)) {
            out->storage = of->storage;
            out->window = std::make_unique<Window>(*window);
            out->ownVersion = std::make_shared<std::uint32_t>(0);
            out->nodeVersion = 0;
            out->nodeRevision = out->storage->revision;
        }
        return out;
    };
    const Var left = unnoticed(a, sa);
    const Var right = unnoticed(b, sb);
    const Var product = g.apply(Op::Mul, {left, right});
    if (!reshaped(windowOf(*product), shape)) (void)view(g, product, shape);  // which says why not
    const Var out = unsafeView(g, product, shape);
    if (!product->isContiguous()) g.relayout(out, reshaped(windowOf(*product), shape)->strides);
    return out;
}

Var linear(Autograd& g, const Var& x, const Var& weight, const Var& bias) {
    if (bias && x->dims() == 2) return addmm(g, bias, x, t(g, weight));
    if (bias && x->dims() == 3 && x->isContiguous()) {
        if (weight->dims() != 2) failRuntime("mat2 must be a matrix, got " + text(static_cast<std::int64_t>(weight->dims())) + "-D tensor");
        const Var turned = t(g, weight);  // before the view, as PyTorch's compiler has it
        const Var flat = view(g, x, {x->shape()[0] * x->shape()[1], x->shape()[2]});
        const Var out = addmm(g, bias, flat, turned);
        return view(g, out, {x->shape()[0], x->shape()[1], out->shape()[1]});
    }
    const Var out = matmul(g, x, t(g, weight));
    if (!bias) return out;
    g.inplace(Op::Add, std::array{out, bias});
    return out;
}

Var cross(Autograd& g, const Var& a, const Var& b, std::int64_t dim) {
    g.checkSaving(Op::Cross, std::array{a, b});
    if (a->dims() != b->dims()) failRuntime("linalg.cross: inputs must have the same number of dimensions.");
    if (resultType(std::array{a, b}) == DType::Bool) failRuntime("\"cross\" not implemented for 'Bool'");
    const std::size_t d = existing(dim, a);
    const auto size = [&](const Var& v) { return v->shape()[d]; };
    if (size(a) != 3 || size(b) != 3) {
        failRuntime("linalg.cross: inputs dimension " + text(dim) + " must have length 3. Got " + text(size(a)) + " and " + text(size(b)));
    }
    (void)broadcastOf(std::array{a, b});
    needSameType(a, b);
    Attributes attributes;
    attributes.dims = {static_cast<std::int64_t>(d)};
    return checkedWhole(g.call(Op::Cross, {a, b}, std::move(attributes)));
}

Var firstCross(Autograd& g, const Var& a, const Var& b) {
    for (std::size_t d = 0; d < a->dims(); ++d) {
        if (a->shape()[d] == 3) return cross(g, a, b, static_cast<std::int64_t>(d));
    }
    failRuntime("no dimension of size 3 in input");
}

Var trace(Autograd& g, const Var& a) {
    if (a->dims() != 2) failRuntime("trace: expected a matrix, but got tensor with dim " + text(static_cast<std::int64_t>(a->dims())));
    refuseBool(a, "trace");
    return checkedWhole(g.call(Op::Trace, {a}));
}

}  // namespace backstep::ops
