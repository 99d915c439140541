// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tape/special.h"

#include <array>
#include <numbers>

namespace backstep {

namespace {

// Bernoulli numbers B2, B4, … B20.
constexpr std::array<double, 10> kBernoulli{1.0 / 6,       -1.0 / 30, 1.0 / 42,      -1.0 / 30,     5.0 / 66,
                                            -691.0 / 2730, 7.0 / 6,   -3617.0 / 510, 43867.0 / 798, -174611.0 / 330};

// ζ(s, q) = Σ (q + k)^-s by Euler–Maclaurin: ten terms summed, the tail from the Bernoulli numbers. s > 1, q > 0.
double hurwitzZeta(double s, double q) {
    double sum = 0;
    double a = q;
    for (int k = 0; k < 12; ++k, a += 1) sum += std::pow(a, -s);
    sum += std::pow(a, 1 - s) / (s - 1) + 0.5 * std::pow(a, -s);
    double factor = s * std::pow(a, -s - 1);
    double factorial = 2;
    for (std::size_t j = 0; j < kBernoulli.size(); ++j) {
        sum += kBernoulli[j] / factorial * factor;
        const double m = 2.0 * static_cast<double>(j) + 1;
        factor *= (s + m) * (s + m + 1) / (a * a);
        factorial *= (m + 2) * (m + 3);
    }
    return sum;
}

// (d/dx)^n cot(πx) by Horner on the polynomial in c = cot: d/dx c = -π (1 + c²).
double cotDerivative(int n, double x) {
    std::array<double, 66> p{};
    p[1] = 1;
    for (int k = 0; k < n; ++k) {
        std::array<double, 66> next{};
        for (int i = 1; i <= k + 1; ++i) {
            const auto at = static_cast<std::size_t>(i);
            next[at - 1] -= i * p[at] * std::numbers::pi;
            next[at + 1] -= i * p[at] * std::numbers::pi;
        }
        p = next;
    }
    const double c = 1 / std::tan(std::numbers::pi * (x - std::round(x)));
    double value = 0;
    for (int i = n + 1; i >= 0; --i) value = value * c + p[static_cast<std::size_t>(i)];
    return value;
}

}  // namespace

double polygamma(double n, double x) {
    if (n == 0) return digamma(x);
    if (n == 1) return trigamma(x);
    if (!(n >= 1) || n != std::floor(n) || n > 60) return std::numeric_limits<double>::quiet_NaN();
    const int order = static_cast<int>(n);
    const double sign = order % 2 == 1 ? 1 : -1;
    if (x <= 0) {
        if (x == std::floor(x)) return sign * HUGE_VAL;
        // Reflection (DLMF 5.15.6): ψn(1−x) + (−1)^(n−1) ψn(x) = (−1)^n π d^n/dx^n cot(πx).
        return -sign * polygamma(n, 1 - x) - std::numbers::pi * cotDerivative(order, x);
    }
    if (std::isinf(x)) return std::numeric_limits<double>::quiet_NaN();  // as PyTorch
    return sign * std::tgamma(n + 1) * hurwitzZeta(n + 1, x);
}

// --- GELU in float32, as oneDNN computes it, each step a float's, products and sums fused ---

namespace {

// e^x = 2^n e^r: its own polynomial of e^r, of degree 5.
float exponentialByOneDnn(float x) {
    constexpr float kLeast = -87.33654F, kMost = 88.72284F, kLog2e = 1.44269502F, kLn2 = 0.693147182F;
    const float within = std::fmax(std::fmin(x, kMost), kLeast);
    const float n = std::floor(within * kLog2e + 0.5F);
    const float r = std::fma(-n, kLn2, within);
    float e = 0.00828929059F;
    for (const float c : {0.0418978221F, 0.166676521F, 0.499991506F, 0.999999701F, 1.0F}) e = std::fma(e, r, c);
    const float half = x < kLeast ? 0 : std::ldexp(1.0F, static_cast<int>(n) - 1);
    return e * half * 2;
}

struct Erf {
    float value;        // erf(x), within 1.5e-7
    float exponential;  // e^(-x²)
};

// Abramowitz and Stegun, 7.1.26.
Erf erfByOneDnn(float x) {
    const float t = 1 / std::fma(0.3275911F, std::fabs(x), 1.0F);
    const float exponential = exponentialByOneDnn(-(x * x));
    float sum = 1.061405429F;
    for (const float c : {-1.453152027F, 1.421413741F, -0.284496736F, 0.254829592F}) sum = std::fma(sum, t, c);
    const float size = std::fma(-exponential * t, sum, 1.0F);
    return {std::signbit(x) ? -size : size, exponential};
}

constexpr float kHalfRoot = 0.707106769F;  // 1/√2

}  // namespace

template <>
float geluOf<Sleef, float>(float x) {
    const float half = 0.5F * x;
    return std::fma(erfByOneDnn(x * kHalfRoot).value, half, half);
}

template <>
float geluSlope<Sleef, float>(float x) {
    constexpr float kInverseRootPi = 0.564189553F;  // the float below 1/√π, as it stands there
    const float scaled = x * kHalfRoot;
    const Erf erf = erfByOneDnn(scaled);
    return std::fma(0.5F, erf.value, scaled * kInverseRootPi * erf.exponential + 0.5F);
}

}  // namespace backstep
