// SPDX-License-Identifier: MIT
// What is left to do once dot has drawn its splines.
#pragma once

#include "engine/graphviz/protocol.h"

namespace backstep::wire {

// Turns the curve to run from tail to head, and puts its ends exactly on their borders. Needs the reply's centres.
void finishCurve(std::vector<Pair>& curve, const Edge& edge, const Request& request, const Reply& reply);

// Moves everything so that the box round nodes and control points starts at (0, 0), and notes its size.
void shiftToOrigin(Reply& reply, const Request& request);

}  // namespace backstep::wire
