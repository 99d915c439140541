// SPDX-License-Identifier: GPL-3.0-or-later
// Brackets and root signs as tall as what they hold, drawn as outlines: no font has them at every height.
#pragma once

#include <QPainterPath>

namespace backstep {

// From y = top to y = bottom, its ink between x = 0 and x = width; thick in the middle, thin at the tips.
[[nodiscard]] QPainterPath leftParenthesis(double top, double bottom, double width, double em);
[[nodiscard]] QPainterPath mirrored(const QPainterPath& path, double width);

// The hook and the stroke up to (width, top), where the bar over the content begins; `thin` is the bar's thickness.
[[nodiscard]] QPainterPath rootSign(double top, double bottom, double width, double thin, double em);

}  // namespace backstep
