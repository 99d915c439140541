// SPDX-License-Identifier: GPL-3.0-or-later
// A whole formula as mathematics, the headline of what is exported: f(x) = log x² · sin x + 1/x.
#pragma once

#include <vector>

#include "engine/notation/notation.h"
#include "engine/syntax/ast.h"
#include "engine/tape/recording.h"
#include "engine/text/source.h"

namespace backstep {

// One row a line of the text, the last one with the function's name and inputs. Numbers stand as they were typed.
[[nodiscard]] std::vector<Notation> formulaNotation(const Ast& ast, const Source& source, const Recording& recording);

}  // namespace backstep
