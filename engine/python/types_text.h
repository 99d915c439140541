// SPDX-License-Identifier: GPL-3.0-or-later
// Text as code points, and what Unicode says of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace backstep::python {

[[nodiscard]] std::u32string decodeText(std::string_view utf8);
[[nodiscard]] std::string encodeText(std::u32string_view text);
[[nodiscard]] std::size_t codePoints(std::string_view utf8);
// Where code point number `index` begins (the end, if there are fewer).
[[nodiscard]] std::size_t byteOffset(std::string_view utf8, std::size_t index);
[[nodiscard]] std::string repeated(std::string_view text, std::int64_t times);

// As CPython 3.11 (Unicode 14) answers str.isalpha() … (isprintable and names: engine/text/pylexer_unicode.h)
[[nodiscard]] bool isAlpha(char32_t c);
[[nodiscard]] bool isDecimal(char32_t c);
[[nodiscard]] bool isDigit(char32_t c);
[[nodiscard]] bool isNumeric(char32_t c);
[[nodiscard]] bool isSpace(char32_t c);
[[nodiscard]] bool isLower(char32_t c);
[[nodiscard]] bool isUpper(char32_t c);
[[nodiscard]] bool isTitle(char32_t c);
[[nodiscard]] bool isCased(char32_t c);
[[nodiscard]] bool isCaseIgnorable(char32_t c);
[[nodiscard]] int decimalDigit(char32_t c);  // -1: is none
// One or more code points each.
void appendLower(std::u32string& out, char32_t c);
void appendUpper(std::u32string& out, char32_t c);
void appendTitle(std::u32string& out, char32_t c);
void appendFolded(std::u32string& out, char32_t c);

}  // namespace backstep::python
