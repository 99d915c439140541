// SPDX-License-Identifier: GPL-3.0-or-later
// Running sums and products (in float64, rounded at each step), and softmax.
#include <algorithm>
#include <array>
#include <cmath>

#include "engine/tape/lanes.h"
#include "engine/tape/shaped.h"

namespace backstep::kernels {
namespace {

using In = std::span<const double>;
using Out = std::span<double>;

// log(exp(x) + exp(sum)). Of a NaN the sign stays, too.
double logAddExp(double x, double sum) {
    const double low = std::isnan(sum) ? sum : std::min(x, sum);  // x, where it is NaN
    const double high = std::isnan(sum) ? sum : std::max(x, sum);
    return low != high || std::isfinite(low) ? std::log1p(std::exp(low - high)) + high : x;
}

double largestOf(In in) {
    double largest = in.empty() ? 0 : in[0];
    for (const double x : in) largest = std::isnan(x) || x > largest ? x : largest;
    return largest;
}

template <class T>
T inARow(In in) {
    T sum = 0;
    for (const double x : in) sum += static_cast<T>(x);
    return sum;
}

// As PyTorch adds the elements of vectors: the vectors first, then across; eight float32 by halves.
template <class T>
T byVectors(In in) {
    constexpr std::size_t kSize = 32 / sizeof(T);
    if (in.size() < kSize) return inARow<T>(in);
    std::array<T, kSize> sums{};
    for (std::size_t i = 0; i < in.size(); ++i) sums[i % kSize] += static_cast<T>(in[i]);
    if constexpr (kSize == 8) {
        const auto quarter = [&](std::size_t k) { return (sums[k] + sums[k + 4]) + (sums[k + 2] + sums[k + 6]); };
        return quarter(0) + quarter(1);
    }
    T sum = sums[0];
    for (std::size_t k = 1; k < kSize; ++k) sum += sums[k];
    return sum;
}

// `last`: the lane lies contiguously in memory.
double sumOfLane(In in, DType dtype, bool last) {
    if (dtype == DType::Float32) return static_cast<double>(last ? byVectors<float>(in) : inARow<float>(in));
    return last ? byVectors<double>(in) : inARow<double>(in);
}

bool isLast(const Tensor& a, std::int64_t dim) { return static_cast<std::size_t>(dim) + 1 >= a.dims(); }

// exp(x − max) in the precision of the tensor.
void exponentials(In in, Out out, DType dtype) {
    const double largest = largestOf(in);
    for (std::size_t i = 0; i < in.size(); ++i) out[i] = rounded(std::exp(rounded(in[i] - largest, dtype)), dtype);
}

// The two operands of a softmax's backward, lane by lane.
template <class F>
Tensor backward(std::span<const Tensor> operands, const Attributes& attributes, F f) {
    const Lanes lanes(operands[1].shape(), {attributes.dims[0]});
    const DType dtype = operands[1].dtype();
    const bool last = isLast(operands[1], attributes.dims[0]);
    std::vector<double> v, y, terms(lanes.length()), values(static_cast<std::size_t>(operands[1].size()));
    for (std::size_t k = 0; k < lanes.count(); ++k) {
        lanes.gather(operands[0], k, v);
        lanes.gather(operands[1], k, y);
        for (std::size_t i = 0; i < v.size(); ++i) terms[i] = rounded(f.term(v[i], y[i]), dtype);
        const double sum = sumOfLane(terms, dtype, last);
        for (std::size_t i = 0; i < v.size(); ++i) values[lanes.place(k, i)] = f.value(v[i], y[i], sum, dtype);
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
        for (std::size_t i = 0; i < in.size(); ++i) out[i] = sum = rounded(logAddExp(in[i], sum), dtype);
    })};
}

std::vector<Tensor> softmax(std::span<const Tensor> operands, const Attributes& attributes) {
    const bool last = isLast(operands[0], attributes.dims[0]);
    return {mapLanes(operands[0].cast(attributes.dtype), attributes.dims[0], attributes.dtype, [&](In in, Out out) {
        exponentials(in, out, attributes.dtype);
        const double sum = sumOfLane(out, attributes.dtype, last);
        const double inverse = rounded(1 / sum, attributes.dtype);
        for (double& x : out) x = last ? x * inverse : x / sum;
    })};
}

std::vector<Tensor> logSoftmax(std::span<const Tensor> operands, const Attributes& attributes) {
    const bool last = isLast(operands[0], attributes.dims[0]);
    return {mapLanes(operands[0].cast(attributes.dtype), attributes.dims[0], attributes.dtype, [&](In in, Out out) {
        const double largest = largestOf(in);
        exponentials(in, out, attributes.dtype);
        const double log = rounded(std::log(sumOfLane(out, attributes.dtype, last)), attributes.dtype);
        for (std::size_t i = 0; i < in.size(); ++i) out[i] = rounded(in[i] - largest, attributes.dtype) - log;
    })};
}

std::vector<Tensor> softmaxBackward(std::span<const Tensor> operands, const Attributes& attributes) {
    struct {
        static double term(double v, double y) { return v * y; }
        static double value(double v, double y, double sum, DType dtype) { return rounded(v - sum, dtype) * y; }
    } f;
    return {backward(operands, attributes, f)};
}

std::vector<Tensor> logSoftmaxBackward(std::span<const Tensor> operands, const Attributes& attributes) {
    struct {
        static double term(double v, double) { return v; }
        static double value(double v, double y, double sum, DType dtype) { return v - rounded(rounded(std::exp(y), dtype) * sum, dtype); }
    } f;
    return {backward(operands, attributes, f)};
}

}  // namespace backstep::kernels
