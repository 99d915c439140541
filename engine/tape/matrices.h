// SPDX-License-Identifier: GPL-3.0-or-later
// Dense matrices in the tensor's own precision: products, and LU with partial pivoting. Every element is computed by the
// same operations in the same order as in the reference BLAS and LAPACK, which PyTorch is built with in Debian.
#pragma once

#include <cmath>
#include <utility>
#include <vector>

#include "engine/base/watch.h"
#include "engine/tensor/tensor.h"

namespace backstep {

// f(a number of the type in which the tensor is computed): float for float32, double for all else.
template <class F>
auto inTypeOf(const Tensor& t, F f) {
    return t.dtype() == DType::Float32 ? f(float{}) : f(double{});
}

template <class T>
struct Matrix {
    std::size_t rows = 0, columns = 0;
    std::vector<T> numbers;  // row by row
    Matrix() = default;
    Matrix(std::size_t r, std::size_t c) : rows(r), columns(c), numbers(r * c, T(0)) {}
    T& operator()(std::size_t i, std::size_t j) { return numbers[i * columns + j]; }
    const T& operator()(std::size_t i, std::size_t j) const { return numbers[i * columns + j]; }
};

// Matrix number `which` of a tensor whose last two dimensions are matrices; a vector is a column.
template <class T>
[[nodiscard]] Matrix<T> matrixOf(const Tensor& t, std::size_t which = 0) {
    const TensorShape& s = t.shape();
    Matrix<T> m(s.size() < 2 ? static_cast<std::size_t>(t.size()) : static_cast<std::size_t>(s[s.size() - 2]),
                s.size() < 2 ? 1 : static_cast<std::size_t>(s.back()));
    const std::size_t n = m.numbers.size();
    for (std::size_t i = 0; i < n; ++i) m.numbers[i] = static_cast<T>(t.numbers()[which * n + i]);
    return m;
}

template <class T>
[[nodiscard]] Matrix<T> transposed(const Matrix<T>& a) {
    Matrix<T> out(a.columns, a.rows);
    for (std::size_t i = 0; i < a.rows; ++i) {
        for (std::size_t j = 0; j < a.columns; ++j) out(j, i) = a(i, j);
    }
    return out;
}

template <class T>
void appendTo(std::vector<double>& values, const Matrix<T>& m) {
    values.insert(values.end(), m.numbers.begin(), m.numbers.end());
}

// sum += a b; each element from left to right.
template <class T>
void addProduct(const Matrix<T>& a, const Matrix<T>& b, Matrix<T>& sum, T scale = 1) {
    for (std::size_t i = 0; i < a.rows; ++i) {
        Watch::work(static_cast<std::int64_t>(a.columns * b.columns));
        T* out = sum.numbers.data() + i * sum.columns;
        for (std::size_t k = 0; k < a.columns; ++k) {
            const T factor = scale * a(i, k);
            const T* row = b.numbers.data() + k * b.columns;
            for (std::size_t j = 0; j < b.columns; ++j) out[j] += factor * row[j];
        }
    }
}

template <class T>
struct Lu {
    Matrix<T> m;                      // L below the diagonal (its own is 1), U above
    std::vector<std::size_t> pivots;  // the row that k was swapped with
    std::size_t zeroAt = 0;           // the first zero on U's diagonal, from 1; 0: none
};

template <class T>
[[nodiscard]] Lu<T> factorized(Matrix<T> m) {
    Lu<T> lu{std::move(m), {}, 0};
    Matrix<T>& a = lu.m;
    for (std::size_t k = 0; k < a.rows; ++k) {
        Watch::work(static_cast<std::int64_t>((a.rows - k) * a.columns));
        std::size_t pivot = k;
        for (std::size_t i = k + 1; i < a.rows; ++i) {
            if (std::abs(a(i, k)) > std::abs(a(pivot, k))) pivot = i;
        }
        lu.pivots.push_back(pivot);
        if (a(pivot, k) == 0) {
            if (lu.zeroAt == 0) lu.zeroAt = k + 1;
            continue;
        }
        for (std::size_t j = 0; pivot != k && j < a.columns; ++j) std::swap(a(k, j), a(pivot, j));
        const T inverse = 1 / a(k, k);
        for (std::size_t i = k + 1; i < a.rows; ++i) {
            a(i, k) *= inverse;
            for (std::size_t j = k + 1; j < a.columns; ++j) a(i, j) -= a(i, k) * a(k, j);
        }
    }
    return lu;
}

template <class T>
[[nodiscard]] T signOfPivots(const Lu<T>& lu) {
    T sign = 1;
    for (std::size_t k = 0; k < lu.pivots.size(); ++k) sign = lu.pivots[k] == k ? sign : -sign;
    return sign;
}

// x becomes the solution of M y = x, or with `adjoint` of Mᵀ y = x, where lu is of M.
template <class T>
void solveWith(const Lu<T>& lu, Matrix<T>& x, bool adjoint) {
    const Matrix<T>& a = lu.m;
    const std::size_t n = a.rows;
    const auto swapRows = [&](std::size_t k) {
        for (std::size_t j = 0; lu.pivots[k] != k && j < x.columns; ++j) std::swap(x(k, j), x(lu.pivots[k], j));
    };
    if (!adjoint) {
        for (std::size_t k = 0; k < n; ++k) swapRows(k);
        for (std::size_t j = 0; j < x.columns; ++j) {
            Watch::work(static_cast<std::int64_t>(n * n));
            // What is zero is left out, as by the library: of a singular matrix that shows.
            for (std::size_t k = 0; k < n; ++k) {
                for (std::size_t i = k + 1; x(k, j) != 0 && i < n; ++i) x(i, j) -= x(k, j) * a(i, k);
            }
            for (std::size_t k = n; k-- > 0;) {
                if (x(k, j) == 0) continue;
                x(k, j) /= a(k, k);
                for (std::size_t i = 0; i < k; ++i) x(i, j) -= x(k, j) * a(i, k);
            }
        }
        return;
    }
    for (std::size_t j = 0; j < x.columns; ++j) {
        Watch::work(static_cast<std::int64_t>(n * n));
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t k = 0; k < i; ++k) x(i, j) -= a(k, i) * x(k, j);
            x(i, j) /= a(i, i);
        }
        for (std::size_t i = n; i-- > 0;) {
            for (std::size_t k = i + 1; k < n; ++k) x(i, j) -= a(k, i) * x(k, j);
        }
    }
    for (std::size_t k = n; k-- > 0;) swapRows(k);
}

// The first pivot that is zero (counted from 1; 0: none) of a tensor of matrices.
struct Singular {
    std::int64_t batch = 0, pivot = 0;
};
[[nodiscard]] Singular firstSingular(const Tensor& a, bool byColumns);
// Solutions of Aᵀ X = B, the zero pivots made as small as can be.
[[nodiscard]] Tensor solvedNearby(const Tensor& a, const Tensor& b);

}  // namespace backstep
