// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of the layered layout, each a function from one value to the next. All of them see a graph that runs from
// top to bottom; layered.cpp turns the result for the other direction.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/layout/layout.h"

namespace backstep {

// What a row holds: a node, or a dummy, the place where a long edge passes through. Slot i is node i; dummies follow.
struct Slot {
    std::uint32_t row = 0;
    bool dummy = false;
    double left = 0;   // reach to the left of x
    double right = 0;  // reach to the right, room for self loops included
    double x = 0;
    std::vector<std::uint32_t> above;  // linked slots of earlier rows, one entry a link
    std::vector<std::uint32_t> below;
};

// An edge as the slots it visits from its upper to its lower node. Empty for a self loop.
struct Chain {
    std::vector<std::uint32_t> slots;
    bool upward = false;  // the edge runs against the rows, to close a cycle
};

struct Layers {
    std::vector<Slot> slots;
    std::vector<Chain> chains;                     // one an edge
    std::vector<std::vector<std::uint32_t>> rows;  // slots from left to right
};

// How far the control points of a node's i-th self loop reach beyond its border.
[[nodiscard]] double loopReach(std::size_t i);

// Rows by longest path; nodes that have more uses than operands move down to their use.
[[nodiscard]] Layers assignRows(const LayoutRequest& request);

// Sorts each row by the barycentre of what its slots are linked to, and keeps the order with the fewest crossings.
void orderRows(Layers& layers);

// Sets x: each row as near to its links as order and gaps allow. The smallest left reach ends up at 0.
void placeSlots(Layers& layers, double nodeGap);

}  // namespace backstep
