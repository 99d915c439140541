// SPDX-License-Identifier: GPL-3.0-or-later
// Square matrices: determinants, inverses, equations, Cholesky.
#include <limits>

#include "engine/tape/matrices.h"
#include "engine/tape/shaped.h"
#include "engine/tape/sleef.h"

namespace backstep {
namespace {

using Operands = std::span<const Tensor>;

std::size_t matricesIn(const Tensor& t) {
    std::size_t n = 1;
    for (std::size_t d = 0; d + 2 < t.dims(); ++d) n *= static_cast<std::size_t>(t.shape()[d]);
    return n;
}

TensorShape batchShape(const Tensor& a) { return {a.shape().begin(), a.shape().end() - 2}; }

// A matrix that lies row by row is factorized as its transpose: that is how it lies for a library that counts by columns.
template <class T>
Lu<T> luOf(const Tensor& a, std::size_t k, bool byColumns) {
    const Matrix<T> m = matrixOf<T>(a, k);
    return factorized(byColumns ? m : transposed(m));
}

template <class T>
Matrix<T> identity(std::size_t n) {
    Matrix<T> out(n, n);
    for (std::size_t i = 0; i < n; ++i) out(i, i) = 1;
    return out;
}

}  // namespace

Singular firstSingular(const Tensor& a, bool byColumns) {
    return inTypeOf(a, [&](auto t) {
        for (std::size_t k = 0; k < matricesIn(a); ++k) {
            const auto lu = luOf<decltype(t)>(a, k, byColumns);
            if (lu.zeroAt != 0) return Singular{static_cast<std::int64_t>(k), static_cast<std::int64_t>(lu.zeroAt)};
        }
        return Singular{};
    });
}

Tensor solvedNearby(const Tensor& a, const Tensor& b) {
    return inTypeOf(a, [&](auto t) {
        using T = decltype(t);
        std::vector<double> values;
        for (std::size_t k = 0; k < matricesIn(a); ++k) {
            Lu<T> lu = luOf<T>(a, k, false);
            for (std::size_t i = 0; i < lu.m.rows; ++i) {
                if (lu.m(i, i) == 0) lu.m(i, i) = std::numeric_limits<T>::epsilon();
            }
            Matrix<T> x = matrixOf<T>(b, k);
            solveWith(lu, x, false);
            appendTo(values, x);
        }
        return Tensor::exact(b.shape(), std::move(values), a.dtype());
    });
}

namespace kernels {

std::vector<Tensor> det(Operands x, const Attributes& attributes) {
    return inTypeOf(x[0], [&](auto t) {
        using T = decltype(t);
        std::vector<double> values;
        for (std::size_t k = 0; k < matricesIn(x[0]); ++k) {
            const Lu<T> lu = luOf<T>(x[0], k, (attributes.n & 1) != 0);
            T product = 1;
            for (std::size_t i = 0; i < lu.m.rows; ++i) product *= lu.m(i, i);
            values.push_back(static_cast<double>(signOfPivots(lu) * product));
        }
        return std::vector{Tensor::exact(batchShape(x[0]), std::move(values), x[0].dtype())};
    });
}

std::vector<Tensor> slogdet(Operands x, const Attributes& attributes) {
    return inTypeOf(x[0], [&](auto t) {
        using T = decltype(t);
        std::vector<double> signs, logs;
        for (std::size_t k = 0; k < matricesIn(x[0]); ++k) {
            const Lu<T> lu = luOf<T>(x[0], k, (attributes.n & 1) != 0);
            T sign = signOfPivots(lu);
            T log = 0;
            for (std::size_t i = 0; i < lu.m.rows; ++i) {
                const T d = lu.m(i, i);
                sign *= T((d > 0) - (d < 0));  // NaN has none
                log += Sleef::log(std::abs(d));
            }
            signs.push_back(static_cast<double>(sign));
            logs.push_back(static_cast<double>(log));
        }
        return std::vector{Tensor::exact(batchShape(x[0]), std::move(signs), x[0].dtype()),
                           Tensor::exact(batchShape(x[0]), std::move(logs), x[0].dtype())};
    });
}

std::vector<Tensor> inverse(Operands x, const Attributes& attributes) {
    return inTypeOf(x[0], [&](auto t) {
        using T = decltype(t);
        std::vector<double> values;
        for (std::size_t k = 0; k < matricesIn(x[0]); ++k) {
            const Lu<T> lu = luOf<T>(x[0], k, (attributes.n & 1) != 0);
            Matrix<T> out = identity<T>(lu.m.rows);
            solveWith(lu, out, (attributes.n & 1) == 0);
            appendTo(values, out);
        }
        return std::vector{Tensor::exact(x[0].shape(), std::move(values), x[0].dtype())};
    });
}

std::vector<Tensor> solve(Operands x, const Attributes& attributes) {
    return inTypeOf(x[0], [&](auto t) {
        using T = decltype(t);
        std::vector<double> values;
        const std::size_t n = matricesIn(x[0]);
        // One right side for each matrix; of vectors each is a column.
        const auto rows = static_cast<std::size_t>(x[0].shape().back());
        const std::size_t columns = x[1].size() == 0 || rows == 0 || n == 0 ? 0 : static_cast<std::size_t>(x[1].size()) / n / rows;
        for (std::size_t k = 0; k < n; ++k) {
            const Lu<T> lu = luOf<T>(x[0], k, (attributes.n & 1) != 0);
            Matrix<T> out(rows, columns);
            for (std::size_t i = 0; i < out.numbers.size(); ++i)
                out.numbers[i] = static_cast<T>(x[1].numbers()[k * out.numbers.size() + i]);
            solveWith(lu, out, (attributes.n & 1) == 0);
            appendTo(values, out);
        }
        return std::vector{Tensor::exact(x[1].shape(), std::move(values), x[0].dtype())};
    });
}

std::vector<Tensor> cholesky(Operands x, const Attributes& attributes) {
    return inTypeOf(x[0], [&](auto t) {
        using T = decltype(t);
        std::vector<double> values;
        for (std::size_t k = 0; k < matricesIn(x[0]); ++k) {
            const Matrix<T> a = matrixOf<T>(x[0], k);
            Matrix<T> l(a.rows, a.rows);
            for (std::size_t j = 0; j < a.rows; ++j) {
                Watch::work(static_cast<std::int64_t>((a.rows - j) * (j + 1)));
                for (std::size_t i = j; i < a.rows; ++i) {
                    T sum = attributes.flag ? a(j, i) : a(i, j);
                    for (std::size_t p = 0; p < j; ++p) sum -= l(i, p) * l(j, p);
                    l(i, j) = i == j ? std::sqrt(sum) : sum / l(j, j);
                }
            }
            appendTo(values, attributes.flag ? transposed(l) : l);
        }
        return std::vector{Tensor::exact(x[0].shape(), std::move(values), x[0].dtype())};
    });
}

std::vector<Tensor> solveTriangular(Operands x, const Attributes& attributes) {
    return inTypeOf(x[0], [&](auto t) {
        using T = decltype(t);
        std::vector<double> values;
        for (std::size_t b = 0; b < matricesIn(x[0]); ++b) {
            const Matrix<T> a = matrixOf<T>(x[0], b);
            Matrix<T> out = matrixOf<T>(x[1], b);
            for (std::size_t j = 0; j < out.columns; ++j) {
                for (std::size_t step = 0; step < a.rows; ++step) {
                    const std::size_t k = attributes.flag ? a.rows - 1 - step : step;
                    out(k, j) /= a(k, k);
                    for (std::size_t i = attributes.flag ? 0 : k + 1; i < (attributes.flag ? k : a.rows); ++i)
                        out(i, j) -= out(k, j) * a(i, k);
                }
            }
            appendTo(values, out);
        }
        return std::vector{Tensor::exact(x[1].shape(), std::move(values), x[0].dtype())};
    });
}

}  // namespace kernels
}  // namespace backstep
