// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/numbers.h"

#include <array>
#include <charconv>
#include <cmath>

namespace backstep {
namespace {

// Python writes an exponent with at least two digits and a float with a point or an exponent.
std::string asPythonFloat(std::string text) {
    if (text.find_first_of(".en") == std::string::npos) text += ".0";
    return text;
}

// 1.250e-08 -> 1.25e−8 : no trailing zeros, the typographic minus.
std::string tidy(std::string_view text) {
    std::string mantissa(text.substr(0, text.find('e')));
    if (mantissa.find('.') != std::string::npos) {
        mantissa.erase(mantissa.find_last_not_of('0') + 1);
        if (mantissa.back() == '.') mantissa.pop_back();
    }
    if (const auto e = text.find('e'); e != std::string_view::npos) {
        std::string_view exponent = text.substr(e + 1);
        mantissa += 'e';
        if (exponent.front() == '-') mantissa += '-';
        exponent.remove_prefix(1);
        while (exponent.size() > 1 && exponent.front() == '0') exponent.remove_prefix(1);
        mantissa += exponent;
    }
    std::string out;
    for (const char c : mantissa) c == '-' ? out += "−" : out += c;
    return out;
}

}  // namespace

std::string shortest(double value) {
    if (std::isnan(value)) return "nan";
    if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
    std::array<char, 400> buffer{};
    const double size = std::fabs(value);
    const bool fixed = size == 0 || (size >= 1e-4 && size < 1e16);
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                      fixed ? std::chars_format::fixed : std::chars_format::scientific);
    return asPythonFloat(std::string(buffer.data(), result.ptr));
}

std::string significant(double value, int digits) {
    if (std::isnan(value)) return "NaN";
    if (std::isinf(value)) return value > 0 ? "∞" : "−∞";
    if (value == 0) return std::signbit(value) ? "−0" : "0";
    std::array<char, 400> buffer{};
    const auto general = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::general, digits);
    std::string text(buffer.data(), general.ptr);
    const double size = std::fabs(value);
    if (text.find('e') != std::string::npos && size >= 1 && size < 1e7) {  // 12345 with four digits is 12345
        const auto whole = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, 0);
        text.assign(buffer.data(), whole.ptr);
    }
    return tidy(text);
}

std::optional<double> parseNumber(std::string_view text) {
    double value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    if (result.ec == std::errc() && result.ptr == text.data() + text.size()) return value;
    return std::nullopt;
}

char32_t decodeUtf8(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(at);
    const int length = lead < 0x80 ? 1 : lead >= 0xF0 && lead < 0xF5 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
    if (length == 0 || lead >= 0xF5 || at + static_cast<std::size_t>(length) > text.size()) {
        ++at;
        return U'\uFFFD';
    }
    if (length == 1) return byte(at++);
    char32_t code = lead & (0x7FU >> length);
    for (int i = 1; i < length; ++i) {
        const unsigned char next = byte(at + static_cast<std::size_t>(i));
        if ((next & 0xC0U) != 0x80) {
            ++at;
            return U'\uFFFD';
        }
        code = (code << 6U) | (next & 0x3FU);
    }
    at += static_cast<std::size_t>(length);
    return code;
}

void appendUtf8(std::string& out, char32_t code) {
    const auto put = [&](char32_t byte) { out += static_cast<char>(byte); };
    if (code < 0x80) return put(code);
    if (code < 0x800) {
        put(0xC0 | (code >> 6U));
    } else if (code < 0x10000) {
        put(0xE0 | (code >> 12U));
        put(0x80 | ((code >> 6U) & 0x3FU));
    } else {
        put(0xF0 | (code >> 18U));
        put(0x80 | ((code >> 12U) & 0x3FU));
        put(0x80 | ((code >> 6U) & 0x3FU));
    }
    put(0x80 | (code & 0x3FU));
}

}  // namespace backstep
