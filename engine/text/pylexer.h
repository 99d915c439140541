// SPDX-License-Identifier: GPL-3.0-or-later
// A program's text to tokens, as Python 3.11 reads it. Every character belongs to a token, a comment or is white space.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/lexer.h"
#include "engine/text/source.h"

namespace backstep {

enum class PyKind : std::uint8_t {
#define PYTOKEN(kind, cls, spelling) kind,
#include "engine/text/pylexer.def"
};
[[nodiscard]] TokenClass classOf(PyKind kind);
[[nodiscard]] std::string_view spellingOf(PyKind kind);  // empty for names, numbers and what has no text
[[nodiscard]] inline bool isKeyword(PyKind kind) { return kind >= PyKind::False; }

struct PyToken {
    PyKind kind = PyKind::EndMarker;
    Span span;                                    // empty for Indent, Dedent, EndMarker
    std::uint32_t line = 1;                       // as Python counts: also a lone carriage return ends a line
    std::uint32_t lineStart = 0;                  // the offset where that line begins
    std::uint32_t endLine = 1, endLineStart = 0;  // of a string over several lines: its last line
    std::uint32_t cursor = 0;                     // where reading stood after the token: the place of a token without text
    std::uint16_t level = 0;                      // brackets open after it
    [[nodiscard]] bool placed() const { return kind == PyKind::Newline || kind > PyKind::Fault; }
};

// A fault of syntax in CPython 3.11's words.
struct SyntaxFault {
    std::string type = "SyntaxError";  // or IndentationError, TabError
    std::string message;
    Span span;
    std::uint32_t line = 1;
    std::uint32_t column = 0;  // CPython's `offset`: usually 1-based code points; 0 where it knows no column
    bool limit = false;        // a limit of Python's own: nesting of brackets or of blocks
};

// Why reading stopped. A hard fault is said wherever the parser stands; a soft one only once the parser reaches it.
struct LexFault {
    SyntaxFault fault;
    bool hard = false;
    std::optional<SyntaxFault> unclosed;  // the innermost bracket that is open there: '(' was never closed
};

struct PythonTokens {
    std::vector<PyToken> tokens;  // ends with EndMarker or Fault
    std::vector<Span> comments;
    std::optional<LexFault> fault;
};

// Names are not folded by NFKC (the parser refuses those that Python would fold). A byte order mark is passed over.
// A line whose first character is % or ! is a notebook's magic.
[[nodiscard]] PythonTokens lexPython(const Source& source);

// The expression of a field of an f-string: a part of the text, read as if in brackets.
[[nodiscard]] PythonTokens lexPythonField(std::string_view text, Span part, std::uint32_t line, std::uint32_t lineStart);

// Every span that an editor colours, in order; reading goes on past faults.
struct Coloured {
    Span span;
    TokenClass cls{};
};
[[nodiscard]] std::vector<Coloured> colourPython(const Source& source);

// Code points from one offset of the text to another; a damaged byte counts as one, and so does a carriage return with its line feed.
[[nodiscard]] std::uint32_t codePoints(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace backstep
