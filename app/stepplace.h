// SPDX-License-Identifier: GPL-3.0-or-later
// Where in the text a step is: the line that runs, and the narrower place that it is about.
#pragma once

#include <optional>

#include "engine/timeline/timeline.h"

namespace backstep {

struct StepPlace {
    std::optional<Span> line;  // of a program: the statement that runs
    std::optional<Span> mark;  // of a node: the expression that made it
};

[[nodiscard]] StepPlace placeOfStep(const Recording& recording, const Timeline& timeline, std::size_t stop);

// The next stop after `after`, and after the last one the first, at which a line of the text runs; of a formula, at which
// something of it is computed. 0: it never does.
[[nodiscard]] std::size_t stopOfLine(const Recording& recording, const Source& source, std::uint32_t line, std::size_t after);

}  // namespace backstep
