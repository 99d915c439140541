// SPDX-License-Identifier: GPL-3.0-or-later
// Text to tokens. Every character belongs to a token or is white space; nothing is changed, only classified.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/text/diagnostic.h"
#include "engine/text/source.h"

namespace backstep {

enum class TokenKind : std::uint8_t {
#define TOKEN(kind, cls) kind,
#include "engine/text/token.def"
};

enum class TokenClass : std::uint8_t { Plain, Name, Number, Text, Operator, Keyword, Comment, Fault };
[[nodiscard]] TokenClass classOf(TokenKind kind);

struct Token {
    TokenKind kind = TokenKind::End;
    Span span;
    double number = 0;  // of Number and Superscript
    std::string name;   // of Name: with its subscript written plainly, x₁ -> x_1
    bool spaceBefore = false;
};

struct Tokens {
    std::vector<Token> tokens;  // ends with End
    std::vector<Diagnostic> diagnostics;
};

// Math notation as typed or pasted from a page: × · ÷ − π √ ² ⁻¹ ₁ and full-width forms are read as what they are.
[[nodiscard]] Tokens lexMath(const Source& source);

}  // namespace backstep
