// SPDX-License-Identifier: GPL-3.0-or-later
// Frames around the open groups of a graph: calls, loops, turns.
#pragma once

#include <vector>

#include "engine/diagram/diagram.h"
#include "engine/graph/graph.h"

namespace backstep {

// Outer frames first. A group whose nodes lie among others has no frame: it would claim what is not its own.
[[nodiscard]] std::vector<Group> groupFrames(const Graph& graph, const std::vector<Rect>& nodes);
// Room that the frames need around the layout.
[[nodiscard]] double groupFrameMargin(const Graph& graph);

}  // namespace backstep
