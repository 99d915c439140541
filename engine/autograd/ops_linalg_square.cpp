// SPDX-License-Identifier: GPL-3.0-or-later
// Determinants, inverses, equations.
#include <algorithm>
#include <cmath>

#include "engine/autograd/ops_linalg.h"
#include "engine/autograd/ops_shape.h"
#include "engine/autograd/steps.h"
#include "engine/python/interpreter.h"
#include "engine/tape/matrices.h"

namespace backstep::ops {
namespace {

std::string word(DType dtype) { return scalarTypeName(dtype); }
std::string text(std::int64_t n) { return std::to_string(n); }

void needSquareOfAny(const Var& a, const std::string& function) {
    if (a->dims() < 2) failRuntime(function + ": The input tensor A must have at least 2 dimensions.");
    const std::int64_t rows = a->shape()[a->dims() - 2];
    const std::int64_t columns = a->shape().back();
    if (rows != columns) {
        failRuntime(function + ": A must be batches of square matrices, but they are " + text(rows) + " by " + text(columns) + " matrices");
    }
}

void needFloating(const Var& a, const std::string& function) {
    if (!isFloating(a->dtype())) failRuntime(function + ": Expected a floating point or complex tensor as input. Got " + word(a->dtype()));
}

void needSquare(const Var& a, const std::string& function) {
    needSquareOfAny(a, function);
    needFloating(a, function);
}

// The matrix is factorized as it lies, or as its transpose.
Attributes layoutOf(const Var& a) {
    Attributes attributes;
    attributes.n = a->isContiguous() ? 0 : 1;
    return attributes;
}

// What the library that solves writes lies column by column.
Var byColumns(Autograd& g, const Var& fresh) {
    const std::size_t n = fresh->dims();
    if (n < 2) return fresh;
    const TensorShape& shape = fresh->shape();
    std::vector<std::int64_t> strides(n, 1);
    strides[n - 1] = std::max<std::int64_t>(shape[n - 2], 1);
    std::int64_t batch = strides[n - 1] * std::max<std::int64_t>(shape[n - 1], 1);
    for (std::size_t d = n - 2; d-- > 0; batch *= std::max<std::int64_t>(shape[d], 1)) strides[d] = batch;
    g.relayout(fresh, std::move(strides));
    return fresh;
}

// torch.linalg.LinAlgError, made when it is first raised.
struct LinalgError {
    python::Type* type = nullptr;
};

[[noreturn]] void failLinalg(std::string message) { python::raise(linalgErrorType(), std::move(message)); }

void needRegular(const Var& a, const Attributes& attributes, const std::string& function, bool inverse) {
    const Singular found = firstSingular(a->value(), attributes.n != 0);
    if (found.pivot == 0) return;
    const std::string where = a->dims() > 2 ? "(Batch element " + text(found.batch) + "): " : "";
    if (inverse) {
        failLinalg(function + ": " + where + "The diagonal element " + text(found.pivot) +
                   " is zero, the inversion could not be completed because the input matrix is singular.");
    }
    failLinalg("torch." + function + ": " + where + "The solver failed because the input matrix is singular.");
}

// Whether B is a batch of vectors: of as many dimensions as A has batches and one more, and sized like them.
bool vectorsOnTheRight(const Var& a, const Var& b) {
    if (b->dims() == 1) return true;
    TensorShape expected(a->shape().begin(), a->shape().end() - 1);
    return a->dims() - 1 == b->dims() && b->shape() == expected;
}

}  // namespace

python::Type* linalgErrorType() {
    LinalgError& error = python::Interpreter::current().state<LinalgError>();
    if (error.type == nullptr) {
        error.type = python::defineType("_LinAlgError", "torch._C", python::typeOf(python::RuntimeError),
                                        python::typeOf(python::RuntimeError)->layout);
        python::finishType(*error.type);
    }
    return error.type;
}

Var det(Autograd& g, const Var& a) {
    needSquare(a, "linalg.det");
    return g.call(Op::Det, {a}, layoutOf(a));
}

std::vector<Var> slogdet(Autograd& g, const Var& a) {
    needSquare(a, "linalg.slogdet");
    return g.callMany(Op::Slogdet, std::array{a}, layoutOf(a));
}

Var logdet(Autograd& g, const Var& a) {
    needSquare(a, "logdet");
    const std::vector<Var> parts = slogdet(g, a);
    const Var negative = steps::where(
        g, [](double x) { return x == -1 ? 1.0 : 0.0; }, parts[0]);
    return g.apply(Op::Where, {negative, g.make(Tensor(std::nan(""), a->dtype())), parts[1]});
}

Var inverse(Autograd& g, const Var& a) {
    needSquare(a, "linalg.inv");
    const Attributes attributes = layoutOf(a);
    needRegular(a, attributes, "linalg.inv", true);
    return byColumns(g, g.call(Op::Inverse, {a}, attributes));
}

Var solve(Autograd& g, const Var& a, const Var& b) {
    needFloating(a, "linalg.solve");
    if (a->dtype() != b->dtype()) {
        failRuntime("linalg.solve: Expected A and B to have the same dtype, but found A of type " + word(a->dtype()) + " and B of type " +
                    word(b->dtype()) + " instead");
    }
    needSquareOfAny(a, "linalg.solve");
    if (b->dims() == 0) failRuntime("linalg.solve: The input tensor B must have at least 1 dimensions.");
    const bool vector = vectorsOnTheRight(a, b);
    const std::int64_t n = a->shape().back();
    const std::int64_t rows = vector ? b->shape().back() : b->shape()[b->dims() - 2];
    const std::int64_t columns = vector ? 1 : b->shape().back();
    if (rows != n) {
        failRuntime("linalg.solve: Incompatible shapes of A and B for the equation AX = B (" + text(n) + "x" + text(n) + " and " +
                    text(rows) + "x" + text(columns) + ")");
    }
    // Batches broadcast.
    const TensorShape batchA(a->shape().begin(), a->shape().end() - 2);
    const TensorShape batchB(b->shape().begin(), b->shape().end() - (vector ? 1 : 2));
    const auto both = broadcastShapes(batchA, batchB);
    if (!both)
        (void)broadcastOf(std::array{g.make(Tensor::filled(batchA, 0, DType::Bool)), g.make(Tensor::filled(batchB, 0, DType::Bool))});
    const auto with = [&](std::initializer_list<std::int64_t> more) {
        TensorShape s = *both;
        s.insert(s.end(), more);
        return s;
    };
    const Var left = *both == batchA ? a : expand(g, a, with({n, n}));
    const Var right = *both == batchB ? b : vector ? expand(g, b, with({n})) : expand(g, b, with({n, columns}));
    Attributes attributes = layoutOf(left);
    attributes.flag = vector;
    needRegular(left, attributes, "linalg.solve", false);
    return byColumns(g, g.call(Op::Solve, {left, right}, attributes));
}

Var matrixPower(Autograd& g, const Var& a, std::int64_t n) {
    needSquareOfAny(a, "linalg.matrix_power");
    if (n == 0) {
        const auto size = static_cast<std::size_t>(a->shape().back());
        std::vector<double> values(static_cast<std::size_t>(a->size()), 0.0);
        for (std::size_t i = 0; i < values.size(); ++i) values[i] = i % (size * size) % (size + 1) == 0 ? 1 : 0;
        return g.make(Tensor(a->shape(), std::move(values), a->dtype()));
    }
    if (n == 1) return clone(g, a);
    if (n == -1) return inverse(g, a);
    const Var base = n < 0 ? inverse(g, a) : a;
    n = std::abs(n);
    if (n == 2) return matmul(g, base, base);
    if (n == 3) return matmul(g, matmul(g, base, base), base);
    // Binary decomposition of the exponent.
    Var z, result;
    while (n > 0) {
        z = z ? matmul(g, z, z) : base;
        if (n % 2 == 1) result = result ? matmul(g, result, z) : z;
        n /= 2;
    }
    return result;
}

Var cholesky(Autograd& g, const Var& a, bool upper) {
    needSquare(a, "linalg.cholesky");
    Attributes attributes;
    attributes.flag = upper;
    const Var out = g.call(Op::Cholesky, {a}, attributes);
    const std::int64_t n = a->shape().back();
    const Tensor value = out->value();
    for (std::int64_t i = 0; i < value.size(); ++i) {
        const std::int64_t inside = n == 0 ? 0 : i % (n * n);
        if (n == 0 || inside % (n + 1) != 0 || value.at(i) > 0) continue;
        const std::string where = a->dims() > 2 ? "(Batch element " + text(i / (n * n)) + "): " : "";
        failLinalg("linalg.cholesky: " + where +
                   "The factorization could not be completed because the input is not positive-definite (the leading "
                   "minor of order " +
                   text(inside / (n + 1) + 1) + " is not positive-definite).");
    }
    return byColumns(g, out);
}

Var solveTriangular(Autograd& g, const Var& a, const Var& b, bool upper) {
    Attributes attributes;
    attributes.flag = upper;
    return g.call(Op::SolveTriangular, {a, b}, attributes);
}

}  // namespace backstep::ops
