// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a program that can be read: names of two scopes at once, return outside a function and the like. In the
// order in which CPython 3.11 looks: future imports, then scopes, then places.
#pragma once

#include <optional>
#include <string>

#include "engine/syntax/python_parser.h"

namespace backstep {

// The first fault of all three.
[[nodiscard]] std::optional<SyntaxFault> checkProgram(const Source& source, const Ast& ast);

[[nodiscard]] std::optional<SyntaxFault> checkFutures(const Source& source, const Ast& ast);
[[nodiscard]] std::optional<SyntaxFault> checkScopes(const Source& source, const Ast& ast);
[[nodiscard]] std::optional<SyntaxFault> checkPlaces(const Source& source, const Ast& ast);

[[nodiscard]] std::vector<SyntaxWarning> warningsOf(const Source& source, const Ast& ast);

// A fault at a span. CPython counts these columns in bytes.
[[nodiscard]] SyntaxFault faultAt(const Source& source, Span span, std::string message);

}  // namespace backstep
