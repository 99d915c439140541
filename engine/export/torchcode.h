// SPDX-License-Identifier: GPL-3.0-or-later
// A formula as a Python program with torch, and a program with what its gradients must be: both run by themselves and
// fail, with an AssertionError, where PyTorch finds other numbers than Backstep did.
#pragma once

#include <string>
#include <vector>

#include "engine/run/reported.h"
#include "engine/syntax/ast.h"
#include "engine/tape/recording.h"
#include "engine/text/source.h"

namespace backstep {

// `gradient` has a number for each of the recording's inputs; the recording has an output.
[[nodiscard]] std::string formulaAsTorch(const Source& source, const Ast& ast, const Recording& recording,
                                         const std::vector<double>& gradient);

// The text as it stands, but for lines that only a notebook understands, which `notes` names: these become comments.
[[nodiscard]] std::string programWithAsserts(const Source& source, const std::vector<Diagnostic>& notes, const ProgramReport& report);

}  // namespace backstep
