// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of a recording run again: another seed, another direction, one edge alone. Nothing of the text runs; what is not on
// the tape (a backward that the program wrote itself) cannot be had this way and is said to be so.
//
// The graph that gradients flow over has *values* as its nodes: an output of an operation or a leaf. Several rows of the tape
// may stand for the same value (versions of a leaf, an output changed behind the graph's back): the first of them is its name.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "engine/tape/recording.h"

namespace backstep {

// From a value to the value of one operand of the operation that made it; a gradient flows along it.
struct WayEdge {
    NodeId value;
    NodeId node;                // the operation: the value itself, or what it is an output of
    std::uint16_t operand = 0;  // of `node`
    NodeId to;
};

using MaybeTensor = std::optional<Tensor>;

class Replay {
public:
    explicit Replay(const Recording& recording);  // keeps a reference to it
    ~Replay();
    Replay(const Replay&) = delete;
    Replay& operator=(const Replay&) = delete;

    [[nodiscard]] NodeId valueOf(NodeId node) const { return values_[node]; }
    [[nodiscard]] NodeId operationOf(NodeId value) const { return operations_[value]; }
    [[nodiscard]] std::size_t outputOf(NodeId value) const;
    [[nodiscard]] std::size_t outputsOf(NodeId node) const;
    // In the order of the operation's slots; none of a leaf.
    [[nodiscard]] std::vector<WayEdge> edgesOf(NodeId value) const;

    // What the rule of an operation sends to each operand, in its shape, from the adjoints of its outputs.
    [[nodiscard]] std::vector<MaybeTensor> pull(NodeId node, const std::vector<MaybeTensor>& adjoints);
    // What the tangent of one operand adds to that of the value.
    [[nodiscard]] MaybeTensor push(const WayEdge& edge, const Tensor& tangent);
    // The sum of two adjoints, or of two tangents, of one value.
    [[nodiscard]] Tensor sum(const Tensor& a, const Tensor& b);

    // The operation whose rule could not be run; none as long as all could. What pull() and push() gave then is nothing.
    [[nodiscard]] NodeId refused() const { return refused_; }

private:
    class Rules;  // of programs
    const Recording& r_;
    std::unique_ptr<Rules> rules_;
    Table<NodeId, NodeId> values_;          // of each row of the tape
    Table<NodeId, NodeId> operations_;      // of each value
    Table<NodeId, std::uint32_t> outputs_;  // of each operation: how many
    NodeId refused_;

    Rules& rules();
    void nameValues();
    template <class F>
    auto guarded(NodeId node, F&& body) -> decltype(body());
};

}  // namespace backstep
