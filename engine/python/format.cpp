// SPDX-License-Identifier: GPL-3.0-or-later
// The format mini-language for numbers and strings, after CPython's formatter_unicode.c.
#include "engine/python/format.h"

#include <array>
#include <charconv>
#include <cmath>

#include "engine/base/numbers.h"
#include "engine/python/numbers.h"
#include "engine/python/types_text.h"

namespace backstep::python {
namespace {

bool isAlignment(char32_t c) { return c == '<' || c == '>' || c == '=' || c == '^'; }

// The significant digits of a finite value >= 0 and where its point is: 0.d1d2d3… × 10^point.
struct Digits {
    std::string digits;
    int point = 0;
};

std::string printed(double value, std::chars_format format, int precision) {
    std::vector<char> buffer(static_cast<std::size_t>(precision) + 400);
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format, precision);
    return {buffer.data(), result.ptr};
}

Digits scientificDigits(const std::string& text) {
    const std::size_t e = text.find('e');
    Digits out;
    for (std::size_t i = 0; i < e; ++i) {
        if (text[i] != '.') out.digits += text[i];
    }
    out.point = std::stoi(text.substr(e + 1)) + 1;
    return out;
}

Digits shortestDigits(double value) {
    std::array<char, 64> buffer{};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific);
    return scientificDigits(std::string(buffer.data(), result.ptr));
}

std::string exponentText(int exponent, bool upper) {
    std::string out(1, upper ? 'E' : 'e');
    out += exponent < 0 ? '-' : '+';
    const std::string size = std::to_string(std::abs(exponent));
    return out + (size.size() < 2 ? "0" : "") + size;
}

// 'g' and 'r': digits with the point where it belongs, or an exponent.
std::string general(Digits d, const DoubleStyle& style, bool shortest, bool upper) {
    const int precision = style.precision;
    const int size = static_cast<int>(d.digits.size());
    const bool exponential = shortest ? d.point <= -4 || d.point > 16 : d.point <= -4 || d.point > precision - (style.addPointZero ? 1 : 0);
    const int exponent = d.point - 1;
    int point = exponential ? 1 : d.point;
    int wanted = size;
    if (!shortest && style.alternate) wanted = precision;
    wanted = !exponential && style.addPointZero ? (wanted > point ? wanted : point + 1) : std::max(wanted, point);
    if (point <= 0) {
        d.digits.insert(0, static_cast<std::size_t>(1 - point), '0');
        wanted += 1 - point;
        point = 1;
    }
    d.digits.resize(static_cast<std::size_t>(std::max(wanted, static_cast<int>(d.digits.size()))), '0');
    std::string out = d.digits.substr(0, static_cast<std::size_t>(point));
    if (d.digits.size() > static_cast<std::size_t>(point)) {
        out += '.' + d.digits.substr(static_cast<std::size_t>(point));
    } else if (style.alternate) {
        out += '.';
    }
    if (exponential) out += exponentText(exponent, upper);
    return out;
}

std::string finite(Interpreter& vm, double size, const DoubleStyle& style) {
    const bool upper = style.code >= 'A' && style.code <= 'Z';
    int precision = style.precision;
    vm.checkString(static_cast<std::size_t>(precision) + 400);
    switch (style.code) {
        case 'e':
        case 'E': {
            std::string out = printed(size, std::chars_format::scientific, precision);
            if (precision == 0 && style.alternate) out.insert(out.find('e'), ".");
            if (upper) out[out.find('e')] = 'E';
            return out;
        }
        case 'f':
        case 'F': {
            std::string out = printed(size, std::chars_format::fixed, precision);
            return precision == 0 && style.alternate ? out + "." : out;
        }
        case 'g':
        case 'G': {
            precision = std::max(precision, 1);
            Digits d = size == 0 ? Digits{"0", 1} : scientificDigits(printed(size, std::chars_format::scientific, precision - 1));
            while (d.digits.size() > 1 && d.digits.back() == '0') d.digits.pop_back();
            DoubleStyle same = style;
            same.precision = precision;
            return general(std::move(d), same, false, upper);
        }
        default: return general(size == 0 ? Digits{"0", 1} : shortestDigits(size), style, true, false);
    }
}

// The digits before the point with separators, filled with zeros to at least `least` characters.
std::string grouped(std::string_view digits, char separator, int group, std::int64_t least) {
    if (digits.empty()) return {};
    std::string reversed;
    auto remaining = static_cast<std::int64_t>(digits.size());
    bool first = true;
    while (true) {
        std::int64_t length = std::max<std::int64_t>(std::max(remaining, least), 1);
        if (separator) length = std::min<std::int64_t>(group, length);
        if (!first) reversed += separator;
        first = false;
        const std::int64_t taken = std::max<std::int64_t>(0, std::min(remaining, length));
        for (std::int64_t i = 0; i < taken; ++i) reversed += digits[static_cast<std::size_t>(--remaining)];
        reversed.append(static_cast<std::size_t>(std::max<std::int64_t>(0, length - taken)), '0');
        least -= length;
        if (remaining <= 0 && least <= 0) break;
        if (separator) least -= 1;
    }
    return {reversed.rbegin(), reversed.rend()};
}

// Lays a number out: sign, prefix (0x), whole digits to be grouped, the rest (.5e+10%).
std::string laidOut(Interpreter& vm, const FormatSpec& spec, bool negative, const std::string& prefix, std::string_view whole,
                    std::string_view rest) {
    std::string sign;
    if (negative) {
        sign = "-";
    } else if (spec.sign == '+' || spec.sign == ' ') {
        sign = std::string(1, spec.sign);
    }
    if (spec.width > 0) vm.checkString(static_cast<std::size_t>(spec.width) * spec.fill.size());
    const auto outside = static_cast<std::int64_t>(sign.size() + prefix.size() + codePoints(rest));
    const std::int64_t least = spec.fill == "0" && spec.align == '=' ? spec.width - outside : 0;
    const bool four = spec.grouping == '_' && (spec.type == 'b' || spec.type == 'o' || spec.type == 'x' || spec.type == 'X');
    const std::string digits = grouped(whole, spec.grouping, four ? 4 : 3, least);
    const std::int64_t padding = std::max<std::int64_t>(0, spec.width - outside - static_cast<std::int64_t>(digits.size()));
    const std::int64_t left = spec.align == '>' ? padding : spec.align == '^' ? padding / 2 : 0;
    const std::int64_t inside = spec.align == '=' ? padding : 0;
    std::string out = repeated(spec.fill, left) + sign + prefix + repeated(spec.fill, inside) + digits;
    out += rest;
    return out + repeated(spec.fill, padding - left - inside);
}

[[noreturn]] void unknownCode(char32_t type, const std::string& typeName) {
    std::string code;
    if (type > 32 && type < 128) {
        appendUtf8(code, type);
    } else {
        std::array<char, 16> buffer{};
        const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), static_cast<std::uint32_t>(type), 16);
        code = "\\x" + std::string(buffer.data(), result.ptr);
    }
    raise<ValueError>("Unknown format code '" + code + "' for object of type '" + typeName + "'");
}

std::string layoutReal(Interpreter& vm, double number, const FormatSpec& spec, const std::string& typeName) {
    DoubleStyle style;
    style.alternate = spec.alternate;
    style.noNegativeZero = spec.noNegativeZero;
    if (spec.precision > 2147483647) raise<ValueError>("precision too big");
    int precision = static_cast<int>(spec.precision);
    const bool percent = spec.type == '%';
    int standard = 6;
    switch (spec.type) {
        case 0:
            style.code = precision < 0 ? 'r' : 'g';
            style.addPointZero = true;
            standard = 0;
            break;
        case 'n': style.code = 'g'; break;
        case '%':
            style.code = 'f';
            number *= 100;
            break;
        case 'e':
        case 'E':
        case 'f':
        case 'F':
        case 'g':
        case 'G': style.code = static_cast<char>(spec.type); break;
        default: unknownCode(spec.type, typeName);
    }
    style.precision = precision < 0 ? standard : precision;
    std::string text = formatDouble(vm, number, style);
    if (percent) text += '%';
    const bool negative = text.starts_with('-');
    const std::string_view body = std::string_view(text).substr(negative ? 1 : 0);
    std::size_t digits = 0;
    while (digits < body.size() && body[digits] >= '0' && body[digits] <= '9') ++digits;
    return laidOut(vm, spec, negative, {}, body.substr(0, digits), body.substr(digits));
}

}  // namespace

std::string formatDouble(Interpreter& vm, double value, const DoubleStyle& style) {
    const bool upper = style.code >= 'A' && style.code <= 'Z';
    if (std::isnan(value)) return upper ? "NAN" : "nan";
    std::string text = std::isinf(value) ? (upper ? "INF" : "inf") : finite(vm, std::fabs(value), style);
    bool negative = std::signbit(value);
    if (negative && style.noNegativeZero) {
        negative =
            text.substr(0, std::isinf(value) ? text.size() : text.find_first_of("eE")).find_first_of("123456789iI") != std::string::npos;
    }
    return negative ? "-" + text : text;
}

FormatSpec parseFormatSpec(std::string_view text, bool number, char32_t standardType, const std::string& typeName) {
    const std::u32string s = decodeText(text);
    std::size_t at = 0;
    const auto peek = [&](std::size_t ahead = 0) { return at + ahead < s.size() ? s[at + ahead] : U'\0'; };
    FormatSpec spec;
    spec.align = number ? '>' : '<';
    spec.type = standardType;
    bool fillSaid = false, alignSaid = false;
    if (s.size() >= 2 && isAlignment(s[1])) {
        spec.fill.clear();
        appendUtf8(spec.fill, s[0]);
        spec.align = static_cast<char>(s[1]);
        fillSaid = alignSaid = true;
        at = 2;
    } else if (!s.empty() && isAlignment(s[0])) {
        spec.align = static_cast<char>(s[0]);
        alignSaid = true;
        at = 1;
    }
    if (peek() == ' ' || peek() == '+' || peek() == '-') spec.sign = static_cast<char>(s[at++]);
    if (peek() == 'z') spec.noNegativeZero = ++at != 0;
    if (peek() == '#') spec.alternate = ++at != 0;
    if (!fillSaid && peek() == '0') {
        spec.fill = "0";
        if (!alignSaid && number) spec.align = '=';
        ++at;
    }
    const auto readNumber = [&](std::int64_t& out) {
        const std::size_t begin = at;
        std::int64_t value = 0;
        for (int digit = 0; at < s.size() && (digit = decimalDigit(s[at])) >= 0; ++at) {
            if (value > (std::numeric_limits<std::int64_t>::max() - digit) / 10)
                raise<ValueError>("Too many decimal digits in format string");
            value = value * 10 + digit;
        }
        if (at != begin) out = value;
        return at != begin;
    };
    readNumber(spec.width);
    if (peek() == ',') {
        spec.grouping = ',';
        ++at;
    }
    if (peek() == '_') {
        if (spec.grouping) raise<ValueError>("Cannot specify both ',' and '_'.");
        spec.grouping = '_';
        ++at;
    }
    if (peek() == ',' && spec.grouping == '_') raise<ValueError>("Cannot specify both ',' and '_'.");
    if (peek() == '.') {
        ++at;
        if (!readNumber(spec.precision)) raise<ValueError>("Format specifier missing precision");
    }
    if (s.size() - at > 1) {
        raise<ValueError>("Invalid format specifier '" + std::string(text) + "' for object of type '" + typeName + "'");
    }
    if (at < s.size()) spec.type = s[at];
    if (spec.grouping) {
        const bool decimal = spec.type == 0 || std::u32string_view(U"defgEG%F").find(spec.type) != std::u32string_view::npos;
        const bool based = std::u32string_view(U"boxX").find(spec.type) != std::u32string_view::npos;
        if (!decimal && !(based && spec.grouping == '_')) {
            std::string code;
            appendUtf8(code, spec.type);
            raise<ValueError>("Cannot specify '" + std::string(1, spec.grouping) + "' with '" + code + "'.");
        }
    }
    return spec;
}

std::string formatText(Interpreter& vm, std::string_view text, std::string_view specText) {
    if (specText.empty()) return std::string(text);
    const FormatSpec spec = parseFormatSpec(specText, false, 's', "str");
    if (spec.type != 's') unknownCode(spec.type, "str");
    if (spec.sign == ' ') raise<ValueError>("Space not allowed in string format specifier");
    if (spec.sign) raise<ValueError>("Sign not allowed in string format specifier");
    if (spec.noNegativeZero) raise<ValueError>("Negative zero coercion (z) not allowed in string format specifier");
    if (spec.alternate) raise<ValueError>("Alternate form (#) not allowed in string format specifier");
    if (spec.align == '=') raise<ValueError>("'=' alignment not allowed in string format specifier");
    auto length = static_cast<std::int64_t>(codePoints(text));
    if (spec.precision >= 0 && spec.precision < length) {
        length = spec.precision;
        text = text.substr(0, byteOffset(text, static_cast<std::size_t>(length)));
    }
    const std::int64_t padding = std::max<std::int64_t>(0, spec.width - length);
    vm.checkString(text.size() + static_cast<std::size_t>(padding) * spec.fill.size());
    const std::int64_t left = spec.align == '>' ? padding : spec.align == '^' ? padding / 2 : 0;
    return repeated(spec.fill, left) + std::string(text) + repeated(spec.fill, padding - left);
}

std::string formatInteger(Interpreter& vm, const Value& number, std::string_view specText) {
    if (specText.empty()) return vm.str(number);
    const std::string typeName = vm.typeOf(number)->name;
    const FormatSpec spec = parseFormatSpec(specText, true, 'd', typeName);
    const auto isOneOf = [&](std::u32string_view codes) { return codes.find(spec.type) != std::u32string_view::npos; };
    if (isOneOf(U"eEfFgG%")) return layoutReal(vm, vm.toDouble(number), spec, typeName);
    if (!isOneOf(U"bcdoxXn")) unknownCode(spec.type, typeName);
    if (spec.precision != -1) raise<ValueError>("Precision not allowed in integer format specifier");
    if (spec.noNegativeZero) raise<ValueError>("Negative zero coercion (z) not allowed in integer format specifier");
    const mpz_class value = vm.toInteger(number);
    if (spec.type == 'c') {
        if (spec.sign) raise<ValueError>("Sign not allowed with integer format specifier 'c'");
        if (spec.alternate) raise<ValueError>("Alternate form (#) not allowed with integer format specifier 'c'");
        if (!value.fits_slong_p()) raise<OverflowError>("Python int too large to convert to C long");
        if (value < 0 || value > 0x10ffff) raise<OverflowError>("%c arg not in range(0x110000)");
        std::string character;
        appendUtf8(character, static_cast<char32_t>(value.get_ui()));
        return laidOut(vm, spec, false, {}, {}, character);
    }
    const int base = spec.type == 'b' ? 2 : spec.type == 'o' ? 8 : spec.type == 'x' || spec.type == 'X' ? 16 : 10;
    std::string prefix;
    if (spec.alternate && base != 10) prefix = std::string("0") + static_cast<char>(spec.type);
    return laidOut(vm, spec, value < 0, prefix, digitsOf(value, base, spec.type == 'X'), {});
}

std::string formatReal(Interpreter& vm, double number, std::string_view spec) {
    if (spec.empty()) return shortest(number);
    return layoutReal(vm, number, parseFormatSpec(spec, true, 0, "float"), "float");
}

std::string digitsOf(const mpz_class& number, int base, bool upper) {
    const mpz_class size = abs(number);
    return size.get_str(upper ? -base : base);
}

std::string asciiRepr(Interpreter& vm, const Value& value) {
    const std::string text = vm.repr(value);
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = decodeUtf8(text, at);
        if (c < 0x80) {
            out += static_cast<char>(c);
            continue;
        }
        const std::size_t width = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
        const std::string digits = mpz_class(static_cast<unsigned long>(c)).get_str(16);
        out += c < 0x100 ? "\\x" : c < 0x10000 ? "\\u" : "\\U";
        out += std::string(width - digits.size(), '0') + digits;
    }
    return out;
}

}  // namespace backstep::python
