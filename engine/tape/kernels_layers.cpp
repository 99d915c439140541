// SPDX-License-Identifier: GPL-3.0-or-later
// Layers of networks: normalizations, embeddings, gates, padding; distances between rows; blocks on a diagonal.
#include <algorithm>
#include <cmath>

#include "engine/tape/shaped.h"

namespace backstep::kernels {
namespace {

using Operands = std::span<const Tensor>;

std::size_t at(std::int64_t i) { return static_cast<std::size_t>(i); }

// Which elements are normalized together, and which weight each has; see shaped_nn.def.
struct Norms {
    enum Kind : std::int64_t { Rows, Groups, Channels };
    std::int64_t kind, inner, channels, groups, size;
    Norms(const Attributes& a, std::int64_t elements)
        : kind(a.n), inner(a.sizes[0]), channels(a.sizes[1]), groups(a.sizes[2]), size(elements) {}

    [[nodiscard]] std::int64_t channel(std::int64_t i) const { return i / inner % channels; }
    [[nodiscard]] std::int64_t group(std::int64_t i) const {
        if (kind == Channels) return channel(i);
        const std::int64_t row = i / (inner * channels);
        return kind == Rows ? row : row * groups + channel(i) / (channels / groups);
    }
    [[nodiscard]] std::int64_t count() const {
        if (kind == Channels) return channels;
        const std::int64_t rows = channels * inner == 0 ? 0 : size / (channels * inner);
        return kind == Rows ? rows : rows * groups;
    }
    [[nodiscard]] double members() const { return count() == 0 ? 0 : static_cast<double>(size) / static_cast<double>(count()); }
};

struct Moments {
    std::vector<double> mean, steepness;  // one over the standard deviation
};

Moments momentsOf(const Norms& norms, const Tensor& x, const Attributes& a) {
    Moments m{std::vector<double>(at(norms.count())), std::vector<double>(at(norms.count()))};
    if (a.flag) {  // running statistics
        for (std::size_t k = 0; k < m.mean.size(); ++k) {
            m.mean[k] = a.tensors[0].at(static_cast<std::int64_t>(k));
            m.steepness[k] = 1 / std::sqrt(a.tensors[1].at(static_cast<std::int64_t>(k)) + a.number);
        }
        return m;
    }
    for (std::int64_t i = 0; i < x.size(); ++i) m.mean[at(norms.group(i))] += x.at(i) / norms.members();
    for (std::int64_t i = 0; i < x.size(); ++i) {
        const double d = x.at(i) - m.mean[at(norms.group(i))];
        m.steepness[at(norms.group(i))] += d * d / norms.members();
    }
    for (double& s : m.steepness) s = 1 / std::sqrt(s + a.number);
    return m;
}

double weightAt(Operands x, std::size_t operand, const Attributes& a, const Norms& norms, std::int64_t i, double otherwise) {
    return a.more[operand - 1] ? x[operand].at(norms.channel(i)) : otherwise;
}

}  // namespace

std::vector<Tensor> normalize(Operands x, const Attributes& a) {
    const Norms norms(a, x[0].size());
    const Moments m = momentsOf(norms, x[0], a);
    std::vector<double> out(at(x[0].size()));
    for (std::int64_t i = 0; i < x[0].size(); ++i) {
        const std::size_t k = at(norms.group(i));
        // PyTorch's kernel takes a slope and an offset of the row, rounded; of equal numbers it shows their rounding.
        if (norms.kind == Norms::Rows && x[0].dtype() == DType::Float64) {
            const double y = std::fma(x[0].at(i), m.steepness[k], -m.steepness[k] * m.mean[k]);
            out[at(i)] = std::fma(y, weightAt(x, 1, a, norms, i, 1), weightAt(x, 2, a, norms, i, 0));
            continue;
        }
        if (norms.kind == Norms::Rows && x[0].dtype() == DType::Float32) {
            const double spread = rounded(std::max(1 / (m.steepness[k] * m.steepness[k]) - a.number, 0.0), DType::Float32);
            const double least = rounded(a.number, DType::Float32);
            const double slope = rounded(1 / std::sqrt(rounded(spread + least, DType::Float32)), DType::Float32);
            const double offset = rounded(-slope * rounded(m.mean[k], DType::Float32), DType::Float32);
            const double y = rounded(x[0].at(i) * slope + offset, DType::Float32);
            out[at(i)] = y * weightAt(x, 1, a, norms, i, 1) + weightAt(x, 2, a, norms, i, 0);
            continue;
        }
        out[at(i)] = (x[0].at(i) - m.mean[k]) * m.steepness[k] * weightAt(x, 1, a, norms, i, 1) + weightAt(x, 2, a, norms, i, 0);
    }
    return {Tensor(x[0].shape(), std::move(out), x[0].dtype())};
}

namespace {

// What the rules of a normalization look at: which elements belong together, their moments, and the weight of each.
struct Normalized {
    const Tensor& x;
    const Tensor& weight;
    const Attributes& a;
    Norms norms;
    Moments m;
    Normalized(Operands given, const Attributes& attributes)
        : x(given[1]), weight(given[attributes.n == Norms::Rows ? 4 : 2]), a(attributes), norms(a, x.size()), m(momentsOf(norms, x, a)) {}

    [[nodiscard]] std::size_t group(std::int64_t i) const { return at(norms.group(i)); }
    [[nodiscard]] std::size_t channel(std::int64_t i) const { return at(norms.channel(i)); }
    [[nodiscard]] double steepness(std::int64_t i) const { return m.steepness[group(i)]; }
    [[nodiscard]] double hat(std::int64_t i) const { return (x.at(i) - m.mean[group(i)]) * steepness(i); }
    [[nodiscard]] double scale(std::int64_t i) const { return a.more[0] ? weight.at(norms.channel(i)) : 1; }
    [[nodiscard]] TensorShape shapeOfWeight() const { return a.more[0] ? weight.shape() : TensorShape{norms.channels}; }

    // For each group the sum over its elements.
    template <class F>
    [[nodiscard]] std::vector<double> sums(F f) const {
        std::vector<double> out(at(norms.count()));
        for (std::int64_t i = 0; i < x.size(); ++i) out[group(i)] += f(i);
        return out;
    }
    template <class F>
    [[nodiscard]] std::vector<double> each(F f) const {
        std::vector<double> out(at(x.size()));
        for (std::int64_t i = 0; i < x.size(); ++i) out[at(i)] = f(i);
        return out;
    }
    template <class F>
    [[nodiscard]] std::vector<double> channels(F f) const {
        std::vector<double> out(at(norms.channels));
        for (std::int64_t i = 0; i < x.size(); ++i) out[channel(i)] += f(i);
        return out;
    }
    // The Jacobian of what is normalized, with weight 1, times `v`: as it is symmetric, both ways.
    template <class F>
    [[nodiscard]] std::vector<double> through(F v) const {
        if (a.flag) return each([&](std::int64_t i) { return steepness(i) * v(i); });
        const std::vector<double> plain = sums(v);
        const std::vector<double> tilted = sums([&](std::int64_t i) { return v(i) * hat(i); });
        return each(
            [&](std::int64_t i) { return steepness(i) * (v(i) - (plain[group(i)] + hat(i) * tilted[group(i)]) / norms.members()); });
    }
};

}  // namespace

// To the input, to the weight, to the bias; operands at their row.
std::vector<Tensor> normalizeBackward(Operands given, const Attributes& a) {
    const Normalized n(given, a);
    const Tensor& v = given[0];
    const TensorShape weight = n.shapeOfWeight();
    const TensorShape bias = a.n == Norms::Rows && a.more[1] ? given[5].shape() : weight;
    return {Tensor(n.x.shape(), n.through([&](std::int64_t i) { return v.at(i) * n.scale(i); }), n.x.dtype()),
            Tensor(weight, n.channels([&](std::int64_t i) { return v.at(i) * n.hat(i); }), n.x.dtype()),
            Tensor(bias, n.channels([&](std::int64_t i) { return v.at(i); }), n.x.dtype())};
}

// Where adjoints u (of the input's), w (of the weight's) and b (of the bias') arrive: to the adjoint, the input and the weight.
// Operands: those of normalizeBackward, u, w, b.
std::vector<Tensor> normalizeTwice(Operands given, const Attributes& a) {
    const Normalized n(given, a);
    const std::size_t last = given.size() - 3;
    const auto v = [&](std::int64_t i) { return given[0].at(i); };
    const auto u = [&](std::int64_t i) { return given[last].at(i); };
    const auto w = [&](std::int64_t i) { return given[last + 1].at(n.norms.channel(i)); };
    const auto b = [&](std::int64_t i) { return given[last + 2].at(n.norms.channel(i)); };
    const auto scaled = [&](std::int64_t i) { return v(i) * n.scale(i); };

    const std::vector<double> straight = n.through(u);
    std::vector<double> toAdjoint = n.each([&](std::int64_t i) { return straight[at(i)] * n.scale(i) + w(i) * n.hat(i) + b(i); });
    std::vector<double> toWeight = n.channels([&](std::int64_t i) { return straight[at(i)] * v(i); });
    std::vector<double> toInput = n.through([&](std::int64_t i) { return w(i) * v(i); });
    if (!a.flag) {
        // How mean and deviation inside of `through` move with the input.
        const double count = n.norms.members();
        const std::vector<double> v1 = n.sums(scaled);
        const std::vector<double> vh = n.sums([&](std::int64_t i) { return scaled(i) * n.hat(i); });
        const std::vector<double> u1 = n.sums(u);
        const std::vector<double> uh = n.sums([&](std::int64_t i) { return u(i) * n.hat(i); });
        const std::vector<double> uv = n.sums([&](std::int64_t i) { return u(i) * scaled(i); });
        for (std::int64_t i = 0; i < n.x.size(); ++i) {
            const std::size_t k = n.group(i);
            const double bent = n.hat(i) * (u1[k] * v1[k] / count - uv[k] + 3 * vh[k] * uh[k] / count);
            const double crossed = uh[k] * (v1[k] / count - scaled(i)) + vh[k] * (u1[k] / count - u(i));
            toInput[at(i)] += (bent + crossed) * n.steepness(i) * n.steepness(i) / count;
        }
    }
    const DType dtype = n.x.dtype();
    return {Tensor(n.x.shape(), std::move(toAdjoint), dtype), Tensor(n.x.shape(), std::move(toInput), dtype),
            Tensor(n.shapeOfWeight(), std::move(toWeight), dtype)};
}

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

double sigmoidOf(double x) { return 1 / (1 + std::exp(-x)); }

}  // namespace

std::vector<Tensor> gate(Operands x, const Attributes& a) {
    const Halves halves(x[0].shape(), a.dims[0]);
    TensorShape shape = x[0].shape();
    shape[at(a.dims[0])] /= 2;
    std::vector<double> out(at(elementCount(shape)));
    for (std::size_t i = 0; i < out.size(); ++i) {
        const auto k = static_cast<std::int64_t>(i);
        out[i] = x[0].at(halves.first(k)) * rounded(sigmoidOf(x[0].at(halves.second(k))), x[0].dtype());
    }
    return {Tensor(shape, std::move(out), x[0].dtype())};
}

std::vector<Tensor> gateBackward(Operands x, const Attributes& a) {
    const Tensor& v = x[0];
    const Tensor& input = x[1];
    const Halves halves(input.shape(), a.dims[0]);
    std::vector<double> out(at(input.size()));
    for (std::int64_t i = 0; i < v.size(); ++i) {
        const double s = sigmoidOf(input.at(halves.second(i)));
        out[at(halves.first(i))] = s * v.at(i);
        out[at(halves.second(i))] = (1 - s) * s * v.at(i) * input.at(halves.first(i));
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
        return std::log(rounded(rounded(std::exp(-rounded(v * t, dtype)), dtype) + 1, dtype));
    });
    if (a.n == 0) return {loss};
    double sum = 0;
    for (const double l : loss.numbers()) sum += l;
    return {Tensor(a.n == 1 ? sum / static_cast<double>(loss.size()) : sum, dtype)};
}

std::vector<Tensor> softMarginLossBackward(Operands x, const Attributes& a) {
    const auto count = static_cast<double>(elementCount(*broadcastShapes(x[1].shape(), a.tensors[0].shape())));
    const double share = a.n == 1 ? 1 / count : 1;
    const Tensor& v = x[0];
    return {pairwise(x[1], a.tensors[0], [&](double input, double t, std::int64_t i) {
        const double z = rounded(std::exp(-t * input), v.dtype());  // infinite in float32 from 88.8 on: NaN then, as PyTorch
        return -t * z / (z + 1) * share * v.at(v.size() == 1 ? 0 : i);
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
