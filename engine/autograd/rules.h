// SPDX-License-Identifier: GPL-3.0-or-later
// One node's turn in a reverse sweep: from the adjoints of its outputs to those of its operands, by operations on
// variables. With create_graph these are recorded, else they leave no trace.
#pragma once

#include "engine/autograd/autograd.h"
#include "engine/autograd/backward.h"

namespace backstep {

class Turn {
public:
    Turn(Autograd& autograd, NodeId node, std::vector<Var> adjoints, bool tracked);

    Autograd& g;  // on which the rule calls its operations

    [[nodiscard]] const Var& v(std::size_t output = 0) const { return adjoints_[output]; }  // null: nothing flows there
    [[nodiscard]] std::size_t outputs() const { return adjoints_.size(); }
    [[nodiscard]] std::size_t operands() const { return g.tape().operands(node_).size(); }
    [[nodiscard]] bool needs(std::size_t operand) const;
    // Saved values; a rule may ask only for those that its row of the table names.
    [[nodiscard]] Var operand(std::size_t i) const { return g.savedValue(node_, static_cast<std::uint8_t>(i), tracked_); }
    [[nodiscard]] Var result() const { return g.savedValue(node_, Autograd::Saved::kResult, tracked_); }
    // What is known of an operand without saving it.
    [[nodiscard]] TensorShape shapeOf(std::size_t i) const { return g.tape().value(g.tape().operands(node_)[i]).shape(); }
    [[nodiscard]] DType dtypeOf(std::size_t i) const { return g.tape().value(g.tape().operands(node_)[i]).dtype(); }
    [[nodiscard]] const Attributes& attributes() const { return g.tape().attributes(node_); }
    [[nodiscard]] NodeId node() const { return node_; }
    [[nodiscard]] bool tracked() const { return tracked_; }

    void give(std::size_t operand, Var adjoint) { given_[operand] = std::move(adjoint); }
    [[nodiscard]] std::vector<Var>& given() { return given_; }

private:
    NodeId node_;
    std::vector<Var> adjoints_;
    bool tracked_;
    std::vector<Var> given_;
};

// Runs the rule of the node's op. The adjoints given are not yet summed to the operands' shapes.
void runRule(Turn& turn);
// The same for the operation `node`, whose outputs' adjoints are given: for rules that hand on (CopySlices).
[[nodiscard]] std::vector<Var> runRuleOf(Autograd& autograd, NodeId node, std::vector<Var> adjoints, bool tracked);

// The adjoint summed over what broadcasting had added, in the dtype given (as PyTorch's engine does after each node).
[[nodiscard]] Var reducedTo(Autograd& autograd, const Var& adjoint, const TensorShape& shape, DType dtype);

namespace rules {
#define SHAPED(op, ...) void op(Turn& turn);
#include "engine/tape/shaped.def"
}  // namespace rules

}  // namespace backstep
