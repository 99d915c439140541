// SPDX-License-Identifier: GPL-3.0-or-later
// Functions that <cmath> lacks, or whose edges differ from PyTorch's.
#pragma once

#include <cmath>
#include <limits>

namespace backstep {

// PyTorch squares, cubes and inverts by multiplication; 0^0 is 1.
template <class T>
inline T power(T a, T b) {
    if (b == 2) return a * a;
    if (b == 3) return a * a * a;
    if (b == T(0.5)) return std::sqrt(a);
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

// ψ⁽ⁿ⁾(x) for whole n >= 1 through the Hurwitz zeta function (DLMF 5.15.1, 25.11.28); n = 0 is ψ. NaN for other n.
double polygamma(double n, double x);
inline float polygamma(float n, float x) { return static_cast<float>(polygamma(static_cast<double>(n), static_cast<double>(x))); }

}  // namespace backstep
