// SPDX-License-Identifier: GPL-3.0-or-later
// Layers of networks: embeddings, gates, padding; distances between rows; blocks on a diagonal.
#include <algorithm>
#include <cmath>

#include "engine/tape/compute.h"
#include "engine/tape/lanes.h"
#include "engine/tape/shaped.h"
#include "engine/tape/sleef.h"

namespace backstep::kernels {
namespace {

using Operands = std::span<const Tensor>;

std::size_t at(std::int64_t i) { return static_cast<std::size_t>(i); }

}  // namespace

std::vector<Tensor> embed(Operands x, const Attributes& a) {
    const Tensor& places = a.tensors[0];
    const std::int64_t width = x[0].shape()[1];
    TensorShape shape = places.shape();
    shape.push_back(width);
    std::vector<double> out;
    out.reserve(at(elementCount(shape)));
    for (const double place : places.numbers()) {
        for (std::int64_t j = 0; j < width; ++j) out.push_back(x[0].at(static_cast<std::int64_t>(place) * width + j));
    }
    return {Tensor::exact(shape, std::move(out), x[0].dtype())};
}

std::vector<Tensor> embedBackward(Operands x, const Attributes& a) {
    const std::int64_t width = x[0].shape().back();
    std::vector<double> out(at(a.sizes[0] * width));
    std::int64_t row = 0;
    for (const double place : a.tensors[0].numbers()) {
        const auto to = static_cast<std::int64_t>(place);
        for (std::int64_t j = 0; j < width && to != a.n; ++j) {
            double& sum = out[at(to * width + j)];
            sum = rounded(sum + x[0].at(row * width + j), x[0].dtype());
        }
        ++row;
    }
    return {Tensor(TensorShape{a.sizes[0], width}, std::move(out), x[0].dtype())};
}

std::vector<Tensor> padConstant(Operands x, const Attributes& a) {
    const TensorShape& from = x[0].shape();
    TensorShape to = from;
    for (std::size_t k = 0; 2 * k < a.sizes.size(); ++k) to[from.size() - 1 - k] += a.sizes[2 * k] + a.sizes[2 * k + 1];
    std::vector<double> out(at(elementCount(to)), a.number);
    std::vector<std::int64_t> index(to.size(), 0);
    for (double& value : out) {
        std::int64_t place = 0;
        bool inside = true;
        for (std::size_t d = 0; d < to.size(); ++d) {
            const std::size_t k = to.size() - 1 - d;
            const std::int64_t i = index[d] - (2 * k < a.sizes.size() ? a.sizes[2 * k] : 0);
            inside = inside && i >= 0 && i < from[d];
            place = place * from[d] + i;
        }
        if (inside) value = x[0].at(place);
        for (std::size_t d = index.size(); d-- > 0;) {
            if (++index[d] < to[d]) break;
            index[d] = 0;
        }
    }
    return {Tensor(to, std::move(out), x[0].dtype())};
}

namespace {

// The two halves along a dimension: where element i of a half lies, and its partner behind it.
struct Halves {
    std::int64_t inner = 1, half = 0;
    Halves(const TensorShape& shape, std::int64_t dim) : half(shape[at(dim)] / 2) {
        for (std::size_t d = at(dim) + 1; d < shape.size(); ++d) inner *= shape[d];
    }
    [[nodiscard]] std::int64_t first(std::int64_t i) const { return i / (inner * half) * (2 * inner * half) + i % (inner * half); }
    [[nodiscard]] std::int64_t second(std::int64_t i) const { return first(i) + inner * half; }
};

// The sigmoid of the second half, a stretch of memory at a time.
std::vector<double> gatesOf(const Tensor& x, const Halves& halves) {
    const std::int64_t stretch = halves.inner * halves.half;
    std::vector<double> out;
    for (std::int64_t begin = 0; stretch > 0 && begin < x.size() / 2; begin += stretch) {
        const auto from = x.numbers().begin() + halves.second(begin);
        const Tensor part = Tensor::exact({stretch}, {from, from + stretch}, x.dtype());
        const Tensor gates = *compute(Op::Sigmoid, std::span(&part, 1));
        out.insert(out.end(), gates.numbers().begin(), gates.numbers().end());
    }
    return out;
}

}  // namespace

std::vector<Tensor> gate(Operands x, const Attributes& a) {
    const Halves halves(x[0].shape(), a.dims[0]);
    TensorShape shape = x[0].shape();
    shape[at(a.dims[0])] /= 2;
    std::vector<double> out = gatesOf(x[0], halves);
    for (std::size_t i = 0; i < out.size(); ++i) out[i] *= x[0].at(halves.first(static_cast<std::int64_t>(i)));
    return {Tensor(shape, std::move(out), x[0].dtype())};
}

std::vector<Tensor> gateBackward(Operands x, const Attributes& a) {
    const Tensor& v = x[0];
    const Tensor& input = x[1];
    const Halves halves(input.shape(), a.dims[0]);
    const std::vector<double> gates = gatesOf(input, halves);
    const auto r = [&](double number) { return rounded(number, input.dtype()); };
    std::vector<double> out(at(input.size()));
    for (std::int64_t i = 0; i < v.size(); ++i) {
        const double s = gates[at(i)];
        out[at(halves.first(i))] = s * v.at(i);
        out[at(halves.second(i))] = r(r(r(1 - s) * s) * input.at(halves.first(i))) * v.at(i);
    }
    return {Tensor(input.shape(), std::move(out), input.dtype())};
}

namespace {

// f(x, target) for each element, broadcast.
template <class F>
Tensor pairwise(const Tensor& x, const Tensor& target, F f) {
    const TensorShape shape = *broadcastShapes(x.shape(), target.shape());
    const Tensor a = x.expandedTo(shape);
    const Tensor b = target.expandedTo(shape);
    std::vector<double> out(at(a.size()));
    for (std::int64_t i = 0; i < a.size(); ++i) out[at(i)] = f(a.at(i), b.at(i), i);
    return {shape, std::move(out), x.dtype()};
}

}  // namespace

std::vector<Tensor> softMarginLoss(Operands x, const Attributes& a) {
    const DType dtype = x[0].dtype();
    const Tensor loss = pairwise(x[0], a.tensors[0], [dtype](double v, double t, std::int64_t) {
        return logarithm(rounded(exponential(rounded(-t * v, dtype), dtype) + 1, dtype), dtype);
    });
    if (a.n == 0) return {loss};
    const double sum = sumOf(loss, {}, false).item();
    return {Tensor(a.n == 1 ? sum / static_cast<double>(loss.size()) : sum, dtype)};
}

std::vector<Tensor> softMarginLossBackward(Operands x, const Attributes& a) {
    const auto count = static_cast<double>(elementCount(*broadcastShapes(x[1].shape(), a.tensors[0].shape())));
    const double share = a.n == 1 ? 1 / count : 1;
    const Tensor& v = x[0];
    return {pairwise(x[1], a.tensors[0], [&](double input, double t, std::int64_t i) {
        const auto r = [&](double x) { return rounded(x, v.dtype()); };
        const double z = exponential(r(-t * input), v.dtype());  // infinite in float32 from 88.8 on: NaN then, as PyTorch
        return r(r(r(t * z) * r(-share)) / r(z + 1)) * v.at(v.size() == 1 ? 0 : i);
    })};
}

namespace {

// Batches of rows against batches of rows.
struct Rows {
    Tensor a, b;
    TensorShape batch;
    std::int64_t batches = 1, n, m, width;
    Rows(const Tensor& x, const Tensor& y) {
        const auto lead = [](const Tensor& t) { return TensorShape(t.shape().begin(), t.shape().end() - 2); };
        batch = *broadcastShapes(lead(x), lead(y));
        batches = elementCount(batch);
        n = x.shape()[x.dims() - 2];
        m = y.shape()[y.dims() - 2];
        width = x.shape().back();
        TensorShape wide = batch;
        wide.insert(wide.end(), {n, width});
        a = x.expandedTo(wide);
        wide[wide.size() - 2] = m;
        b = y.expandedTo(wide);
    }
    [[nodiscard]] double difference(std::int64_t k, std::int64_t i, std::int64_t j, std::int64_t c) const {
        return rounded(a.at((k * n + i) * width + c) - b.at((k * m + j) * width + c), a.dtype());
    }
};

}  // namespace

std::vector<Tensor> distances(Operands x, const Attributes& attributes) {
    const Rows rows(x[0], x[1]);
    const double p = attributes.number;
    TensorShape shape = rows.batch;
    shape.insert(shape.end(), {rows.n, rows.m});
    std::vector<double> out;
    for (std::int64_t k = 0; k < rows.batches * rows.n * rows.m; ++k) {
        double sum = 0;
        for (std::int64_t c = 0; c < rows.width; ++c) {
            const double d = std::fabs(rows.difference(k / (rows.n * rows.m), k / rows.m % rows.n, k % rows.m, c));
            if (p == 0) sum += d != 0;
            else if (std::isinf(p)) sum = std::max(sum, d);
            else sum += p == 1 ? d : p == 2 ? d * d : std::pow(d, p);
        }
        out.push_back(p == 0 || p == 1 || std::isinf(p) ? sum : p == 2 ? std::sqrt(sum) : std::pow(sum, 1 / p));
    }
    return {Tensor(shape, std::move(out), x[0].dtype())};
}

// To the rows of the one and of the other. Operands: the adjoint, both, the distances.
std::vector<Tensor> distancesBackward(Operands x, const Attributes& attributes) {
    const Rows rows(x[1], x[2]);
    const double p = attributes.number;
    std::vector<double> toA(at(rows.a.size())), toB(at(rows.b.size()));
    for (std::int64_t k = 0; k < rows.batches * rows.n * rows.m; ++k) {
        const std::int64_t batch = k / (rows.n * rows.m);
        const std::int64_t i = k / rows.m % rows.n;
        const std::int64_t j = k % rows.m;
        const double distance = x[3].at(k);
        for (std::int64_t c = 0; c < rows.width; ++c) {
            const double d = rows.difference(batch, i, j, c);
            const double sign = (d > 0) - (d < 0);
            // At no distance nothing flows, whatever arrives.
            if (p != 1 && !std::isinf(p) && (distance == 0 || (p < 1 && d == 0))) continue;
            double slope = 0;
            if (p == 1) slope = sign;
            else if (std::isinf(p)) slope = sign * (std::fabs(d) == distance);
            else if (p == 2) slope = d / distance;
            else if (p != 0) slope = sign * std::pow(std::fabs(d), p - 1) / std::pow(distance, p - 1);
            toA[at((batch * rows.n + i) * rows.width + c)] += slope * x[0].at(k);
            toB[at((batch * rows.m + j) * rows.width + c)] -= slope * x[0].at(k);
        }
    }
    return {Tensor(rows.a.shape(), std::move(toA), x[1].dtype()), Tensor(rows.b.shape(), std::move(toB), x[1].dtype())};
}

std::vector<Tensor> blocksOnDiagonal(Operands x, const Attributes& a) {
    const auto rowsOf = [](const Tensor& t) { return t.dims() == 2 ? t.shape()[0] : std::int64_t{1}; };
    const auto columnsOf = [](const Tensor& t) { return t.dims() == 0 ? std::int64_t{1} : t.shape().back(); };
    TensorShape shape{0, 0};
    for (const Tensor& t : x) {
        shape[0] += rowsOf(t);
        shape[1] += columnsOf(t);
    }
    std::vector<double> out(at(shape[0] * shape[1]));
    std::int64_t row = 0;
    std::int64_t column = 0;
    for (const Tensor& t : x) {
        for (std::int64_t i = 0; i < t.size(); ++i) out[at((row + i / columnsOf(t)) * shape[1] + column + i % columnsOf(t))] = t.at(i);
        row += rowsOf(t);
        column += columnsOf(t);
    }
    return {Tensor(shape, std::move(out), a.dtype)};
}

}  // namespace backstep::kernels
