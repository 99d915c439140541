// SPDX-License-Identifier: GPL-3.0-or-later
// What Python 3.11 takes a character for: part of a name, printable.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace backstep {

[[nodiscard]] bool isNameStart(char32_t c);
[[nodiscard]] bool isNamePart(char32_t c);
[[nodiscard]] bool isPrintable(char32_t c);  // str.isprintable of one character

// The name after Python's folding (NFKC): 𝑥 is x, ｘ is x. Nothing where only the full algorithm would know.
[[nodiscard]] std::optional<std::string> foldedName(std::string_view name);

}  // namespace backstep
