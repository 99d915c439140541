// SPDX-License-Identifier: GPL-3.0-or-later
// Characters as LaTeX writes them in math mode.
#pragma once

#include <string>
#include <string_view>

namespace backstep {

// The control sequence or character for one code point, safe wherever math mode is: "\alpha", "\_", "x".
// What a plain LaTeX has no glyph for is named by its number, so that the source always compiles.
[[nodiscard]] std::string latexSign(char32_t code);

// log, sin … which LaTeX knows by themselves.
[[nodiscard]] bool isLatexFunction(std::string_view word);

// Joins source: a control word keeps its distance from a letter (and, to be readable, from a digit) that follows.
void appendLatex(std::string& out, std::string_view piece);

}  // namespace backstep
