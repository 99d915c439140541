// SPDX-License-Identifier: GPL-3.0-or-later
// A program's figure as a picture: the one that the window shows and a file holds.
#pragma once

#include "engine/diagram/diagram.h"
#include "engine/diagram/figure.h"

namespace backstep {

[[nodiscard]] Diagram figureDiagram(const Figure& figure, Size size);

}  // namespace backstep
