// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers to and from text. Never through the locale.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace backstep {

// The shortest decimal form that reads back to the same value, as Python prints it: 2.0, 0.1, 1e-07, inf, nan.
[[nodiscard]] std::string shortest(double value);

// For the eye: `digits` significant digits, no trailing zeros, a minus sign U+2212, ∞ for infinity: 1.386, −0.4161, 2.5e−8.
[[nodiscard]] std::string significant(double value, int digits);
inline constexpr int kNodeDigits = 4;  // on a node
inline constexpr int kCardDigits = 5;  // in the step card, the plot, a sentence

// The whole of `text` as a number; nothing if any of it is left over.
[[nodiscard]] std::optional<double> parseNumber(std::string_view text);

// Decodes the UTF-8 sequence at `at` and moves past it. A damaged byte gives U+FFFD and moves by one.
[[nodiscard]] char32_t decodeUtf8(std::string_view text, std::size_t& at);
void appendUtf8(std::string& out, char32_t code);

}  // namespace backstep
