// SPDX-License-Identifier: GPL-3.0-or-later
// Which fault a text has that cannot be read: CPython 3.11's type, words and place. A second, slower reader that follows the
// order in which CPython tries its rules; it keeps its stack on the heap, however deep the text is nested.
#pragma once

#include <optional>

#include "engine/syntax/ast.h"
#include "engine/text/pylexer.h"

namespace backstep {

// From that token on, with which a statement of the outermost level begins. Nothing if the text is Python after all.
[[nodiscard]] std::optional<SyntaxFault> findFault(const Source& source, const PythonTokens& lexed, std::size_t from);

// The same for a field of an f-string, whose tokens these are.
[[nodiscard]] std::optional<SyntaxFault> findFieldFault(std::string_view text, const PythonTokens& lexed, Span part);

}  // namespace backstep
