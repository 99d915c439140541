// SPDX-License-Identifier: GPL-3.0-or-later
// What the nodes of a program's tape are called.
#pragma once

#include "engine/tape/recording.h"

namespace backstep {

// A name that was given to several nodes, as in a loop, counts them: b⁽¹⁾, b⁽²⁾ … What the program has no name for is
// v1, v2 … in the order of the tape. Fills `named` with what had a name.
void nameNodes(Recording& recording);

// "b" of "b⁽²⁾": as the program has it.
[[nodiscard]] std::string withoutCount(const std::string& name);

}  // namespace backstep
