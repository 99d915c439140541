// SPDX-License-Identifier: GPL-3.0-or-later
// Uniform, normal, integers, permutations and choices; the other distributions are in random_numpy_more.cpp.
#include "engine/tensor/random_numpy.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/tensor/random_choice.h"

namespace backstep {
namespace {

// numpy adds the probabilities up with Kahan's correction.
double carefulSum(const std::vector<double>& values) {
    double sum = values.empty() ? 0 : values[0];
    double correction = 0;
    for (std::size_t i = 1; i < values.size(); ++i) {
        const double y = values[i] - correction;
        const double next = sum + y;
        correction = (next - sum) - y;
        sum = next;
    }
    return sum;
}

}  // namespace

void NumpyGenerator::seed(std::uint32_t seed) {
    engine_.seed(seed);
    kept_.reset();
    wasSeeded_ = true;
}

void NumpyGenerator::seed(const std::vector<std::uint32_t>& seeds) {
    engine_.seed(seeds);
    kept_.reset();
    wasSeeded_ = true;
}

Tensor NumpyGenerator::rand(const TensorShape& shape) {
    return filled(shape, DType::Float64, [this] { return random(); });
}
Tensor NumpyGenerator::randn(const TensorShape& shape) {
    return filled(shape, DType::Float64, [this] { return standardNormal(); });
}
Tensor NumpyGenerator::uniform(const TensorShape& shape, double low, double high) {
    return filled(shape, DType::Float64, [=, this] { return uniform(low, high); });
}
Tensor NumpyGenerator::normal(const TensorShape& shape, double mean, double scale) {
    return filled(shape, DType::Float64, [=, this] { return normal(mean, scale); });
}

Tensor NumpyGenerator::integers(const TensorShape& shape, std::int64_t low, std::int64_t high, DType dtype) {
    if (dtype != DType::Bool || high - low < 2) return filled(shape, dtype, [=, this] { return integer(low, high); });
    std::uint32_t word = 0;
    int left = 0;
    return filled(shape, dtype, [&] {
        word = left == 0 ? engine_.next() : word >> 1;
        left = left == 0 ? 31 : left - 1;
        return word & 1U;
    });
}

// Marsaglia's polar method.
double NumpyGenerator::standardNormal() {
    if (kept_) {
        const double value = *kept_;
        kept_.reset();
        return value;
    }
    for (;;) {
        const double x = 2.0 * random() - 1.0;
        const double y = 2.0 * random() - 1.0;
        const double r = x * x + y * y;
        if (r >= 1.0 || r == 0.0) continue;
        const double f = std::sqrt(-2.0 * std::log(r) / r);
        kept_ = f * x;
        return f * y;
    }
}

// In [0, top]: what the mask leaves and is too large is thrown away. Of one possibility nothing is drawn.
std::uint64_t NumpyGenerator::upTo(std::uint64_t top) {
    if (top == 0) return 0;
    const std::uint64_t mask = maskFor(top);
    for (;;) {
        const std::uint64_t drawn = (top <= 0xFFFFFFFFU ? engine_.next() : engine_.next64()) & mask;
        if (drawn <= top) return drawn;
    }
}

std::int64_t NumpyGenerator::integer(std::int64_t low, std::int64_t high) {
    const auto from = static_cast<std::uint64_t>(low);
    return static_cast<std::int64_t>(from + upTo(static_cast<std::uint64_t>(high) - from - 1));
}

std::vector<std::size_t> NumpyGenerator::shuffledOrder(std::size_t n) {
    std::vector<std::size_t> out(n);
    std::iota(out.begin(), out.end(), std::size_t{0});
    for (std::size_t i = n; i-- > 1;) std::swap(out[i], out[upTo(i)]);
    return out;
}

std::string NumpyGenerator::choiceError(std::size_t n, std::size_t count, bool replace, const std::optional<std::vector<double>>& p) {
    if (p) {
        if (p->size() != n) return "'a' and 'p' must have same size";
        const double sum = carefulSum(*p);
        if (std::isnan(sum)) return "probabilities contain NaN";
        if (std::any_of(p->begin(), p->end(), [](double x) { return x < 0; })) return "probabilities are not non-negative";
        if (std::fabs(sum - 1.0) > 0x1p-26) return "probabilities do not sum to 1";
    }
    if (replace) return {};
    if (count > n) return "Cannot take a larger sample than population when 'replace=False'";
    if (p && static_cast<std::size_t>(std::count_if(p->begin(), p->end(), [](double x) { return x > 0; })) < count)
        return "Fewer non-zero entries in p than size";
    return {};
}

std::vector<std::size_t> NumpyGenerator::choice(std::size_t n, std::size_t count, bool replace, const std::vector<double>& p) {
    if (!p.empty()) return weightedChoice(p, count, replace, [this] { return random(); });
    std::vector<std::size_t> out;
    if (!replace) out = shuffledOrder(n);
    while (out.size() < count) out.push_back(upTo(n - 1));
    out.resize(count);
    return out;
}

}  // namespace backstep
