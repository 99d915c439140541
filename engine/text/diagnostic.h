// SPDX-License-Identifier: GPL-3.0-or-later
// A fault of the person's text, as a fact: kind, place, arguments. A widget says it in the reader's language.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/text/source.h"

namespace backstep {

enum class Severity : std::uint8_t { Error, Warning };

enum class DiagnosticKind : std::uint8_t {
#define DIAGNOSTIC(kind, severity) kind,
#include "engine/text/diagnostic.def"
};

[[nodiscard]] Severity severityOf(DiagnosticKind kind);
[[nodiscard]] const char* nameOf(DiagnosticKind kind);

// Replacing the text of `span` by `text` mends the fault, or gives one of the readings offered.
struct Fix {
    Span span;
    std::string text;
};

struct Diagnostic {
    DiagnosticKind kind{};
    Span span;
    std::vector<std::string> arguments;
    std::vector<Fix> fixes;
    [[nodiscard]] bool isError() const { return severityOf(kind) == Severity::Error; }
};

[[nodiscard]] bool hasErrors(const std::vector<Diagnostic>& diagnostics);

// The candidate nearest to `name` by edit distance, if one is near enough to be meant: `most` edits, fewer for a short name.
[[nodiscard]] std::string nearest(std::string_view name, const std::vector<std::string>& candidates, std::size_t most = 3);

}  // namespace backstep
