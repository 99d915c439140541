// SPDX-License-Identifier: GPL-3.0-or-later
// What is too wide for a line, written so that a line may end inside it: a / b for a fraction, bracket by bracket.
#pragma once

#include <vector>

#include "engine/notation/notation.h"

namespace backstep {

// The parts that stand for `n`; fewer than two if it cannot be opened. A name or a number of `ratio` lines' width is cut
// into as many pieces.
[[nodiscard]] std::vector<Notation> opened(const Notation& n, double ratio);

}  // namespace backstep
