// SPDX-License-Identifier: GPL-3.0-or-later
// What a group of a diagram covers, with its strokes, heads and letters: nothing of it lies outside. (The view paints only what a step changes.)
#pragma once

#include <span>
#include <vector>

#include "engine/diagram/diagram.h"

namespace backstep {

// Long lines as many small rectangles, so that they do not seem to cover all that they go around.
[[nodiscard]] std::vector<Rect> coverOf(const Group& group);

// A piece of a line (a cubic, a straight segment) by its points, with its stroke.
[[nodiscard]] Rect extentOf(std::span<const Point> piece, double strokeWidth);

}  // namespace backstep
