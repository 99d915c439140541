// SPDX-License-Identifier: GPL-3.0-or-later
// The geometry of paths and arrow heads, one for the painter and for every file format.
#pragma once

#include <array>
#include <vector>

#include "engine/diagram/diagram.h"

namespace backstep {

// A filled triangle; the tip is the first corner.
struct ArrowHead {
    std::array<Point, 3> corners{};
};

struct Arrow {
    std::vector<Point> line;  // straight or Bézier as the path is; ends inside the head, so that no gap shows
    bool hasHead = false;     // a path of no length has no direction, and no head
    ArrowHead head;
};

[[nodiscard]] Arrow arrowOf(const PathShape& path);

// Whether all that positions the shape is a finite number, and a path has two points or more (a Bézier 3k+1).
// What is not drawable is left out of every picture.
[[nodiscard]] bool isDrawable(const Shape& shape);

}  // namespace backstep
