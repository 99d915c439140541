// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tape/special.h"

#include <array>
#include <numbers>

namespace backstep {

// The vector library that PyTorch is built with (SLEEF, expf with an error of at most 1 unit): x = q ln 2 + s, with ln 2 in two parts,
// and a polynomial of e^s. Each step is a float's, products and sums fused.
float exponential(float x) {
    if (std::isnan(x)) return x;
    if (x < -104.0F) return 0;
    if (x > 100.0F) return std::numeric_limits<float>::infinity();
    const float q = std::nearbyint(x * 1.442695040888963407F);
    float s = std::fma(q, -0.693145751953125F, x);
    s = std::fma(q, -1.428606765330187045e-06F, s);
    float u = 0.000198527617612853646278381F;
    for (const float c :
         {0.00139304355252534151077271F, 0.00833336077630519866943359F, 0.0416664853692054748535156F, 0.166666671633720397949219F, 0.5F}) {
        u = std::fma(u, s, c);
    }
    u = 1.0F + std::fma(s * s, u, s);
    const int power = static_cast<int>(q);
    return std::ldexp(std::ldexp(u, power >> 1), power - (power >> 1));
}
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

// A first approximation (Winitzki), then Halley's method on erfc, which is exact where erf is near 1.
double inverseErf(double y) {
    const double size = std::fabs(y);
    if (!(size <= 1)) return std::numeric_limits<double>::quiet_NaN();
    if (size == 1) return std::copysign(HUGE_VAL, y);
    if (size == 0) return y;
    const double rest = 1 - size;
    const double l = std::log(rest * (1 + size));
    const double k = 2 / (std::numbers::pi * 0.147) + l / 2;
    double x = std::sqrt(std::sqrt(k * k - l / 0.147) - k);
    for (int i = 0; i < 3; ++i) {
        const double miss = size < 0.5 ? size - std::erf(x) : std::erfc(x) - rest;
        const double step = miss / (2 / std::sqrt(std::numbers::pi) * std::exp(-x * x));
        x += step / (1 - x * step);
    }
    return std::copysign(x, y);
}

double digamma(double x) {
    if (x == 0) return std::copysign(HUGE_VAL, -x);
    if (std::isinf(x)) return x > 0 ? x : std::numeric_limits<double>::quiet_NaN();
    if (x < 0) {
        if (x == std::floor(x)) return std::numeric_limits<double>::quiet_NaN();
        return digamma(1 - x) - std::numbers::pi * cotDerivative(0, x);
    }
    double sum = 0;
    for (; x < 10; x += 1) sum -= 1 / x;
    double series = 0;
    const double inverse = 1 / (x * x);
    for (std::size_t j = kBernoulli.size(); j-- > 0;) series = (series + kBernoulli[j] / (2.0 * static_cast<double>(j) + 2)) * inverse;
    return sum + std::log(x) - 0.5 / x - series;
}

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

}  // namespace backstep
