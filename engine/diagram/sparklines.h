// SPDX-License-Identifier: GPL-3.0-or-later
// Small curves beneath the nodes of a graph: the value in the forward ink, the slope of f in it in the backward ink, dashed.
#pragma once

#include "engine/diagram/diagram.h"
#include "engine/sampling/sparks.h"

namespace backstep {

// `slopes`: whether those are shown, too. They lie over edges and under the arrow and the chip of the step at hand.
void addSparklines(Diagram& diagram, const Sparks& sparks, bool slopes);

}  // namespace backstep
