// SPDX-License-Identifier: GPL-3.0-or-later
// What an error of a program means in this program: a kind, facts (names, shapes, values, lines), and the edits that would
// mend it. No words: those are said in the reader's language by whoever shows them.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/run/reported.h"
#include "engine/syntax/python_parser.h"

namespace backstep {

enum class ExplanationKind : std::uint8_t {
#define KIND(name) name,
#include "engine/run/explanation_kind.def"
};
[[nodiscard]] const char* nameOf(ExplanationKind kind);

enum class FixKind : std::uint8_t {
#define FIX(kind) kind,
#include "engine/run/fix.def"
};
[[nodiscard]] const char* nameOf(FixKind kind);

// Edits of the person's text, in order, which do not overlap; together they mend the error.
struct ErrorFix {
    FixKind kind{};
    std::vector<Fix> edits;
    std::vector<std::string> arguments;
};
[[nodiscard]] std::string applied(const ErrorFix& fix, std::string_view text);

struct ErrorExplanation {
    ExplanationKind kind{};
    std::map<std::string, std::string> facts;  // by name; what is not known is not there
    std::vector<ErrorFix> fixes;               // the first is the one to offer, if only one is
    std::optional<Span> related;               // another place that has to do with it: the first backward(), the change in place
};

// Everything that a run leaves behind. Of a Snapshot: source, program, recording, *report.
struct ErrorContext {
    const Source& source;
    const ParsedProgram& parsed;
    const Recording& recording;
    const ProgramReport& report;
    std::function<std::uint32_t(std::uint32_t)> shownLine = nullptr;  // how a line is numbered for the reader; null: as it is
};

// Nothing where the program ended well.
[[nodiscard]] std::optional<ErrorExplanation> explainError(const ErrorContext& context);

}  // namespace backstep
