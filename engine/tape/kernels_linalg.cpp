// SPDX-License-Identifier: GPL-3.0-or-later
// Products of vectors and matrices.
#include <functional>

#include "engine/tape/matrices.h"
#include "engine/tape/shaped.h"

namespace backstep::kernels {
namespace {

using Operands = std::span<const Tensor>;

template <class T>
void scale(Matrix<T>& m, T by) {
    for (T& x : m.numbers) x = by == 0 ? T(0) : by == 1 ? x : by * x;
}

// beta * base + alpha * a b. Bit 2 of n: multiplied first and added then.
template <class T>
Matrix<T> sumWithProduct(Matrix<T> base, const Matrix<T>& a, const Matrix<T>& b, const Attributes& attributes) {
    const auto beta = static_cast<T>(attributes.number);
    const auto alpha = static_cast<T>(attributes.other);
    if ((attributes.n & 4) == 0) {
        scale(base, beta);
        // alpha goes to the second factor's elements.
        Matrix<T> scaled = a;
        scale(scaled, alpha);
        addProduct(scaled, b, base);
        return base;
    }
    Matrix<T> product(a.rows, b.columns);
    addProduct(a, b, product);
    for (std::size_t i = 0; i < base.numbers.size(); ++i) {
        const T scaled = alpha * product.numbers[i];
        base.numbers[i] = beta == 0 ? scaled : scaled + beta * base.numbers[i];
    }
    return base;
}

template <class T>
Tensor sumWithProductOf(Operands x, const Attributes& attributes, const TensorShape& shape, std::size_t batches) {
    std::vector<double> values;
    const Tensor base = x[0].expandedTo(shape);
    for (std::size_t k = 0; k < batches; ++k) {
        appendTo(values, sumWithProduct(matrixOf<T>(base, k), matrixOf<T>(x[1], k), matrixOf<T>(x[2], k), attributes));
    }
    return Tensor::exact(shape, std::move(values), x[1].dtype());
}

template <class T>
Tensor productOf(const Tensor& a, const Tensor& b, const TensorShape& shape, std::size_t batches) {
    std::vector<double> values;
    for (std::size_t k = 0; k < batches; ++k) {
        const Matrix<T> left = matrixOf<T>(a, k);
        const Matrix<T> right = matrixOf<T>(b, k);
        Matrix<T> product(left.rows, right.columns);
        addProduct(left, right, product);
        appendTo(values, product);
    }
    return Tensor::exact(shape, std::move(values), a.dtype());
}

}  // namespace

std::vector<Tensor> dot(Operands x, const Attributes&) {
    return inTypeOf(x[0], [&](auto t) {
        using T = decltype(t);
        T sum = 0;
        for (std::int64_t i = 0; i < x[0].size(); ++i) sum += static_cast<T>(x[0].at(i)) * static_cast<T>(x[1].at(i));
        return std::vector{Tensor(static_cast<double>(sum), x[0].dtype())};
    });
}

std::vector<Tensor> mv(Operands x, const Attributes&) {
    return inTypeOf(x[0], [&](auto t) { return std::vector{productOf<decltype(t)>(x[0], x[1], {x[0].shape()[0]}, 1)}; });
}

std::vector<Tensor> mm(Operands x, const Attributes&) {
    return inTypeOf(x[0], [&](auto t) { return std::vector{productOf<decltype(t)>(x[0], x[1], {x[0].shape()[0], x[1].shape()[1]}, 1)}; });
}

std::vector<Tensor> bmm(Operands x, const Attributes&) {
    const TensorShape& a = x[0].shape();
    return inTypeOf(x[0], [&](auto t) {
        return std::vector{productOf<decltype(t)>(x[0], x[1], {a[0], a[1], x[1].shape()[2]}, static_cast<std::size_t>(a[0]))};
    });
}

std::vector<Tensor> addmm(Operands x, const Attributes& attributes) {
    return inTypeOf(x[1], [&](auto t) {
        return std::vector{sumWithProductOf<decltype(t)>(x, attributes, {x[1].shape()[0], x[2].shape()[1]}, 1)};
    });
}

std::vector<Tensor> addmv(Operands x, const Attributes& attributes) {
    return inTypeOf(x[1], [&](auto t) { return std::vector{sumWithProductOf<decltype(t)>(x, attributes, {x[1].shape()[0]}, 1)}; });
}

std::vector<Tensor> baddbmm(Operands x, const Attributes& attributes) {
    const TensorShape& a = x[1].shape();
    return inTypeOf(x[1], [&](auto t) {
        return std::vector{sumWithProductOf<decltype(t)>(x, attributes, {a[0], a[1], x[2].shape()[2]}, static_cast<std::size_t>(a[0]))};
    });
}

std::vector<Tensor> addr(Operands x, const Attributes& attributes) {
    const TensorShape shape{x[1].size(), x[2].size()};
    const Tensor base = x[0].expandedTo(shape);
    std::vector<double> values(static_cast<std::size_t>(base.size()));
    for (std::int64_t i = 0; i < shape[0]; ++i) {
        for (std::int64_t j = 0; j < shape[1]; ++j) {
            const std::int64_t at = i * shape[1] + j;
            const double product = rounded(rounded(attributes.other * x[1].at(i), attributes.dtype) * x[2].at(j), attributes.dtype);
            const double own = attributes.number == 0 ? 0 : rounded(attributes.number * base.at(at), attributes.dtype);
            values[static_cast<std::size_t>(at)] = own + product;
        }
    }
    return {Tensor(shape, std::move(values), attributes.dtype)};
}

// The batches one after the other onto the same matrix.
std::vector<Tensor> addbmm(Operands x, const Attributes& attributes) {
    Attributes each = attributes;
    const auto batches = static_cast<std::size_t>(x[1].shape()[0]);
    const TensorShape shape{x[1].shape()[1], x[2].shape()[2]};
    return inTypeOf(x[1], [&](auto t) {
        using T = decltype(t);
        Matrix<T> sum = matrixOf<T>(x[0].expandedTo(shape));
        if (batches == 0) scale(sum, static_cast<T>(attributes.number));
        for (std::size_t k = 0; k < batches; ++k) {
            sum = sumWithProduct(std::move(sum), matrixOf<T>(x[1], k), matrixOf<T>(x[2], k), each);
            each.number = 1;
        }
        std::vector<double> values;
        appendTo(values, sum);
        return std::vector{Tensor::exact(shape, std::move(values), x[1].dtype())};
    });
}

std::vector<Tensor> cross(Operands x, const Attributes& attributes) {
    const TensorShape shape = *broadcastShapes(x[0].shape(), x[1].shape());
    const Tensor a = x[0].expandedTo(shape);
    const Tensor b = x[1].expandedTo(shape);
    std::int64_t stride = 1;
    for (std::size_t d = shape.size(); d-- > static_cast<std::size_t>(attributes.dims[0]) + 1;) stride *= shape[d];
    std::vector<double> values(static_cast<std::size_t>(a.size()));
    for (std::int64_t i = 0; i < a.size(); ++i) {
        const std::int64_t k = i / stride % 3;
        const std::int64_t base = i - k * stride;
        const std::int64_t p = base + (k + 1) % 3 * stride;
        const std::int64_t q = base + (k + 2) % 3 * stride;
        // The first product is not rounded, as in PyTorch's kernel: x × x is not quite zero.
        values[static_cast<std::size_t>(i)] = std::fma(a.at(p), b.at(q), -rounded(a.at(q) * b.at(p), a.dtype()));
    }
    return {Tensor(shape, std::move(values), a.dtype())};
}

std::vector<Tensor> trace(Operands x, const Attributes&) {
    const std::int64_t n = std::min(x[0].shape()[0], x[0].shape()[1]);
    double sum = 0;
    for (std::int64_t i = 0; i < n; ++i) sum += x[0].at(i * (x[0].shape()[1] + 1));
    return {Tensor(sum, isFloating(x[0].dtype()) ? x[0].dtype() : DType::Int64)};
}

}  // namespace backstep::kernels
