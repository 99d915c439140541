// SPDX-License-Identifier: GPL-3.0-or-later
// A program to its syntax tree, accepted and refused as CPython 3.11 accepts and refuses it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/syntax/ast.h"
#include "engine/text/pylexer.h"

namespace backstep {

// A limit of ours that the text is beyond; met before anything is read.
struct TextLimit {
    enum class Kind : std::uint8_t { Text /* bytes */, Line /* code points */, Tree /* depth of one expression */ };
    Kind kind{};
    std::size_t limit = 0;
    Span span;
};

// Valid Python that is no part of ours. Most are nodes of the tree and refused when they are reached; those that are not
// must be refused before the run.
struct UnsupportedSyntax {
    std::string what;
    Span span;
    bool inTree = true;
};

struct SyntaxWarning {  // in Python's words; it says them once for each line before the program runs
    std::string message;
    Span span;
    std::uint32_t line = 1;
};

struct ParsedProgram {
    Ast ast;
    std::vector<Diagnostic> diagnostics;  // notes only
    std::optional<SyntaxFault> fault;     // the first, as CPython has it
    std::optional<TextLimit> limit;
    std::vector<SyntaxWarning> warnings;         // only of a program without a fault
    std::vector<UnsupportedSyntax> unsupported;  // in order of the text; an editor marks them before the run
    [[nodiscard]] bool ok() const { return !fault && !limit; }
};

inline constexpr std::size_t kMaxProgramText = 256 * 1024;
inline constexpr std::size_t kMaxProgramLine = 10'000;
inline constexpr std::size_t kMaxTreeDepth = 1'000;
inline constexpr std::size_t kMaxDigits = 4300;  // of a decimal literal: Python's own limit

// Never throws. The tree is whole only if there is no fault and no limit.
[[nodiscard]] ParsedProgram parsePython(const Source& source);

}  // namespace backstep
