// SPDX-License-Identifier: GPL-3.0-or-later
// Pyplot's line styles and markers as shapes.
#pragma once

#include <string_view>
#include <vector>

#include "engine/diagram/diagram.h"

namespace backstep {

// Of a line of this width; empty is solid.
[[nodiscard]] std::vector<double> figureDashes(std::string_view style, double width);
[[nodiscard]] bool isDrawnStyle(std::string_view style);

// Nothing for "None", "" and " ".
[[nodiscard]] std::vector<Shape> figureMarker(std::string_view marker, Point at, double size, Colour colour);

}  // namespace backstep
