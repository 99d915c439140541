// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "engine/tape/shaped.h"
#include "engine/tape/singular.h"

namespace backstep {
namespace {

// Rotates columns p and q of a (and of v with them) so that they become orthogonal. False: they were.
bool rotate(Matrix<double>& a, Matrix<double>& v, std::size_t p, std::size_t q) {
    double pp = 0;
    double qq = 0;
    double pq = 0;
    Watch::work(static_cast<std::int64_t>(7 * a.rows));
    for (std::size_t i = 0; i < a.rows; ++i) {
        pp += a(i, p) * a(i, p);
        qq += a(i, q) * a(i, q);
        pq += a(i, p) * a(i, q);
    }
    if (std::fabs(pq) <= 1e-15 * std::sqrt(pp * qq) || pq == 0) return false;
    const double zeta = (qq - pp) / (2 * pq);
    const double t = (zeta >= 0 ? 1 : -1) / (std::fabs(zeta) + std::sqrt(1 + zeta * zeta));
    const double c = 1 / std::sqrt(1 + t * t);
    const double s = c * t;
    for (Matrix<double>* m : {&a, &v}) {
        for (std::size_t i = 0; i < m->rows; ++i) {
            const double x = (*m)(i, p);
            const double y = (*m)(i, q);
            (*m)(i, p) = c * x - s * y;
            (*m)(i, q) = s * x + c * y;
        }
    }
    return true;
}

// Column k of u: of length 1 and orthogonal to those before it, where the matrix has no more directions to give.
void complete(Matrix<double>& u, std::size_t k) {
    std::vector<double> best(u.rows);
    double longest = -1;
    for (std::size_t axis = 0; axis < u.rows; ++axis) {
        std::vector<double> rest(u.rows);
        rest[axis] = 1;
        Watch::work(static_cast<std::int64_t>(4 * k * u.rows));
        for (int twice = 0; twice < 2; ++twice) {
            for (std::size_t j = 0; j < k; ++j) {
                double along = 0;
                for (std::size_t i = 0; i < u.rows; ++i) along += rest[i] * u(i, j);
                for (std::size_t i = 0; i < u.rows; ++i) rest[i] -= along * u(i, j);
            }
        }
        double length = 0;
        for (const double x : rest) length += x * x;
        if (length <= longest) continue;
        longest = length;
        best = std::move(rest);
    }
    for (std::size_t i = 0; i < u.rows; ++i) u(i, k) = best[i] / std::sqrt(longest);
}

SingularValues tall(Matrix<double> a) {
    const std::size_t n = a.columns;
    Matrix<double> v(n, n);
    for (std::size_t i = 0; i < n; ++i) v(i, i) = 1;
    bool rotated = true;
    for (int sweep = 0; rotated && sweep < 60; ++sweep) {
        rotated = false;
        for (std::size_t p = 0; p + 1 < n; ++p) {
            for (std::size_t q = p + 1; q < n; ++q) rotated = rotate(a, v, p, q) || rotated;
        }
    }
    std::vector<double> lengths(n);
    for (std::size_t j = 0; j < n; ++j) {
        for (std::size_t i = 0; i < a.rows; ++i) lengths[j] += a(i, j) * a(i, j);
        lengths[j] = std::sqrt(lengths[j]);
    }
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) { return lengths[x] > lengths[y]; });
    SingularValues out{Matrix<double>(a.rows, n), Matrix<double>(n, n), {}};
    for (std::size_t k = 0; k < n; ++k) {
        const std::size_t j = order[k];
        out.values.push_back(lengths[j]);
        const bool direction = lengths[j] > 1e-15 * lengths[order[0]];
        for (std::size_t i = 0; i < a.rows && direction; ++i) out.u(i, k) = a(i, j) / lengths[j];
        if (!direction) complete(out.u, k);
        for (std::size_t i = 0; i < n; ++i) out.v(i, k) = v(i, j);
    }
    return out;
}

std::size_t batchesOf(const Tensor& a) {
    std::size_t n = 1;
    for (std::size_t d = 0; d + 2 < a.dims(); ++d) n *= static_cast<std::size_t>(a.shape()[d]);
    return n;
}

}  // namespace

SingularValues singularValuesOf(Matrix<double> a) {
    if (!std::all_of(a.numbers.begin(), a.numbers.end(), [](double x) { return std::isfinite(x); })) {
        const std::size_t n = std::min(a.rows, a.columns);
        SingularValues out{{a.rows, n}, {a.columns, n}, std::vector<double>(n, std::nan(""))};
        out.u.numbers.assign(a.rows * n, std::nan(""));
        out.v.numbers.assign(a.columns * n, std::nan(""));
        return out;
    }
    if (a.rows >= a.columns) return tall(std::move(a));
    SingularValues turned = tall(transposed(a));
    std::swap(turned.u, turned.v);
    return turned;
}

std::optional<Tensor> singularValuesBackward(const Tensor& a, const Tensor& v) {
    std::vector<double> values;
    const auto n = static_cast<std::size_t>(v.shape().back());
    for (std::size_t k = 0; k < batchesOf(a); ++k) {
        const SingularValues s = singularValuesOf(matrixOf<double>(a, k));
        const double precision =
            a.dtype() == DType::Float32 ? std::numeric_limits<float>::epsilon() : std::numeric_limits<double>::epsilon();
        const double least = precision * static_cast<double>(std::max(s.u.rows, s.v.rows));
        for (std::size_t j = 0; j < n; ++j) {
            if (s.values[j] <= least * s.values[0] && v.numbers()[k * n + j] != 0) return {};
        }
        Matrix<double> scaled = s.u;
        for (std::size_t i = 0; i < scaled.rows; ++i) {
            for (std::size_t j = 0; j < n; ++j) scaled(i, j) *= v.numbers()[k * n + j];
        }
        Matrix<double> out(s.u.rows, s.v.rows);
        addProduct(scaled, transposed(s.v), out);
        appendTo(values, out);
    }
    return Tensor(a.shape(), std::move(values), a.dtype());
}

namespace kernels {

std::vector<Tensor> singularValues(std::span<const Tensor> x, const Attributes&) {
    std::vector<double> values;
    for (std::size_t k = 0; k < batchesOf(x[0]); ++k) {
        const SingularValues s = singularValuesOf(matrixOf<double>(x[0], k));
        values.insert(values.end(), s.values.begin(), s.values.end());
    }
    TensorShape shape(x[0].shape().begin(), x[0].shape().end() - 1);
    shape.back() = std::min(x[0].shape()[x[0].dims() - 2], x[0].shape().back());
    return {Tensor(shape, std::move(values), x[0].dtype())};
}

}  // namespace kernels
}  // namespace backstep
