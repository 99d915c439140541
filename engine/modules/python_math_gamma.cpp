// SPDX-License-Identifier: GPL-3.0-or-later
// The gamma function by Lanczos' approximation, with the coefficients and the order of operations that CPython uses.
#include <array>
#include <cmath>

#include "engine/modules/python_modules.h"

namespace backstep::modules {
namespace {

constexpr double kPi = 3.141592653589793238462643383279502884197;
constexpr double kLogPi = 1.144729885849400174143427351353058711647;
constexpr double kG = 6.024680040776729583740234375;
constexpr double kGMinusHalf = 5.524680040776729583740234375;
constexpr std::array kNumerator{23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
                                35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
                                6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
                                248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
                                2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
                                8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
                                2.5066282746310002701649081771338373386264310793408};
constexpr std::array kDenominator{0.0,       39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0,
                                  2637558.0, 357423.0,   32670.0,     1925.0,      66.0,        1.0};

double sinPi(double x) {
    const double y = std::fmod(std::fabs(x), 2.0);
    double r = 0;
    switch (static_cast<int>(std::round(2.0 * y))) {
        case 0: r = std::sin(kPi * y); break;
        case 1: r = std::cos(kPi * (y - 0.5)); break;
        case 2: r = std::sin(kPi * (1.0 - y)); break;
        case 3: r = -std::cos(kPi * (y - 1.5)); break;
        default: r = std::sin(kPi * (y - 2.0)); break;
    }
    return std::copysign(1.0, x) * r;
}

double lanczosSum(double x) {
    double numerator = 0, denominator = 0;
    for (std::size_t i = 0; i < kNumerator.size(); ++i) {
        if (x < 5) {
            numerator = numerator * x + kNumerator[kNumerator.size() - 1 - i];
            denominator = denominator * x + kDenominator[kDenominator.size() - 1 - i];
        } else {
            numerator = numerator / x + kNumerator[i];
            denominator = denominator / x + kDenominator[i];
        }
    }
    return numerator / denominator;
}

}  // namespace

double gammaOf(double x) {
    if (std::isnan(x) || x == HUGE_VAL) return x;
    if (std::isinf(x)) return std::nan("");
    const double size = std::fabs(x);
    if (x == std::floor(x) && x > 0 && x <= 23) {
        double factorial = 1;
        for (double i = 2; i < x; ++i) factorial *= i;
        return factorial;
    }
    if (size < 1e-20) return 1.0 / x;
    if (size > 200) return x < 0 ? 0.0 / sinPi(x) : HUGE_VAL;
    const double y = size + kGMinusHalf;
    double z = size > kGMinusHalf ? (y - size) - kGMinusHalf : (y - kGMinusHalf) - size;  // what the sum above lost
    z = z * kG / y;
    double r = x < 0 ? -kPi / sinPi(size) / size * std::exp(y) / lanczosSum(size) : lanczosSum(size) / std::exp(y);
    r += (x < 0 ? -z : z) * r;
    const double power = size < 140 ? std::pow(y, size - 0.5) : std::pow(y, size / 2.0 - 0.25);
    r = x < 0 ? r / power : r * power;
    if (size >= 140) r = x < 0 ? r / power : r * power;
    return r;
}

double logGammaOf(double x) {
    if (!std::isfinite(x)) return std::isnan(x) ? x : HUGE_VAL;
    if (x == 1 || x == 2) return 0;
    const double size = std::fabs(x);
    if (size < 1e-20) return -std::log(size);
    double r = std::log(lanczosSum(size)) - kG;
    r += (size - 0.5) * (std::log(size + kG - 0.5) - 1);
    if (x < 0) r = kLogPi - std::log(std::fabs(sinPi(size))) - std::log(size) - r;
    return r;
}

}  // namespace backstep::modules
