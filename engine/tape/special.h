// SPDX-License-Identifier: GPL-3.0-or-later
// Functions that <cmath> lacks, or whose edges differ from PyTorch's.
#pragma once

#include <cmath>
#include <initializer_list>
#include <limits>
#include <numbers>
#include <type_traits>

#include "engine/tape/sleef.h"

namespace backstep {

// PyTorch squares, cubes and inverts by multiplication; 0^0 is 1.
template <class M, class T>
inline T power(T a, T b) {
    if (b == 2) return a * a;
    if (b == 3) return a * a * a;
    if (b == T(0.5)) return std::sqrt(a);
    if (b == T(-0.5)) return 1 / std::sqrt(a);
    if (b == -1) return 1 / a;
    if (b == -2) return 1 / (a * a);
    return M::pow(a, b);
}

// NaN with the sign that PyTorch's maximum gives it: in its registers a mask of ones.
template <class M, class T>
constexpr T nanOf(T) {
    constexpr T kNan = std::numeric_limits<T>::quiet_NaN();
    return std::is_same_v<M, Sleef> ? -kNan : kNan;
}

// Of two tensors PyTorch takes no such short cut; in a formula, which has numbers alone, the exponent may be one.
template <class M, class T>
inline T powerOfBoth(T a, T b) {
    constexpr bool kOfFormulas = std::is_same_v<T, double> && std::is_same_v<M, Libm>;
    return kOfFormulas ? power<M>(a, b) : M::pow(a, b);
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
template <class M, class T>
inline T logSumOfExps(T a, T b) {
    if (std::isinf(a) && a == b) return a;
    return (a != a || b != b ? a + b : std::fmax(a, b)) + M::log(1 + M::exp(-std::fabs(a - b)));
}
template <class M, class T>
inline T logSumOfExps2(T a, T b) {
    if (std::isinf(a) && a == b) return a;
    return (a != a || b != b ? a + b : std::fmax(a, b)) + M::log2(1 + std::exp2(-std::fabs(a - b)));
}

template <class M, class T>
inline T logitWithin(T a, T eps) {
    const T x = a < eps ? eps : a > 1 - eps ? 1 - eps : a;
    return M::log(x / (1 - x));
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

// d/dx of log(sigmoid(x)) and of x/2 (1 + tanh(√(2/π) (x + 0.044715 x³))).
template <class T>
inline T logSigmoidSlope(T x) {
    const T z = Sleef::exp(-std::fabs(x));
    return x < 0 ? 1 - z / (1 + z) : z / (1 + z);
}
// x Φ(x) and its slope. In float32 PyTorch gives tensors of more than one number to oneDNN, its library for networks, whose erf is a
// short formula (see there).
template <class M, class T>
inline T geluOf(T x) {
    return x * T(0.5) * (1 + M::erf(x * T(0.7071067811865476)));
}
template <class M, class T>
inline T geluSlope(T x) {
    const T density = M::exp(x * x * T(-0.5)) * T(0.3989422804014327);
    const T below = T(0.5) * (1 + M::erf(x * T(0.7071067811865476)));
    return std::is_same_v<M, Sleef> ? std::fma(x, density, below) : below + x * density;
}
template <>
float geluOf<Sleef, float>(float x);
template <>
float geluSlope<Sleef, float>(float x);
template <class M, class T>
inline T geluTanhSlope(T x) {
    const T beta(0.7978845608028654), kappa(0.044715);
    const T t = M::tanh(beta * std::fma(kappa, x * x * x, x));
    return T(0.5) * x * std::fma(-t, t, T(1)) * (beta * std::fma(3 * kappa, x * x, T(1))) + T(0.5) * (1 + t);
}

// The inverse of erf as PyTorch has it, in T's arithmetic: a rational approximation, then Newton's method twice. ±1 give ±infinity, what
// lies outside NaN.
template <class T>
T inverseErf(T y) {
    const T size = std::fabs(y);
    if (!(size <= 1)) return std::numeric_limits<T>::quiet_NaN();
    if (size == 1) return std::copysign(std::numeric_limits<T>::infinity(), y);
    const auto horner = [](T z, std::initializer_list<double> coefficients) {
        T sum = 0;
        for (const double c : coefficients) sum = std::fma(sum, z, static_cast<T>(c));
        return sum;
    };
    T x = 0;
    if (size <= T(0.7)) {
        const T z = y * y;
        x = y * horner(z, {-0.140543331, 0.914624893, -1.645349621, 0.886226899}) /
            horner(z, {0.012229801, -0.329097515, 1.442710462, -2.118377725, 1.0});
    } else {
        const T z = std::sqrt(-std::log((1 - size) / 2));
        x = std::copysign(horner(z, {1.641345311, 3.429567803, -1.624906493, -1.970840454}), y) /
            horner(z, {1.637067800, 3.543889200, 1.0});
    }
    constexpr T kSlope = 2 * std::numbers::inv_sqrtpi_v<T>;
    for (int step = 0; step < 2; ++step) x -= (std::erf(x) - y) / (kSlope * std::exp(-x * x));
    return x;
}

inline double logGamma(double a) {
    int sign = 0;
    return lgamma_r(a, &sign);
}
inline float logGamma(float a) {
    int sign = 0;
    return lgammaf_r(a, &sign);
}

// ψ(x) as PyTorch has it, in T's arithmetic: reflection for x < 0, recurrence up to 10, then the asymptotic series (DLMF 5.5.2,
// 5.5.4, 5.11.2).
template <class T>
T digamma(T x) {
    if (x == 0) return std::copysign(std::numeric_limits<T>::infinity(), -x);
    if (x < 0) {
        if (x == std::trunc(x)) return std::numeric_limits<T>::quiet_NaN();
        double whole = 0;
        const double part = std::modf(static_cast<double>(x), &whole);
        return digamma(1 - x) - static_cast<T>(std::numbers::pi / std::tan(std::numbers::pi * part));
    }
    T sum = 0;
    for (; x < 10; x += 1) sum -= 1 / x;
    if (x == 10) return sum + T(2.25175258906672110764);
    T series = 0;
    if (x < T(1e17)) {
        const T inverse = 1 / (x * x);
        for (const T c : {T(1) / 12, T(-691) / 32760, T(1) / 132, T(-1) / 240, T(1) / 252, T(-1) / 120, T(1) / 12})
            series = std::fma(series, inverse, c);
        series *= inverse;
    }
    return sum + std::log(x) - T(0.5) / x - series;
}

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
