// SPDX-License-Identifier: GPL-3.0-or-later
// What a plot of the command line runs over.
#pragma once

#include "app/arguments.h"

namespace backstep {

struct AskedRange {
    double from = -5;
    double to = 5;
};

[[nodiscard]] AskedRange rangeOf(const Arguments& arguments);                                // --range A:B
[[nodiscard]] std::string variableOf(const Arguments& arguments, const Snapshot& snapshot);  // --over, or the first input
[[nodiscard]] FormulaInputs inputsOf(const Snapshot& snapshot);

}  // namespace backstep
