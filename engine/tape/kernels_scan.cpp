// SPDX-License-Identifier: GPL-3.0-or-later
// Running sums and products (in float64, rounded at each step), and softmax.
#include <algorithm>
#include <array>
#include <cmath>

#include "engine/tape/lanes.h"
#include "engine/tape/shaped.h"
#include "engine/tape/sleef.h"

namespace backstep::kernels {
namespace {

using In = std::span<const double>;
using Out = std::span<double>;

// log(exp(x) + exp(sum)). Of a NaN the sign stays, too.
template <class T>
T logAddExp(T x, T sum) {
    const T low = std::isnan(sum) ? sum : std::min(x, sum);  // x, where it is NaN
    const T high = std::isnan(sum) ? sum : std::max(x, sum);
    return low != high || std::isfinite(low) ? std::log1p(std::exp(low - high)) + high : x;
}

double largestOf(In in) {
    double largest = in.empty() ? 0 : in[0];
    for (const double x : in) largest = std::isnan(x) || x > largest ? x : largest;
    return largest;
}

// With `by`: of the products with its elements, each fused with the sum, as PyTorch's compiler does.
template <class T>
T inARow(In in, In by = {}) {
    T sum = 0;
    for (std::size_t i = 0; i < in.size(); ++i) {
        const T x = static_cast<T>(in[i]);
        sum = by.empty() ? sum + x : std::fma(x, static_cast<T>(by[i]), sum);
    }
    return sum;
}

// As PyTorch adds the elements of vectors: the vectors first, then across; eight float32 by halves.
template <class T>
T byVectors(In in, In by = {}) {
    constexpr std::size_t kSize = 32 / sizeof(T);
    std::array<T, kSize> sums{};
    if (in.size() < kSize) {
        if (by.empty()) return inARow<T>(in);
        T sum = 0;
        for (std::size_t i = 0; i < in.size(); ++i) sum += static_cast<T>(in[i]) * static_cast<T>(by[i]);
        return sum;
    }
    for (std::size_t i = 0; i < in.size(); ++i) {
        const T x = static_cast<T>(in[i]);
        T& sum = sums[i % kSize];
        sum = by.empty() ? sum + x : std::fma(x, static_cast<T>(by[i]), sum);
    }
    if constexpr (kSize == 8) {
        const auto quarter = [&](std::size_t k) { return (sums[k] + sums[k + 4]) + (sums[k + 2] + sums[k + 6]); };
        return quarter(0) + quarter(1);
    }
    T sum = sums[0];
    for (std::size_t k = 1; k < kSize; ++k) sum += sums[k];
    return sum;
}

// `last`: the lane lies contiguously in memory.
double sumOfLane(In in, DType dtype, bool last, In by = {}) {
    if (dtype == DType::Float32) return static_cast<double>(last ? byVectors<float>(in, by) : inARow<float>(in, by));
    return last ? byVectors<double>(in, by) : inARow<double>(in, by);
}

bool isLast(const Tensor& a, std::int64_t dim) { return static_cast<std::size_t>(dim) + 1 >= a.dims(); }

double fused(double a, double b, double c, DType dtype) {
    if (dtype != DType::Float32) return std::fma(a, b, c);
    return static_cast<double>(std::fma(static_cast<float>(a), static_cast<float>(b), static_cast<float>(c)));
}

// Across the rows of memory PyTorch takes as many lanes at once as a register holds, and those that are left one by one.
class Tail {
public:
    Tail(const Tensor& a, std::int64_t dim) : width_(a.dtype() == DType::Float32 ? 8 : 4) {
        for (auto d = static_cast<std::size_t>(dim) + 1; d < a.dims(); ++d) inner_ *= static_cast<std::size_t>(a.shape()[d]);
        if (isLast(a, dim)) width_ = 1;
    }
    [[nodiscard]] bool has(std::size_t lane) const { return lane % inner_ >= inner_ - inner_ % width_; }

private:
    std::size_t inner_ = 1, width_;
};

double exponentialOf(double x, DType dtype, bool inTail) {
    if (!inTail) return exponential(x, dtype);
    return dtype == DType::Float32 ? static_cast<double>(std::exp(static_cast<float>(x))) : std::exp(x);
}

// exp(x − max) in the precision of the tensor.
void exponentials(In in, Out out, DType dtype, bool inTail) {
    const double largest = largestOf(in);
    for (std::size_t i = 0; i < in.size(); ++i) out[i] = exponentialOf(rounded(in[i] - largest, dtype), dtype, inTail);
}

// The two operands of a softmax's backward, lane by lane.
template <class F>
Tensor backward(std::span<const Tensor> operands, const Attributes& attributes, F f) {
    const Lanes lanes(operands[1].shape(), {attributes.dims[0]});
    const DType dtype = operands[1].dtype();
    const bool last = isLast(operands[1], attributes.dims[0]);
    const Tail tail(operands[1], attributes.dims[0]);
    std::vector<double> v, y, values(static_cast<std::size_t>(operands[1].size()));
    for (std::size_t k = 0; k < lanes.count(); ++k) {
        lanes.gather(operands[0], k, v);
        lanes.gather(operands[1], k, y);
        const double sum = sumOfLane(v, dtype, last, f.products ? In(y) : In());
        for (std::size_t i = 0; i < v.size(); ++i) values[lanes.place(k, i)] = f.value(v[i], y[i], sum, dtype, tail.has(k));
    }
    return {operands[1].shape(), std::move(values), attributes.dtype};
}

}  // namespace

std::vector<Tensor> cumsum(std::span<const Tensor> operands, const Attributes& attributes) {
    return {mapLanes(operands[0].cast(attributes.dtype), attributes.dims[0], attributes.dtype, [](In in, Out out) {
        double sum = 0;
        for (std::size_t i = 0; i < in.size(); ++i) out[i] = sum += in[i];
    })};
}

std::vector<Tensor> cumprod(std::span<const Tensor> operands, const Attributes& attributes) {
    return {mapLanes(operands[0].cast(attributes.dtype), attributes.dims[0], attributes.dtype, [](In in, Out out) {
        double product = 1;
        for (std::size_t i = 0; i < in.size(); ++i) out[i] = product *= in[i];
    })};
}

std::vector<Tensor> logcumsumexp(std::span<const Tensor> operands, const Attributes& attributes) {
    const DType dtype = operands[0].dtype();
    return {mapLanes(operands[0], attributes.dims[0], dtype, [&](In in, Out out) {
        double sum = -std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i < in.size(); ++i) {
            out[i] = sum = logAddExp(in[i], sum);
        }
    })};
}

std::vector<Tensor> softmax(std::span<const Tensor> operands, const Attributes& attributes) {
    const bool last = isLast(operands[0], attributes.dims[0]);
    const Tensor a = operands[0].cast(attributes.dtype);
    const Tail tail(a, attributes.dims[0]);
    std::size_t lane = 0;
    return {mapLanes(a, attributes.dims[0], attributes.dtype, [&](In in, Out out) {
        exponentials(in, out, attributes.dtype, tail.has(lane++));
        const double sum = sumOfLane(out, attributes.dtype, last);
        const double inverse = rounded(1 / sum, attributes.dtype);
        for (double& x : out) x = last ? x * inverse : x / sum;
    })};
}

std::vector<Tensor> logSoftmax(std::span<const Tensor> operands, const Attributes& attributes) {
    const bool last = isLast(operands[0], attributes.dims[0]);
    const Tensor a = operands[0].cast(attributes.dtype);
    const Tail tail(a, attributes.dims[0]);
    std::size_t lane = 0;
    return {mapLanes(a, attributes.dims[0], attributes.dtype, [&](In in, Out out) {
        const double largest = largestOf(in);
        exponentials(in, out, attributes.dtype, tail.has(lane++));
        const double log = logarithm(sumOfLane(out, attributes.dtype, last), attributes.dtype);
        for (std::size_t i = 0; i < in.size(); ++i) out[i] = rounded(in[i] - largest, attributes.dtype) - log;
    })};
}

std::vector<Tensor> softmaxBackward(std::span<const Tensor> operands, const Attributes& attributes) {
    struct {
        bool products = true;
        static double value(double v, double y, double sum, DType dtype, bool) { return rounded(v - sum, dtype) * y; }
    } f;
    return {backward(operands, attributes, f)};
}

std::vector<Tensor> logSoftmaxBackward(std::span<const Tensor> operands, const Attributes& attributes) {
    struct {
        bool products = false;
        static double value(double v, double y, double sum, DType dtype, bool inTail) {
            return fused(-exponentialOf(y, dtype, inTail), sum, v, dtype);
        }
    } f;
    return {backward(operands, attributes, f)};
}

}  // namespace backstep::kernels
