// SPDX-License-Identifier: GPL-3.0-or-later
// What of the tape is drawn: its nodes by kind, its edges, the words on them; and what is folded into one box.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/tape/recording.h"
#include "engine/timeline/scopes.h"

namespace backstep {

struct GraphNode {
    enum class Kind : std::uint8_t {
        Input,
        Constant,  // a number of the text
        Data,      // a tensor that needs no gradient
        Operation,
        Output,
        Folded,  // a group of operations as one box
    };
    NodeId node;  // of a folded group: its last operation, whose value and adjoint the box shows
    Kind kind = Kind::Operation;
    std::string name;        // v₃
    std::string expression;  // sin x; empty for an input
    std::string shape;       // "[3, 4]" of a tensor; empty for a scalar
    int group = -1;          // the innermost open group around it; of a folded one: the group itself
    bool again = false;      // recorded by a backward sweep: a derivative of a derivative continues the graph
};

struct GraphEdge {
    std::uint32_t from = 0;  // indices of nodes
    std::uint32_t to = 0;
    std::uint16_t operand = 0;  // of `user`
    NodeId user;                // the tape node; of several that a folded box hides, the last
    bool cut = false;           // by detach(): no gradient flows
};

// A call, a loop or one turn of it, a library call of several operations.
struct GraphGroup {
    Scope::Kind kind{};
    std::string title;       // f(a) · while b.norm() < 100 · turn 3
    std::int64_t turns = 0;  // of a loop
    int parent = -1;
    bool folded = false;
    bool elided = false;   // a run of turns in the middle of a long loop, as one box
    std::size_t size = 0;  // drawn tape nodes inside
    std::string key;       // the same for the same text: what the reader folded stays folded
};

struct Graph {
    std::vector<GraphNode> nodes;  // in the order of the tape
    std::vector<GraphEdge> edges;
    std::vector<GraphGroup> groups;
    std::vector<Untaken> untaken;  // branches, each a faint frame beneath the graph
    bool foldedByItself = false;   // too large to be read: it opened folded

    // Index of what shows a tape node; -1 where it is not drawn.
    [[nodiscard]] int indexOf(NodeId node) const;
    // Index of what shows the edge from a node to one of its operands; -1 where it is not drawn.
    [[nodiscard]] int edgeOf(NodeId user, std::size_t operand) const;

    std::vector<int> places;                                // of tape nodes
    std::unordered_map<std::uint64_t, std::uint32_t> ways;  // of tape edges
};

struct GraphOptions {
    bool constants = false;            // labels name them already
    std::map<std::string, bool> fold;  // by key: what the reader folded (true) or opened
    std::size_t most = 40;             // boxes that can be read at once; more, and loops and calls fold
};

[[nodiscard]] Graph buildGraph(const Recording& recording, const Source& source, const GraphOptions& options = {});
[[nodiscard]] Graph buildGraph(const Recording& recording, const Source& source, const Scopes& scopes, const GraphOptions& options);

}  // namespace backstep
