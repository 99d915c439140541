// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a recording between the leaves and one output, and sweeps over it in either direction.
#pragma once

#include "engine/autodiff/sweep.h"
#include "engine/ways/replay.h"

namespace backstep {

// Everything that a gradient of `root` flows over. Values ascend: operands before what is made of them.
struct Reach {
    NodeId root;
    std::vector<NodeId> values;
    std::vector<NodeId> leaves;
    std::vector<WayEdge> edges;              // by value ascending, of one value in the order of its slots
    Table<NodeId, std::uint32_t> firstEdge;  // of each value; edgesOf() reads it
    [[nodiscard]] std::span<const WayEdge> edgesOf(NodeId value) const;
    [[nodiscard]] bool contains(NodeId value) const { return value.index() < inside.size() && inside[value.index()]; }
    // Whether each value depends on `leaf` (or on a value in the middle).
    [[nodiscard]] std::vector<bool> dependsOn(NodeId leaf) const;

    std::vector<bool> inside;
};
[[nodiscard]] Reach reachOf(const Recording& recording, const Replay& replay, NodeId root);

// What one sweep sent over one edge.
struct Crossing {
    std::uint32_t edge = 0;  // of the reach
    Tensor amount;
    MaybeTensor before;  // of the receiver
    Tensor after;
};

struct Swept {
    Known known;                      // adjoints or tangents, by value
    std::vector<Crossing> crossings;  // in the order of the sweep
};

// From the root with its adjoint set to `seed`, record number descending. Where a rule was refused it ends there: see the replay.
[[nodiscard]] Swept pullBack(Replay& replay, const Reach& reach, const Tensor& seed);
// From a leaf with its tangent set, front to back.
[[nodiscard]] Swept pushForward(Replay& replay, const Reach& reach, NodeId leaf, const Tensor& tangent);

}  // namespace backstep
