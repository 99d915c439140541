// SPDX-License-Identifier: GPL-3.0-or-later
// A run, whole: its tape, its log and what it ended with.
#pragma once

#include <string>
#include <vector>

#include "engine/tape/log.h"
#include "engine/tape/tape.h"
#include "engine/text/diagnostic.h"

namespace backstep {

struct Recording {
    Tape tape;
    Log log;
    std::vector<NodeId> inputs;         // in the order of the text
    NodeId output;                      // none where the run did not get so far
    std::string function = "f";         // what the output is called
    std::vector<NodeId> control;        // nodes that only a condition looks at
    std::vector<Diagnostic> diagnostics;
};

}  // namespace backstep
