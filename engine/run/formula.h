// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a formula: its inputs are float64 leaves, its lines are bindings, its last line is the output.
#pragma once

#include <map>
#include <string>

#include "engine/syntax/ast.h"
#include "engine/tape/recording.h"

namespace backstep {

inline constexpr std::size_t kMaxTapeNodes = 200'000;

struct FormulaInputs {
    std::map<std::string, double> values;
    double otherwise = 1;  // of inputs that `values` does not name
};

// The names that a formula takes as inputs, in the order of the text: parameters of the last line, then free variables.
[[nodiscard]] std::vector<std::string> inputNames(const Ast& ast);

// The forward pass. Faults of meaning (unknown names …) are in the recording's diagnostics; then there is no output.
[[nodiscard]] Recording runFormula(const Source& source, const Ast& ast, const FormulaInputs& inputs);

}  // namespace backstep
