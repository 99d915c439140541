// SPDX-License-Identifier: GPL-3.0-or-later
// A run as one JSON object: what it printed, how it ended, every variable, every backward call node by node, every plot.
#pragma once

#include <string>

#include "engine/base/json.h"
#include "engine/run/program.h"

namespace backstep {

struct ProgramWords {  // in the reader's language; empty: none
    std::string explanation;
    std::string fixTitle, fixText;
};

// A number, or lists of lists of numbers; a whole number without a fraction, a truth as one.
void writeValues(JsonWriter& json, const Tensor& value);

[[nodiscard]] std::string programJson(const Source& source, const ProgramRun& run, const ProgramWords& words = {});

}  // namespace backstep
