// SPDX-License-Identifier: GPL-3.0-or-later
// A long formula in lines: broken before a relation where that is enough, before an operator where not, and inside
// brackets as the last resort. Nothing is wider than the width given.
#pragma once

#include <vector>

#include "engine/notation/notation.h"
#include "widgets/mathbox.h"

namespace backstep {

struct MathLine {
    MathBox box;
    double indent = 0;  // later lines hang at the first relation
};
[[nodiscard]] std::vector<MathLine> breakIntoLines(const Notation& notation, double pixelSize, double width);

}  // namespace backstep
