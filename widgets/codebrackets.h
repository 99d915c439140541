// SPDX-License-Identifier: GPL-3.0-or-later
// The pair of brackets at the caret.
#pragma once

#include <optional>
#include <utility>

class QTextDocument;

namespace backstep {

// Positions of the bracket touching the caret and of its partner; nothing when there is none.
[[nodiscard]] std::optional<std::pair<int, int>> matchBracket(const QTextDocument& document, int caret);

}  // namespace backstep
