// SPDX-License-Identifier: GPL-3.0-or-later
// From notation to boxes. The space between two neighbours follows TeX's classes: thick around relations, medium around
// binary operators, thin beside functions and fractions, none inside scripts.
#pragma once

#include "engine/notation/notation.h"
#include "widgets/mathbox.h"

namespace backstep {

// The box by itself, its height that of its ink.
[[nodiscard]] MathBox layOut(const Notation& notation, double pixelSize);

// The gap that stands between two neighbours of a row, in pixels at display size.
[[nodiscard]] double gapBetween(const Notation& left, const Notation& right, double pixelSize);

// The children of a row with the rows among them opened: what stands side by side. Ink, weight and link go down to them.
[[nodiscard]] std::vector<Notation> flattened(const Notation& row);

// A copy of the child that carries what its parent says of ink, weight and link, where it says nothing itself.
[[nodiscard]] Notation inherited(Notation child, const Notation& parent);

}  // namespace backstep
