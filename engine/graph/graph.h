// SPDX-License-Identifier: GPL-3.0-or-later
// What of the tape is drawn: its nodes by kind, its edges, the words on them.
#pragma once

#include <string>
#include <vector>

#include "engine/tape/recording.h"

namespace backstep {

struct GraphNode {
    enum class Kind : std::uint8_t { Input, Constant, Operation, Output };
    NodeId node;
    Kind kind = Kind::Operation;
    std::string name;        // v₃
    std::string expression;  // sin x; empty for an input
};

struct GraphEdge {
    std::uint32_t from = 0;  // indices of nodes
    std::uint32_t to = 0;
    std::uint8_t operand = 0;  // of `to`
};

struct Graph {
    std::vector<GraphNode> nodes;  // in the order of the tape
    std::vector<GraphEdge> edges;

    // Index of a tape node; -1 where it is not drawn.
    [[nodiscard]] int indexOf(NodeId node) const;
};

struct GraphOptions {
    bool constants = false;  // labels name them already
};

[[nodiscard]] Graph buildGraph(const Recording& recording, const Source& source, const GraphOptions& options = {});

}  // namespace backstep
