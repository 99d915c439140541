// SPDX-License-Identifier: GPL-3.0-or-later
// The graph at a stop in Graphviz's language, for people who lay out and restyle it themselves.
#pragma once

#include <string>

#include "engine/diagram/graphpicture.h"
#include "engine/diagram/theme.h"

namespace backstep {

struct DotOptions {
    Theme theme = Theme::light;
    Direction direction = Direction::topToBottom;
    std::string name = "backstep";  // of the graph; several in one file have different ones
};

// Identifiers are ours (n0, n1 …); a name, an operation or a number stands in a label, and no character of it is an escape.
[[nodiscard]] std::string toDot(const Graph& graph, const Recording& recording, const State& state, const GraphWords& words,
                                const DotOptions& options = {});

}  // namespace backstep
