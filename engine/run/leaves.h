// SPDX-License-Identifier: GPL-3.0-or-later
// The leaves of a program as its run ended: what they are called, where they were made, which overrides met none.
#pragma once

#include <vector>

#include "engine/python/interpreter.h"
#include "engine/run/reported.h"

namespace backstep {

// Before names are counted (nameNodes). Leaves that no line bound to a name get one from where they hang: net.weight, params[0].
void reportLeaves(python::Interpreter& vm, const std::vector<LeafOverride>& overrides, Tape& tape, ProgramReport& report);

}  // namespace backstep
