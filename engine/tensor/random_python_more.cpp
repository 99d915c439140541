// SPDX-License-Identifier: GPL-3.0-or-later
// The distributions of Python's random module, each operation in CPython's order.
#include <cmath>
#include <numbers>
#include <utility>

#include "engine/tensor/random_python.h"

namespace backstep {
namespace {

constexpr double kTwoPi = 2 * std::numbers::pi;

double pythonModulo(double x, double m) {
    const double rest = std::fmod(x, m);
    return rest < 0 ? rest + m : rest;
}

}  // namespace

double PythonRandom::triangular(double low, double high, std::optional<double> mode) {
    double u = random();
    if (mode && high == low) return low;
    double c = mode ? (*mode - low) / (high - low) : 0.5;
    if (u > c) {
        u = 1.0 - u;
        c = 1.0 - c;
        std::swap(low, high);
    }
    return low + (high - low) * std::sqrt(u * c);
}

// Kinderman and Monahan's ratio of uniform deviates.
double PythonRandom::normalvariate(double mu, double sigma) {
    const double magic = 4 * std::exp(-0.5) / std::sqrt(2.0);
    for (;;) {
        const double u1 = random();
        const double u2 = 1.0 - random();
        const double z = magic * (u1 - 0.5) / u2;
        if (z * z / 4.0 <= -std::log(u2)) return mu + z * sigma;
    }
}

double PythonRandom::gauss(double mu, double sigma) {
    double z = 0;
    if (kept_) {
        z = *kept_;
        kept_.reset();
    } else {
        const double angle = random() * kTwoPi;
        const double radius = std::sqrt(-2.0 * std::log(1.0 - random()));
        z = std::cos(angle) * radius;
        kept_ = std::sin(angle) * radius;
    }
    return mu + z * sigma;
}

double PythonRandom::lognormvariate(double mu, double sigma) { return std::exp(normalvariate(mu, sigma)); }
double PythonRandom::expovariate(double rate) { return -std::log(1.0 - random()) / rate; }

double PythonRandom::vonmisesvariate(double mu, double kappa) {
    if (kappa <= 1e-6) return kTwoPi * random();
    const double s = 0.5 / kappa;
    const double r = s + std::sqrt(1.0 + s * s);
    double z = 0;
    for (;;) {
        z = std::cos(std::numbers::pi * random());
        const double d = z / (r + z);
        const double u = random();
        if (u < 1.0 - d * d || u <= (1.0 - d) * std::exp(d)) break;
    }
    const double q = 1.0 / r;
    const double f = (q + z) / (1.0 + q * z);
    return pythonModulo(random() > 0.5 ? mu + std::acos(f) : mu - std::acos(f), kTwoPi);
}

// Cheng's way for alpha > 1, Kennedy and Gentle's algorithm GS below.
double PythonRandom::gammavariate(double alpha, double beta) {
    if (alpha == 1) return -std::log(1.0 - random()) * beta;
    if (alpha > 1) {
        const double root = std::sqrt(2.0 * alpha - 1.0);
        const double b = alpha - std::log(4.0);
        const double c = alpha + root;
        for (;;) {
            const double u1 = random();
            if (!(1e-7 < u1 && u1 < 0.9999999)) continue;
            const double u2 = 1.0 - random();
            const double v = std::log(u1 / (1.0 - u1)) / root;
            const double x = alpha * std::exp(v);
            const double z = u1 * u1 * u2;
            const double r = b + c * v - x;
            if (r + (1.0 + std::log(4.5)) - 4.5 * z >= 0.0 || r >= std::log(z)) return x * beta;
        }
    }
    for (;;) {
        const double b = (std::numbers::e + alpha) / std::numbers::e;
        const double p = b * random();
        const double x = p <= 1.0 ? std::pow(p, 1.0 / alpha) : -std::log((b - p) / alpha);
        const double u = random();
        if (u <= (p > 1.0 ? std::pow(x, alpha - 1.0) : std::exp(-x))) return x * beta;
    }
}

double PythonRandom::betavariate(double alpha, double beta) {
    const double y = gammavariate(alpha, 1.0);
    return y == 0 ? 0.0 : y / (y + gammavariate(beta, 1.0));
}

double PythonRandom::paretovariate(double alpha) { return std::pow(1.0 - random(), -1.0 / alpha); }
double PythonRandom::weibullvariate(double alpha, double beta) { return alpha * std::pow(-std::log(1.0 - random()), 1.0 / beta); }

}  // namespace backstep
