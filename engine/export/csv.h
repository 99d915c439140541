// SPDX-License-Identifier: GPL-3.0-or-later
// The tape at a stop as a table of comma-separated values (RFC 4180, UTF-8), every digit of every number.
#pragma once

#include <string>
#include <string_view>

#include "engine/graph/graph.h"
#include "engine/timeline/timeline.h"

namespace backstep {

// One row a node that is drawn: node, op, expression, operands, value, partials, and adjoint or tangent. What is not known
// at the stop is an empty field.
[[nodiscard]] std::string tapeAsTable(const Graph& graph, const Recording& recording, const Source& source, const State& state);

// One field. Text that a spreadsheet would take for a formula gets an apostrophe in front; a number is left alone.
[[nodiscard]] std::string csvText(std::string_view text);

}  // namespace backstep
