// SPDX-License-Identifier: GPL-3.0-or-later
// Finite numbers only. C's printf rounds the exact value, ties to even, as numpy's Dragon4 does at its cutoff.
#include "engine/tensor/nprint_number.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>

namespace backstep {
namespace {

std::string formatted(double value, int precision, const char* format) {
    const int length = std::snprintf(nullptr, 0, format, precision, value);
    std::string text(static_cast<std::size_t>(length), '\0');
    std::snprintf(text.data(), text.size() + 1, format, precision, value);
    return text;
}

void trimZeros(std::string& fraction) { fraction.erase(fraction.find_last_not_of('0') + 1); }

// "-1.25e-05" in its parts.
DecimalText scientificParts(const std::string& text) {
    DecimalText out;
    const std::size_t e = text.find('e');
    out.exponent = std::atoi(text.c_str() + e + 1);
    const std::size_t point = text.find('.');
    out.whole = text.substr(0, std::min(point, e));
    if (point != std::string::npos) out.fraction = text.substr(point + 1, e - point - 1);
    return out;
}

DecimalText shortest(double value, DType dtype) {
    char text[64];
    const auto end = dtype == DType::Float32
                         ? std::to_chars(text, text + sizeof text, static_cast<float>(value), std::chars_format::scientific).ptr
                         : std::to_chars(text, text + sizeof text, value, std::chars_format::scientific).ptr;
    return scientificParts(std::string(text, end));
}

}  // namespace

DecimalText exactPositional(double value, int precision) {
    const std::string text = formatted(value, precision, "%.*f");
    const std::size_t point = text.find('.');
    if (point == std::string::npos) return {.whole = text, .fraction = {}};
    return {.whole = text.substr(0, point), .fraction = text.substr(point + 1)};
}

DecimalText exactScientific(double value, int precision) { return scientificParts(formatted(value, precision, "%.*e")); }

DecimalText shortestScientific(double value, DType dtype, int precision) {
    DecimalText out = shortest(value, dtype);
    if (precision >= 0 && out.fraction.size() > static_cast<std::size_t>(precision)) out = exactScientific(value, precision);
    trimZeros(out.fraction);
    return out;
}

DecimalText shortestPositional(double value, DType dtype, int precision) {
    const DecimalText from = shortest(value, dtype);
    const bool negative = from.whole.front() == '-';
    const std::string digits = (negative ? from.whole.substr(1) : from.whole) + from.fraction;
    const int wholeDigits = from.exponent + 1;
    DecimalText out;
    if (wholeDigits <= 0) {
        out.whole = "0";
        out.fraction = std::string(static_cast<std::size_t>(-wholeDigits), '0') + digits;
    } else if (digits.size() <= static_cast<std::size_t>(wholeDigits)) {
        out.whole = digits + std::string(static_cast<std::size_t>(wholeDigits) - digits.size(), '0');
    } else {
        out.whole = digits.substr(0, static_cast<std::size_t>(wholeDigits));
        out.fraction = digits.substr(static_cast<std::size_t>(wholeDigits));
    }
    if (negative) out.whole.insert(0, "-");
    trimZeros(out.fraction);
    if (precision >= 0 && out.fraction.size() > static_cast<std::size_t>(precision)) out = exactPositional(value, precision);
    trimZeros(out.fraction);
    return out;
}

std::string exponentText(int exponent, std::size_t digits) {
    std::string text = std::to_string(std::abs(exponent));
    if (text.size() < digits) text.insert(0, digits - text.size(), '0');
    return (exponent < 0 ? "e-" : "e+") + text;
}

}  // namespace backstep
