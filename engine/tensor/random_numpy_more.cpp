// SPDX-License-Identifier: GPL-3.0-or-later
// numpy's other distributions, as RandomState has always drawn them.
#include <cmath>

#include "engine/tensor/random_numpy.h"

namespace backstep {

double NumpyGenerator::exponential(double scale) { return scale * -std::log(1.0 - random()); }

// Johnk-like rejection below shape 1, Marsaglia and Tsang above.
double NumpyGenerator::gamma(double shape, double scale) {
    if (shape == 1) return scale * exponential();
    if (shape == 0) return 0;
    if (shape < 1) {
        for (;;) {
            const double u = random();
            const double v = exponential();
            if (u <= 1.0 - shape) {
                const double x = std::pow(u, 1.0 / shape);
                if (x <= v) return scale * x;
            } else {
                const double y = -std::log((1.0 - u) / shape);
                const double x = std::pow(1.0 - shape + shape * y, 1.0 / shape);
                if (x <= v + y) return scale * x;
            }
        }
    }
    const double b = shape - 1.0 / 3.0;
    const double c = 1.0 / std::sqrt(9 * b);
    for (;;) {
        double x = 0;
        double v = 0;
        do {
            x = standardNormal();
            v = 1.0 + c * x;
        } while (v <= 0.0);
        v = v * v * v;
        const double u = random();
        if (u < 1.0 - 0.0331 * (x * x) * (x * x)) return scale * (b * v);
        if (std::log(u) < 0.5 * x * x + b * (1.0 - v + std::log(v))) return scale * (b * v);
    }
}

double NumpyGenerator::beta(double a, double b) {
    if (a > 1.0 || b > 1.0) {
        const double first = gamma(a);
        return first / (first + gamma(b));
    }
    for (;;) {
        const double u = random();
        const double v = random();
        const double x = std::pow(u, 1.0 / a);
        const double y = std::pow(v, 1.0 / b);
        if (x + y > 1.0) continue;
        if (x + y > 0) return x / (x + y);
        // Both vanished: the same with logarithms.
        double logX = std::log(u) / a;
        double logY = std::log(v) / b;
        const double top = std::fmax(logX, logY);
        logX -= top;
        logY -= top;
        return std::exp(logX - std::log(std::exp(logX) + std::exp(logY)));
    }
}

double NumpyGenerator::fisher(double numerator, double denominator) {
    const double top = chisquare(numerator) * denominator;
    return top / (chisquare(denominator) * numerator);
}

double NumpyGenerator::laplace(double mean, double scale) {
    for (;;) {
        const double u = random();
        if (u >= 0.5) return mean - scale * std::log(2.0 - u - u);
        if (u > 0.0) return mean + scale * std::log(u + u);
    }
}

double NumpyGenerator::logistic(double mean, double scale) {
    for (;;) {
        const double u = random();
        if (u > 0.0) return mean + scale * std::log(u / (1.0 - u));
    }
}

double NumpyGenerator::gumbel(double mean, double scale) {
    for (;;) {
        const double u = 1.0 - random();
        if (u < 1.0) return mean - scale * std::log(-std::log(u));
    }
}

double NumpyGenerator::lognormal(double mean, double sigma) { return std::exp(normal(mean, sigma)); }
double NumpyGenerator::rayleigh(double scale) { return scale * std::sqrt(-2.0 * std::log1p(-random())); }
double NumpyGenerator::weibull(double a) { return a == 0 ? 0 : std::pow(exponential(), 1.0 / a); }
double NumpyGenerator::pareto(double a) { return std::exp(exponential() / a) - 1; }
double NumpyGenerator::power(double a) { return std::pow(1 - std::exp(-exponential()), 1.0 / a); }

double NumpyGenerator::standardCauchy() {
    const double top = standardNormal();
    return top / standardNormal();
}

double NumpyGenerator::standardT(double degrees) {
    const double top = standardNormal();
    return std::sqrt(degrees / 2) * top / std::sqrt(gamma(degrees / 2));
}

double NumpyGenerator::triangular(double left, double mode, double right) {
    const double base = right - left;
    const double u = random();
    if (u <= (mode - left) / base) return left + std::sqrt(u * ((mode - left) * base));
    return right - std::sqrt((1.0 - u) * ((right - mode) * base));
}

std::int64_t NumpyGenerator::binomial(std::int64_t n, double p) {
    const bool swapped = p > 0.5;
    const double r = swapped ? 1.0 - p : p;
    if (r * static_cast<double>(n) > 30) return largeBinomial(n, p);
    const double q = 1.0 - r;
    const double none = std::exp(static_cast<double>(n) * std::log(q));
    const double mean = static_cast<double>(n) * r;
    const auto bound = static_cast<std::int64_t>(std::fmin(static_cast<double>(n), mean + 10.0 * std::sqrt(mean * q + 1)));
    std::int64_t x = 0;
    double share = none;
    double u = random();
    while (u > share) {
        ++x;
        if (x > bound) {
            x = 0;
            share = none;
            u = random();
        } else {
            u -= share;
            share = static_cast<double>(n - x + 1) * r * share / (static_cast<double>(x) * q);
        }
    }
    return swapped ? n - x : x;
}

// Kachitvichyanukul and Schmeiser's BTPE: a triangle, two parallelograms and two exponential tails around the mode.
std::int64_t NumpyGenerator::largeBinomial(std::int64_t n, double p) {
    const double r = std::fmin(p, 1.0 - p);
    const double q = 1.0 - r;
    const auto count = static_cast<double>(n);
    const double fm = count * r + r;
    const double m = std::floor(fm);
    const double p1 = std::floor(2.195 * std::sqrt(count * r * q) - 4.6 * q) + 0.5;
    const double xm = m + 0.5;
    const double xl = xm - p1;
    const double xr = xm + p1;
    const double c = 0.134 + 20.5 / (15.3 + m);
    const auto slope = [](double a) { return a * (1.0 + a / 2.0); };
    const double left = slope((fm - xl) / (fm - xl * r));
    const double right = slope((xr - fm) / (xr * q));
    const double p2 = p1 * (1.0 + 2.0 * c);
    const double p3 = p2 + c / left;
    const double p4 = p3 + c / right;
    const double nrq = count * r * q;
    const auto tail = [](double x) {
        const double xx = x * x;
        return (13680. - (462. - (132. - (99. - 140. / xx) / xx) / xx) / xx) / x / 166320.;
    };
    const auto accepted = [&](double y, double v) {
        const double k = std::fabs(y - m);
        if (!(k > 20 && k < nrq / 2.0 - 1)) {
            const double s = r / q;
            const double a = s * (count + 1);
            double f = 1.0;
            for (double i = m + 1; i <= y; ++i) f *= a / i - s;
            for (double i = y + 1; i <= m; ++i) f /= a / i - s;
            return v <= f;
        }
        const double rho = (k / nrq) * ((k * (k / 3.0 + 0.625) + 0.16666666666666666) / nrq + 0.5);
        const double t = -k * k / (2 * nrq);
        const double a = std::log(v);
        if (a < t - rho) return true;
        if (a > t + rho) return false;
        const double x1 = y + 1;
        const double f1 = m + 1;
        const double z = count + 1 - m;
        const double w = count - y + 1;
        const double limit = xm * std::log(f1 / x1) + (count - m + 0.5) * std::log(z / w) + (y - m) * std::log(w * r / (x1 * q));
        return a <= limit + tail(f1) + tail(z) + tail(x1) + tail(w);
    };
    for (;;) {
        const double u = random() * p4;
        double v = random();
        double y = 0;
        bool taken = false;
        if (u <= p1) {
            y = std::floor(xm - p1 * v + u);
            taken = true;
        } else if (u <= p2) {
            const double x = xl + (u - p1) / c;
            v = v * c + 1.0 - std::fabs(m - x + 0.5) / p1;
            if (v > 1.0) continue;
            y = std::floor(x);
        } else if (u <= p3) {
            y = std::floor(xl + std::log(v) / left);
            if (y < 0 || v == 0.0) continue;
            v = v * (u - p2) * left;
        } else {
            y = std::floor(xr - std::log(v) / right);
            if (y > count || v == 0.0) continue;
            v = v * (u - p3) * right;
        }
        if (taken || accepted(y, v)) return static_cast<std::int64_t>(p > 0.5 ? count - y : y);
    }
}

// Products of uniforms for small rates, Hörmann's transformed rejection (PTRS) from 10 on.
std::int64_t NumpyGenerator::poisson(double rate) {
    if (rate == 0) return 0;
    if (rate < 10) {
        const double limit = std::exp(-rate);
        std::int64_t x = 0;
        for (double product = random(); product > limit; product *= random()) ++x;
        return x;
    }
    const double b = 0.931 + 2.53 * std::sqrt(rate);
    const double a = -0.059 + 0.02483 * b;
    const double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
    const double sure = 0.9277 - 3.6224 / (b - 2);
    for (;;) {
        const double u = random() - 0.5;
        const double v = random();
        const double us = 0.5 - std::fabs(u);
        const double k = std::floor((2 * a / us + b) * u + rate + 0.43);
        if (us >= 0.07 && v <= sure) return static_cast<std::int64_t>(k);
        if (k < 0 || (us < 0.013 && v > us)) continue;
        if (std::log(v) + std::log(inverseAlpha) - std::log(a / (us * us) + b) <= -rate + k * std::log(rate) - std::lgamma(k + 1))
            return static_cast<std::int64_t>(k);
    }
}

std::int64_t NumpyGenerator::geometric(double p) {
    if (p < 0.333333333333333333333333) return static_cast<std::int64_t>(std::ceil(std::log(1.0 - random()) / std::log(1.0 - p)));
    const double q = 1.0 - p;
    double sum = p;
    double product = p;
    std::int64_t x = 1;
    for (const double u = random(); u > sum; ++x) {
        product *= q;
        sum += product;
    }
    return x;
}

std::vector<std::int64_t> NumpyGenerator::multinomial(std::int64_t n, const std::vector<double>& p) {
    std::vector<std::int64_t> out(p.size(), 0);
    double rest = 1.0;
    std::int64_t left = n;
    for (std::size_t j = 0; j + 1 < p.size() && left > 0; ++j) {
        out[j] = binomial(left, p[j] / rest);
        left -= out[j];
        rest -= p[j];
    }
    if (left > 0 && !out.empty()) out.back() = left;
    return out;
}

std::vector<double> NumpyGenerator::dirichlet(const std::vector<double>& alpha) {
    std::vector<double> out;
    double sum = 0;
    for (const double a : alpha) {
        out.push_back(gamma(a));
        sum += out.back();
    }
    for (double& x : out) x *= 1 / sum;
    return out;
}

}  // namespace backstep
