// SPDX-License-Identifier: GPL-3.0-or-later
// What of a text may be drawn. A name or a message can hold anything; a picture shows it harmless and visible.
#pragma once

#include <string>
#include <string_view>

namespace backstep {

// One line of valid UTF-8 that XML 1.0 allows: control characters, line breaks, bidirectional controls, non-characters
// and damaged bytes become U+FFFD. Everything else stays as it is.
[[nodiscard]] std::string printable(std::string_view utf8);
// The same of one character.
[[nodiscard]] char32_t printable(char32_t code);

// A mark that is drawn over the character before it, or one that joins or varies it: it never starts a line or a piece.
[[nodiscard]] bool isCombining(char32_t code);

// East Asian characters and emoji, which fill a square.
[[nodiscard]] bool isWide(char32_t code);

}  // namespace backstep
