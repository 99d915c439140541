// SPDX-License-Identifier: GPL-3.0-or-later
// Two ways to normal numbers: fewer than 16 come in pairs from doubles, 16 and more in blocks of 16, and the blocks of float32
// use the polynomials of the vectorised kernels. A multiply and an add are one rounding wherever the AVX2 build fuses them.
#include "engine/tensor/random_torch.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <vector>

namespace backstep {
namespace {

constexpr double kTwoPi = 2 * std::numbers::pi;

// ln, sin and cos of the Cephes library as avx_mathfun has them, one lane of it.
float polynomial(float t, std::initializer_list<float> coefficients) {
    float y = 0;
    for (const float c : coefficients) y = std::fmaf(y, t, c);
    return y;
}

float vectorLog(float x) {
    int exponent = 0;
    float mantissa = std::frexp(x, &exponent);
    const bool low = mantissa < 0.707106781186547524F;
    if (low) --exponent;
    const auto e = static_cast<float>(exponent);
    const float t = low ? (mantissa - 1.0F) + mantissa : mantissa - 1.0F;
    const float z = t * t;
    float y = polynomial(t, {7.0376836292e-2F, -1.1514610310e-1F, 1.1676998740e-1F, -1.2420140846e-1F, 1.4249322787e-1F, -1.6668057665e-1F,
                             2.0000714765e-1F, -2.4999993993e-1F, 3.3333331174e-1F});
    y = y * t;
    y = std::fmaf(y, z, e * -2.12194440e-4F);
    y = y - 0.5F * z;
    const float sum = t + y;
    return std::fmaf(e, 0.693359375F, sum);
}

struct SinCos {
    float sin;
    float cos;
};
// Of x ≥ 0.
SinCos vectorSinCos(float x) {
    auto octant = static_cast<std::int32_t>(x * 1.27323954473516F);
    octant = (octant + 1) & ~1;
    const auto j = static_cast<float>(octant);
    float r = std::fmaf(j, -0.78515625F, x);
    r = std::fmaf(j, -2.4187564849853515625e-4F, r);
    r = std::fmaf(j, -3.77489497744594108e-8F, r);
    const float z = r * r;
    float c = polynomial(z, {2.443315711809948e-5F, -1.388731625493765e-3F, 4.166664568298827e-2F}) * z;
    c = std::fmaf(c, z, -0.5F * z) + 1.0F;
    float s = polynomial(z, {-1.9515295891e-4F, 8.3321608736e-3F, -1.6666654611e-1F}) * z;
    s = std::fmaf(s, r, r);
    const bool swapped = (octant & 2) != 0;
    const float sine = swapped ? c : s;
    const float cosine = swapped ? s : c;
    return {.sin = (octant & 4) != 0 ? -sine : sine, .cos = ((octant - 2) & 4) == 0 ? -cosine : cosine};
}

void transformFloats(double* block, float mean, float std) {
    for (int j = 0; j < 8; ++j) {
        const float radius = std::sqrt(-2.0F * vectorLog(1.0F - static_cast<float>(block[j])));
        const SinCos turned = vectorSinCos(static_cast<float>(kTwoPi) * static_cast<float>(block[j + 8]));
        const float first = radius * turned.cos;
        const float second = radius * turned.sin;
        block[j] = static_cast<double>(std::fmaf(first, std, mean));
        block[j + 8] = static_cast<double>(std::fmaf(second, std, mean));
    }
}

void transformDoubles(double* block, double mean, double std) {
    for (int j = 0; j < 8; ++j) {
        const double radius = std::sqrt(-2.0 * std::log(1.0 - block[j]));
        const double angle = kTwoPi * block[j + 8];
        block[j] = std::fma(radius * std::cos(angle), std, mean);
        block[j + 8] = std::fma(radius * std::sin(angle), std, mean);
    }
}

std::vector<double> room(const TensorShape& shape) { return std::vector<double>(static_cast<std::size_t>(elementCount(shape))); }

}  // namespace

void TorchGenerator::manualSeed(std::uint64_t seed) {
    engine_.seed(static_cast<std::uint32_t>(seed));
    seed_ = seed;
    wasSeeded_ = true;
    kept_.reset();
}

double TorchGenerator::uniformDouble() { return static_cast<double>(random64() & ((std::uint64_t{1} << 53) - 1)) * 0x1p-53; }
float TorchGenerator::uniformFloat() { return static_cast<float>(random32() & 0xFFFFFFU) * 0x1p-24F; }

Tensor TorchGenerator::uniform(const TensorShape& shape, DType dtype, double from, double to) {
    std::vector<double> out = room(shape);
    const auto low = static_cast<float>(from);
    const float range = static_cast<float>(to) - low;
    for (double& x : out) {
        if (dtype == DType::Float32) x = static_cast<double>(std::fmaf(uniformFloat(), range, low));
        else x = std::fma(uniformDouble(), to - from, from);
    }
    return Tensor(shape, std::move(out), dtype);
}

double TorchGenerator::oneNormal() {
    if (kept_) {
        const double value = *kept_;
        kept_.reset();
        return value;
    }
    const double angle = kTwoPi * uniformDouble();
    const double radius = std::sqrt(-2.0 * std::log(1.0 - uniformDouble()));
    kept_ = radius * std::sin(angle);
    return radius * std::cos(angle);
}

// The last block ends with the tensor: it takes new numbers and may overwrite some of the block before.
void TorchGenerator::fillLongFloat(std::vector<double>& out, float mean, float std) {
    for (double& x : out) x = static_cast<double>(uniformFloat());
    for (std::size_t i = 0; i + 16 <= out.size(); i += 16) transformFloats(out.data() + i, mean, std);
    if (out.size() % 16 == 0) return;
    double* last = out.data() + out.size() - 16;
    for (int j = 0; j < 16; ++j) last[j] = static_cast<double>(uniformFloat());
    transformFloats(last, mean, std);
}

void TorchGenerator::fillLongDouble(std::vector<double>& out, double mean, double std) {
    for (double& x : out) x = uniformDouble();
    for (std::size_t i = 0; i + 16 <= out.size(); i += 16) transformDoubles(out.data() + i, mean, std);
    if (out.size() % 16 == 0) return;
    double* last = out.data() + out.size() - 16;
    for (int j = 0; j < 16; ++j) last[j] = uniformDouble();
    transformDoubles(last, mean, std);
}

Tensor TorchGenerator::normal(const TensorShape& shape, DType dtype, double mean, double std, bool oneByOne) {
    std::vector<double> out = room(shape);
    if (out.size() < 16 || oneByOne) {
        for (double& x : out) x = std::fma(oneNormal(), std, mean);
    } else if (dtype == DType::Float32) {
        fillLongFloat(out, static_cast<float>(mean), static_cast<float>(std));
    } else {
        fillLongDouble(out, mean, std);
    }
    return Tensor(shape, std::move(out), dtype);
}

Tensor TorchGenerator::normal(const Tensor& mean, const Tensor& std) {
    const Tensor drawn = normal(mean.shape(), mean.dtype());
    std::vector<double> out = room(mean.shape());
    for (std::size_t i = 0; i < out.size(); ++i) {
        const auto k = static_cast<std::int64_t>(i);
        out[i] = Tensor(drawn.at(k) * std.at(k), mean.dtype()).item() + mean.at(k);
    }
    return Tensor(mean.shape(), std::move(out), mean.dtype());
}

Tensor TorchGenerator::integers(const TensorShape& shape, std::int64_t low, std::int64_t high, DType dtype) {
    std::vector<double> out = room(shape);
    const std::uint64_t range = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low);
    for (double& x : out) {
        const std::uint64_t drawn = range >= std::uint64_t{1} << 32 ? random64() : random32();
        x = static_cast<double>(static_cast<std::int64_t>(drawn % range + static_cast<std::uint64_t>(low)));
    }
    return Tensor(shape, std::move(out), dtype);
}

Tensor TorchGenerator::random(const TensorShape& shape, DType dtype) {
    std::vector<double> out = room(shape);
    for (double& x : out) {
        switch (dtype) {
            case DType::Bool: x = static_cast<double>(random32() & 1U); break;
            case DType::Int32: x = static_cast<double>(random32() & 0x7FFFFFFFU); break;
            case DType::Int64: x = static_cast<double>(randomInt64()); break;
            case DType::Float32: x = static_cast<double>(random32() % ((1U << 24) + 1)); break;
            case DType::Float64: x = static_cast<double>(random64() % ((std::uint64_t{1} << 53) + 1)); break;
        }
    }
    return Tensor(shape, std::move(out), dtype);
}

Tensor TorchGenerator::permutation(std::int64_t n, DType dtype) {
    std::vector<double> out(static_cast<std::size_t>(n));
    std::iota(out.begin(), out.end(), 0.0);
    for (std::size_t i = 0; i + 1 < out.size(); ++i) std::swap(out[i], out[i + random32() % (out.size() - i)]);
    return Tensor({n}, std::move(out), dtype);
}

Tensor TorchGenerator::bernoulli(const Tensor& probabilities, DType dtype) {
    std::vector<double> out = room(probabilities.shape());
    for (std::size_t i = 0; i < out.size(); ++i) {
        const double drawn = probabilities.dtype() == DType::Float64 ? uniformDouble() : static_cast<double>(uniformFloat());
        out[i] = drawn < probabilities.at(static_cast<std::int64_t>(i)) ? 1 : 0;
    }
    return Tensor(probabilities.shape(), std::move(out), dtype);
}

Tensor TorchGenerator::bernoulli(const TensorShape& shape, double probability, DType dtype) {
    std::vector<double> out = room(shape);
    for (double& x : out) x = uniformDouble() < probability ? 1 : 0;
    return Tensor(shape, std::move(out), dtype);
}

Tensor TorchGenerator::dropoutMask(const TensorShape& shape, double p, DType dtype) {
    if (p == 0) return Tensor(shape, std::vector<double>(room(shape).size(), 1.0), dtype);
    if (p == 1) return Tensor(shape, room(shape), dtype);
    const double kept = 1.0 / Tensor(1 - p, dtype).item();
    std::vector<double> out = room(shape);
    for (double& x : out) x = uniformDouble() < 1 - p ? kept : 0;
    return Tensor(shape, std::move(out), dtype);
}

LinearBounds linearBounds(std::int64_t inFeatures) {
    const double root = std::sqrt(static_cast<double>(inFeatures));
    const double slope = std::sqrt(5.0);
    const double gain = std::sqrt(2.0 / (1 + slope * slope));
    return {.weight = std::sqrt(3.0) * (gain / root), .bias = 1 / root};
}

}  // namespace backstep
