// SPDX-License-Identifier: GPL-3.0-or-later
// Code points and their properties, from tables.
#include <algorithm>
#include <iterator>

#include "engine/base/numbers.h"
#include "engine/python/types_text.h"

namespace backstep::python {
namespace {

struct PropertyRun {
    char32_t first, last;
    std::uint16_t properties;
};
struct CaseRun {
    char32_t first, last;
    std::int32_t step, difference;
};
struct SeveralRow {
    char32_t character;
    const char32_t* becomes;
};

#include "engine/python/types_unicode.inc"

enum Property : std::uint16_t {
    Alpha = 1,
    Decimal = 2,
    Digit = 4,
    Numeric = 8,
    Space = 16,
    Lower = 32,
    Upper = 64,
    Title = 128,
    CaseIgnorable = 256
};

std::uint16_t properties(char32_t c) {
    const auto run =
        std::lower_bound(std::begin(kProperties), std::end(kProperties), c, [](const PropertyRun& r, char32_t x) { return r.last < x; });
    return run != std::end(kProperties) && run->first <= c ? run->properties : 0;
}

template <std::size_t N, std::size_t M>
bool appendCase(std::u32string& out, char32_t c, const CaseRun (&runs)[N], const SeveralRow (&several)[M]) {
    const auto run = std::lower_bound(std::begin(runs), std::end(runs), c, [](const CaseRun& r, char32_t x) { return r.last < x; });
    if (run != std::end(runs) && run->first <= c && (c - run->first) % static_cast<char32_t>(run->step) == 0) {
        out += static_cast<char32_t>(static_cast<std::int32_t>(c) + run->difference);
        return true;
    }
    const auto row =
        std::lower_bound(std::begin(several), std::end(several), c, [](const SeveralRow& r, char32_t x) { return r.character < x; });
    if (row == std::end(several) || row->character != c) return false;
    out += row->becomes;
    return true;
}

}  // namespace

std::u32string decodeText(std::string_view utf8) {
    std::u32string out;
    out.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) out += decodeUtf8(utf8, at);
    return out;
}

std::string encodeText(std::u32string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char32_t c : text) appendUtf8(out, c);
    return out;
}

std::size_t codePoints(std::string_view utf8) {
    return static_cast<std::size_t>(
        std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

std::size_t byteOffset(std::string_view utf8, std::size_t index) {
    for (std::size_t at = 0; at < utf8.size(); ++at) {
        if ((static_cast<unsigned char>(utf8[at]) & 0xC0U) == 0x80) continue;
        if (index-- == 0) return at;
    }
    return utf8.size();
}

std::string repeated(std::string_view text, std::int64_t times) {
    std::string out;
    if (times <= 0) return out;
    out.reserve(text.size() * static_cast<std::size_t>(times));
    for (std::int64_t i = 0; i < times; ++i) out += text;
    return out;
}

bool isAlpha(char32_t c) { return (properties(c) & Alpha) != 0; }
bool isDecimal(char32_t c) { return (properties(c) & Decimal) != 0; }
bool isDigit(char32_t c) { return (properties(c) & Digit) != 0; }
bool isNumeric(char32_t c) { return (properties(c) & Numeric) != 0; }
bool isSpace(char32_t c) { return c < 128 ? (c >= 9 && c <= 13) || (c >= 28 && c <= 32) : (properties(c) & Space) != 0; }
bool isLower(char32_t c) { return (properties(c) & Lower) != 0; }
bool isUpper(char32_t c) { return (properties(c) & Upper) != 0; }
bool isTitle(char32_t c) { return (properties(c) & Title) != 0; }
bool isCased(char32_t c) { return (properties(c) & (Lower | Upper | Title)) != 0; }
bool isCaseIgnorable(char32_t c) { return (properties(c) & CaseIgnorable) != 0; }

int decimalDigit(char32_t c) {
    if (c < 128) return c >= '0' && c <= '9' ? static_cast<int>(c - '0') : -1;
    const auto above = std::upper_bound(std::begin(kZeros), std::end(kZeros), c);
    if (above == std::begin(kZeros) || c - *std::prev(above) > 9) return -1;
    return static_cast<int>(c - *std::prev(above));
}

void appendLower(std::u32string& out, char32_t c) {
    if (!appendCase(out, c, kLower, kLowerSeveral)) out += c;
}
void appendUpper(std::u32string& out, char32_t c) {
    if (!appendCase(out, c, kUpper, kUpperSeveral)) out += c;
}
void appendTitle(std::u32string& out, char32_t c) {
    if (!appendCase(out, c, kTitle, kTitleSeveral)) appendUpper(out, c);
}
void appendFolded(std::u32string& out, char32_t c) {
    if (!appendCase(out, c, kFolded, kFoldedSeveral)) appendLower(out, c);
}

}  // namespace backstep::python
