// SPDX-License-Identifier: GPL-3.0-or-later
// What a rule runs on: values alone, or a tape that records what the rule does.
#pragma once

#include <optional>
#include <span>

#include "engine/autodiff/rules.h"
#include "engine/tape/compute.h"
#include "engine/tape/lanes.h"
#include "engine/tape/tape.h"

namespace backstep {

// Computes; leaves no trace.
class ValueMachine {
public:
    using Ref = Tensor;
    explicit ValueMachine(const Tape& tape) : tape_(tape) {}

    // ∂node/∂operand · v, in the shape of the node.
    Tensor run(NodeId node, std::size_t operand, const Tensor& v) {
        node_ = node;
        v_ = v;
        // A rule that is a number (0, for steps) has no shape of its own.
        return runRule(ruleOf(tape_.op(node), operand), *this).expandedTo(tape_.value(node).shape());
    }
    Tensor add(const Tensor& a, const Tensor& b) { return apply(Op::Add, std::array{a, b}.data(), 2); }
    // Undoes broadcasting on the way back to an operand.
    Tensor reduceTo(NodeId operand, const Tensor& v) { return summedTo(v, tape_.value(operand).shape()); }

    Tensor operand(std::size_t i) const { return tape_.value(tape_.operands(node_)[i]); }
    Tensor y() const { return tape_.value(node_); }
    Tensor v() const { return v_; }
    Tensor number(double value) const { return Tensor(value, tape_.value(node_).dtype()); }
    static Tensor apply(Op op, const Tensor* operands, std::size_t count) { return compute(op, std::span(operands, count)).value(); }
    static std::optional<bool> known(const Tensor& condition) {
        return condition.isScalar() ? std::optional(condition.item() != 0) : std::nullopt;
    }

private:
    const Tape& tape_;
    NodeId node_;
    Tensor v_;
};

// Records on the same tape, so that what it does can be differentiated again.
class TapeMachine {
public:
    using Ref = NodeId;
    TapeMachine(Tape& tape, std::uint8_t order) : tape_(tape), order_(order) {}

    NodeId run(NodeId node, std::size_t operand, NodeId v) {
        node_ = node;
        v_ = v;
        return runRule(ruleOf(tape_.op(node), operand), *this);
    }
    NodeId add(NodeId a, NodeId b) { return apply(Op::Add, std::array{a, b}.data(), 2); }
    NodeId reduceTo(NodeId, NodeId v) const { return v; }  // a formula's values are scalars: nothing was broadcast

    NodeId operand(std::size_t i) const { return tape_.operands(node_)[i]; }
    NodeId y() const { return node_; }
    NodeId v() const { return v_; }
    NodeId number(double value) { return tape_.constant(Tensor(value), origin()); }
    NodeId apply(Op op, const NodeId* operands, std::size_t count) { return tape_.record(op, std::span(operands, count), origin()); }
    std::optional<bool> known(NodeId condition) const {
        return tape_.isConstant(condition) ? std::optional(tape_.scalar(condition) != 0) : std::nullopt;
    }

private:
    Tape& tape_;
    std::uint8_t order_;
    NodeId node_;
    NodeId v_;
    [[nodiscard]] Origin origin() const { return {tape_.origin(node_).span, node_, order_}; }
};

}  // namespace backstep
