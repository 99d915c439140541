// SPDX-License-Identifier: GPL-3.0-or-later
// What an operation keeps for its backward pass, and who keeps a value.
#pragma once

#include <vector>

#include "engine/tape/recording.h"

namespace backstep {

// The values that the rules which a sweep would run look at: operands, or the node itself for its result. In order, once each.
[[nodiscard]] std::vector<NodeId> savedBy(const Tape& tape, NodeId node);
// The operations computed up to `last` that keep this value.
[[nodiscard]] std::vector<NodeId> keepersOf(const Recording& recording, NodeId value, NodeId last);

}  // namespace backstep
