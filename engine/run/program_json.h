// SPDX-License-Identifier: GPL-3.0-or-later
// A run as one JSON object: what it printed, how it ended, every variable, every backward call node by node, every plot.
#pragma once

#include <string>

#include "engine/run/program.h"

namespace backstep {

struct ProgramWords {  // in the reader's language; empty: none
    std::string explanation;
    std::string fixTitle, fixText;
};

[[nodiscard]] std::string programJson(const Source& source, const ProgramRun& run, const ProgramWords& words = {});

}  // namespace backstep
