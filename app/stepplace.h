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

}  // namespace backstep
