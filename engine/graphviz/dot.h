// SPDX-License-Identifier: MIT
// One layout by Graphviz' dot. See dot.cpp for what Graphviz must never be given.
#pragma once

#include "engine/graphviz/protocol.h"

namespace backstep::wire {

// False when the plugin is not there; nothing else may be called then. Call once, before any layout.
bool loadGraphviz();

// A reply with `failed` set when dot complained or its result is not what was asked for.
Reply layOut(const Request& request);

}  // namespace backstep::wire
