// SPDX-License-Identifier: GPL-3.0-or-later
// Mathematics as presentation MathML, which browsers typeset and screen readers read.
#pragma once

#include <string>

#include "engine/notation/notation.h"

namespace backstep {

// <math>…</math>; inks are classes ("k-backward-text"), bold is the class "b".
[[nodiscard]] std::string toMathml(const Notation& notation);

}  // namespace backstep
