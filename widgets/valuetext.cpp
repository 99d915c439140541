// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/valuetext.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

#include <QtMath>

#include "engine/base/numbers.h"

namespace backstep {
namespace {

double powerOfTen(int exponent) { return std::pow(10.0, exponent); }

// 1, 2, 5 or 10, whichever comes next at or above, or at or below, a mantissa in [1, 10).
double roundedMantissa(double mantissa, bool up) {
    constexpr std::array<double, 4> kTidy{1, 2, 5, 10};
    double below = 1;
    for (const double tidy : kTidy) {
        if (tidy >= mantissa * (1 - 1e-12)) {
            if (up || tidy <= mantissa * (1 + 1e-12)) return tidy;
            return below;
        }
        below = tidy;
    }
    return 10;
}

double tidy(double positive, bool up) {
    const int exponent = int(std::floor(std::log10(positive) + 1e-12));
    return roundedMantissa(positive / powerOfTen(exponent), up) * powerOfTen(exponent);
}

}  // namespace

QString valueText(double value) {
    std::array<char, 64> buffer{};
    if (value == 0) value = 0;  // no "-0" in a field
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return QString::fromLatin1(buffer.data(), result.ptr - buffer.data());
}

std::optional<double> readValue(const QString& text) {
    QString plain = text.trimmed();
    plain.replace(QChar(0x2212), QLatin1Char('-'));
    if (plain.startsWith(QLatin1Char('+')) && !plain.startsWith(QLatin1String("+-"))) plain.remove(0, 1);
    const QByteArray bytes = plain.toUtf8();
    const auto value = parseNumber(std::string_view(bytes.constData(), std::size_t(bytes.size())));
    if (!value || !std::isfinite(*value)) return std::nullopt;
    return value;
}

double tidyStep(double minimum, double maximum) {
    const double range = maximum - minimum;
    if (!(range > 0) || !std::isfinite(range)) return 0.01;
    return tidy(range / 1000, false);
}

double tidyValue(double value, double step) {
    const double multiple = std::round(value / step) * step;
    // Written with the decimals of the step and read again: 0.1 + 0.2 must not show as 0.30000000000000004.
    const int decimals = qMax(0, int(std::ceil(-std::log10(step) - 1e-9)));
    std::array<char, 400> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), multiple, std::chars_format::fixed, decimals);
    if (end.ec != std::errc()) return multiple;
    double result = multiple;
    std::from_chars(buffer.data(), end.ptr, result);
    return result == 0 ? 0 : result;
}

double tidyBeyond(double value) {
    if (value == 0) return 0;
    return std::copysign(tidyValue(tidy(std::abs(value), true), tidy(std::abs(value), true)), value);
}

}  // namespace backstep
