// SPDX-License-Identifier: GPL-3.0-or-later
// The sizes of a graph's nodes, from the pinned font, and what stands inside them.
#pragma once

#include <string>

#include "engine/diagram/diagram.h"
#include "engine/graph/graph.h"

namespace backstep {

inline constexpr double kTitleSize = 14;
inline constexpr double kNumberSize = 12.5;
inline constexpr double kSmallSize = 11;
inline constexpr double kNodePadding = 12;
inline constexpr double kNodeRadius = 9;

// Of its words and shape alone, never of its numbers: dragging an input moves nothing.
[[nodiscard]] Size sizeOfNode(const GraphNode& node);
// Half of a node's width, for a value or an adjoint.
[[nodiscard]] double columnOfNode(const GraphNode& node, double width);

// As many digits as there is room for.
[[nodiscard]] std::string fittedNumber(double value, double width, double size = kNumberSize);

// A value in a column: a number, a short tensor as text, a longer one as a picture of its numbers. A cell is the fuller the
// larger its number is beside the others; a negative one is hollow. Only the first rows and columns of a large one are drawn,
// and an ellipsis says so.
void drawValue(Group& group, const Tensor& value, Point middle, double width, Ink ink, bool bold);

inline constexpr const char* kWidestNumber = "−0.8888";

}  // namespace backstep
