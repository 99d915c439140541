// SPDX-License-Identifier: MIT
// What a look at the graph tells before dot sees it.
#pragma once

#include <vector>

#include "engine/graphviz/protocol.h"

namespace backstep::wire {

// Whether routing curves would take dot seconds: it grows with the rows that edges cross.
bool needsStraightLines(const Request& request);

// Nodes that take a constant made for them alone. Their way to their use gets some weight, or else dot, which counts
// edges, would pull both up to the first rows, away from where they are needed.
std::vector<bool> findConstantUsers(const Request& request);

}  // namespace backstep::wire
