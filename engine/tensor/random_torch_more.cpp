// SPDX-License-Identifier: GPL-3.0-or-later
// torch's rarer distributions: one double each, turned by the inverse of the distribution function, as one rounding chain.
#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <vector>

#include "engine/tensor/random_torch.h"

namespace backstep {
namespace {

std::vector<double> room(const TensorShape& shape) { return std::vector<double>(static_cast<std::size_t>(elementCount(shape))); }

// The running sums of a row in its own precision, as shares of the whole.
std::vector<double> shares(const Tensor& weights, std::int64_t row, std::int64_t categories) {
    const auto rounded = [&](double x) { return weights.dtype() == DType::Float32 ? static_cast<double>(static_cast<float>(x)) : x; };
    std::vector<double> out;
    double sum = 0;
    for (std::int64_t j = 0; j < categories; ++j) {
        sum = rounded(sum + weights.at(row * categories + j));
        out.push_back(sum);
    }
    for (double& x : out) x = rounded(x / sum);
    if (!out.empty()) out.back() = 1;
    return out;
}

}  // namespace

Tensor TorchGenerator::exponential(const TensorShape& shape, DType dtype, double rate) {
    std::vector<double> out = room(shape);
    for (double& x : out) x = -1.0 / rate * std::log(1.0 - uniformDouble());
    return Tensor(shape, std::move(out), dtype);
}

Tensor TorchGenerator::geometric(const TensorShape& shape, DType dtype, double p) {
    std::vector<double> out = room(shape);
    for (double& x : out) x = std::ceil(std::log(uniformDouble()) / std::log(1.0 - p));
    return Tensor(shape, std::move(out), dtype);
}

Tensor TorchGenerator::cauchy(const TensorShape& shape, DType dtype, double median, double sigma) {
    std::vector<double> out = room(shape);
    for (double& x : out) x = std::fma(sigma, std::tan(std::numbers::pi * (uniformDouble() - 0.5)), median);
    return Tensor(shape, std::move(out), dtype);
}

Tensor TorchGenerator::logNormal(const TensorShape& shape, DType dtype, double mean, double std) {
    std::vector<double> out = room(shape);
    for (double& x : out) x = std::exp(std::fma(oneNormal(), std, mean));
    return Tensor(shape, std::move(out), dtype);
}

Tensor TorchGenerator::multinomial(const Tensor& weights, std::int64_t samples, bool replacement) {
    const std::int64_t categories = weights.shape().back();
    const std::int64_t rows = weights.shape().size() > 1 ? weights.shape().front() : 1;
    TensorShape shape = weights.shape();
    shape.back() = samples;
    std::vector<double> out;
    if (replacement) {
        for (std::int64_t row = 0; row < rows; ++row) {
            const std::vector<double> limits = shares(weights, row, categories);
            for (std::int64_t k = 0; k < samples; ++k)
                out.push_back(static_cast<double>(std::lower_bound(limits.begin(), limits.end(), uniformDouble()) - limits.begin()));
        }
        return Tensor(shape, std::move(out), DType::Int64);
    }
    // Divided by exponential numbers, the largest quotients are a sample without replacement.
    const Tensor waits = exponential(weights.shape(), weights.dtype());
    for (std::int64_t row = 0; row < rows; ++row) {
        std::vector<std::int64_t> order(static_cast<std::size_t>(categories));
        std::iota(order.begin(), order.end(), std::int64_t{0});
        const auto quotient = [&](std::int64_t j) {
            return Tensor(weights.at(row * categories + j) / waits.at(row * categories + j), weights.dtype()).item();
        };
        std::stable_sort(order.begin(), order.end(), [&](std::int64_t a, std::int64_t b) { return quotient(a) > quotient(b); });
        for (std::int64_t k = 0; k < samples; ++k) out.push_back(static_cast<double>(order[static_cast<std::size_t>(k)]));
    }
    return Tensor(shape, std::move(out), DType::Int64);
}

}  // namespace backstep
