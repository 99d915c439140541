// SPDX-License-Identifier: GPL-3.0-or-later
// Functions that <cmath> lacks, or whose edges differ from PyTorch's.
#pragma once

#include <cmath>
#include <limits>
#include <numbers>

namespace backstep {

// PyTorch squares, cubes and inverts by multiplication; 0^0 is 1.
template <class T>
inline T power(T a, T b) {
    if (b == 2) return a * a;
    if (b == 3) return a * a * a;
    if (b == T(0.5)) return std::sqrt(a);
    if (b == T(-0.5)) return 1 / std::sqrt(a);
    if (b == -1) return 1 / a;
    if (b == -2) return 1 / (a * a);
    return std::pow(a, b);
}

// The remainder with the sign of the divisor, as Python's %.
template <class T>
inline T remainderOf(T a, T b) {
    const T r = std::fmod(a, b);
    return r != 0 && (r < 0) != (b < 0) ? r + b : r;
}

// The quotient rounded down, as Python's //: exact where a - a % b is.
template <class T>
inline T floorQuotient(T a, T b) {
    if (b == 0) return a / b;
    const T mod = std::fmod(a, b);
    T quotient = (a - mod) / b;
    if (mod != 0 && (b < 0) != (mod < 0)) quotient -= 1;
    if (quotient == 0) return std::copysign(T(0), a / b);
    const T floor = std::floor(quotient);
    return quotient - floor > T(0.5) ? floor + 1 : floor;
}

// log(e^a + e^b), without overflow on the way.
template <class T>
inline T logSumOfExps(T a, T b) {
    if (std::isinf(a) && a == b) return a;
    return (a != a || b != b ? a + b : std::fmax(a, b)) + std::log1p(std::exp(-std::fabs(a - b)));
}
template <class T>
inline T logSumOfExps2(T a, T b) {
    if (std::isinf(a) && a == b) return a;
    return (a != a || b != b ? a + b : std::fmax(a, b)) + std::log2(1 + std::exp2(-std::fabs(a - b)));
}

template <class T>
inline T logitWithin(T a, T eps) {
    const T x = a < eps ? eps : a > 1 - eps ? 1 - eps : a;
    return std::log(x / (1 - x));
}

// 0 where a is 0, whatever the logarithm is (but for NaN).
template <class T>
inline T xTimesLog(T a, T b) {
    return b != b ? b : a == 0 ? T(0) : a * std::log(b);
}
template <class T>
inline T xTimesLog1p(T a, T b) {
    return b != b ? b : a == 0 ? T(0) : a * std::log1p(b);
}

// Rounded to a number of decimal places, ties to even.
template <class T>
inline T roundedTo(T a, T decimals) {
    const T power = std::pow(T(10), std::fabs(decimals));
    return decimals < 0 ? std::nearbyint(a / power) * power : std::nearbyint(a * power) / power;
}

// From a to b by weight, exact at both ends.
template <class T>
inline T between(T a, T b, T weight) {
    return weight < T(0.5) ? std::fma(weight, b - a, a) : std::fma(-(b - a), 1 - weight, b);
}

template <class T>
inline T clampedTo6(T a) {
    return a != a ? a : a < 0 ? T(0) : a > 6 ? T(6) : a;
}

inline double exponential(double x) { return std::exp(x); }
float exponential(float x);  // torch.exp, to the bit: it is one unit off here and there, as in e⁴ = 54.5982

// d/dx of log(sigmoid(x)) and of x/2 (1 + tanh(√(2/π) (x + 0.044715 x³))).
template <class T>
inline T logSigmoidSlope(T x) {
    const T z = std::exp(-std::fabs(x));
    return x < 0 ? 1 - z / (1 + z) : z / (1 + z);
}
// In float PyTorch's library for networks fuses the sum: gelu(−0) is 0 there, −0 in double.
inline double geluOf(double x) { return x * 0.5 * (1 + std::erf(x * 0.7071067811865476)); }
inline float geluOf(float x) { return std::fma(0.5F * x, std::erf(x * 0.70710678F), 0.5F * x); }
template <class T>
inline T geluTanhSlope(T x) {
    const T beta(0.7978845608028654), kappa(0.044715);
    const T t = std::tanh(beta * (x + kappa * (x * x * x)));
    return T(0.5) * (1 + t) + T(0.5) * x * (1 - t * t) * (beta * (1 + 3 * kappa * (x * x)));
}

// The inverse of erf: ±1 give ±infinity, what lies outside NaN.
double inverseErf(double y);
inline float inverseErf(float y) { return static_cast<float>(inverseErf(static_cast<double>(y))); }

inline double logGamma(double a) {
    int sign = 0;
    return lgamma_r(a, &sign);
}
inline float logGamma(float a) {
    int sign = 0;
    return lgammaf_r(a, &sign);
}

// ψ(x). Reflection for x < 0, recurrence up to 10, then the asymptotic series (DLMF 5.5.2, 5.5.4, 5.11.2).
// Absolute error about 1e-15 × the largest term.
double digamma(double x);
inline float digamma(float x) { return static_cast<float>(digamma(static_cast<double>(x))); }

// ψ′(x) as PyTorch has it, in T's arithmetic: reflection below 1/2 (at a pole it divides by a sin² that is not quite 0), six steps of
// the recurrence and three terms of the asymptotic series (DLMF 5.15.6, 5.15.5, 5.15.8). Relative error about 1e-9 in double.
template <class T>
T trigamma(T x) {
    constexpr T kPi = std::numbers::pi_v<T>;
    if (x < T(0.5)) {
        const T sine = std::sin(kPi * x);
        return kPi * kPi / (sine * sine) - trigamma(1 - x);
    }
    T sum = 0;
    for (int step = 0; step < 6; ++step, x += 1) sum += 1 / (x * x);
    const T square = 1 / (x * x);
    return sum + (1 + 1 / (2 * x) + square * (T(1) / 6 - square * (T(1) / 30 - square * (T(1) / 42)))) / x;
}

// ψ⁽ⁿ⁾(x): trigamma for n = 1, for whole n above it through the Hurwitz zeta function (DLMF 5.15.1, 25.11.28); n = 0 is ψ. NaN for
// other n.
double polygamma(double n, double x);
inline float polygamma(float n, float x) {
    return n == 1 ? trigamma(x) : static_cast<float>(polygamma(static_cast<double>(n), static_cast<double>(x)));
}

}  // namespace backstep
