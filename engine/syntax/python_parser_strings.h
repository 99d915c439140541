// SPDX-License-Identifier: GPL-3.0-or-later
// String literals: prefixes, escapes, neighbours joined, and the fields of f-strings.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/syntax/ast.h"
#include "engine/text/pylexer.h"

namespace backstep {

struct StringFault {  // thrown: why the literals cannot be read, in CPython's words
    std::string message;
};

class StringReader {
public:
    // Reads the expression of a field, which is the text of the span, on that line.
    using ReadField = std::function<ExprId(Span part, std::uint32_t line, std::uint32_t lineStart)>;

    StringReader(std::string_view text, Ast& ast, ReadField readField) : text_(text), ast_(ast), readField_(std::move(readField)) {}

    // The literals tokens[first … last) as one expression.
    ExprId read(const std::vector<PyToken>& tokens, std::size_t first, std::size_t last);

private:
    struct Literal {
        bool raw = false, bytes = false, formatted = false, triple = false;
        Span content;
    };
    std::string_view text_;
    Ast& ast_;
    ReadField readField_;
    std::string unsupported_;  // what of it we do not have
    const PyToken* token_ = nullptr;
    Literal literal_;
    std::size_t at_ = 0;

    [[nodiscard]] Literal split(const PyToken& token) const;
    std::string decode(Span part, bool raw);
    void escape(std::string& out, Span part, std::size_t& position);
    void hexEscape(std::string& out, std::size_t digits, std::size_t end, std::size_t& position, char letter);
    void formatted(std::vector<ExprId>& parts, std::string& pending, Span pendingSpan, int nesting);
    void literalText(std::string& pending, int nesting);
    ExprId field(int nesting);
    void skipExpression();
    [[nodiscard]] bool endsExpression(char c) const;
    ExprId expression(std::size_t begin, std::size_t end);
    static void flush(Ast& ast, std::vector<ExprId>& parts, std::string& pending, Span span);
    [[nodiscard]] char here(std::size_t ahead = 0) const { return at_ + ahead < literal_.content.end ? text_[at_ + ahead] : '\0'; }
    [[nodiscard]] bool done() const { return at_ >= literal_.content.end; }
    [[nodiscard]] Span since(std::size_t begin) const { return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)}; }
};

}  // namespace backstep
