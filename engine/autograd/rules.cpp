// SPDX-License-Identifier: GPL-3.0-or-later
// Rules run: those of op.def are text, read once; those of shaped.def are functions.
#include "engine/autograd/rules.h"

#include <array>

#include "engine/autodiff/rules.h"

namespace backstep {
namespace {

// The text rules on variables: every step is an operation of its own, recorded with create_graph.
class VariableMachine {
public:
    using Ref = Var;
    explicit VariableMachine(const Turn& turn) : turn_(turn) {}

    Var operand(std::size_t i) const { return turn_.operand(i); }
    Var y() const { return turn_.result(); }
    Var v() const { return turn_.v(); }
    Var number(double value) const { return turn_.g.number(value, DType::Float64); }
    Var apply(Op op, const Var* operands, std::size_t count) const { return turn_.g.apply(op, std::span(operands, count)); }
    static std::optional<bool> known(const Var& condition) {
        return condition->dims() == 0 && !condition->requiresGrad ? std::optional(condition->item() != 0) : std::nullopt;
    }

private:
    const Turn& turn_;
};

}  // namespace

Turn::Turn(Autograd& autograd, NodeId node, std::vector<Var> adjoints, bool tracked)
    : g(autograd), node_(node), adjoints_(std::move(adjoints)), tracked_(tracked), given_(autograd.tape().operands(node).size()) {}

bool Turn::needs(std::size_t operand) const { return g.tape().requiresGrad(g.tape().operands(node_)[operand]); }

void runRule(Turn& turn) {
    const Op op = turn.g.tape().op(turn.node());
    if (isElementwise(op)) {
        if (!turn.v()) return;
        for (std::size_t i = 0; i < turn.operands(); ++i) {
            if (!turn.needs(i)) continue;
            VariableMachine machine(turn);
            turn.give(i, runRule(ruleOf(op, i), machine));
        }
        return;
    }
    using Rule = void (*)(Turn&);
    static constexpr std::array<Rule, kOpCount - kElementwiseEnd> kRules{
#define SHAPED(op, ...) &rules::op,
#include "engine/tape/shaped.def"
    };
    kRules[static_cast<std::size_t>(op) - kElementwiseEnd](turn);
}

std::vector<Var> runRuleOf(Autograd& autograd, NodeId node, std::vector<Var> adjoints, bool tracked) {
    Turn turn(autograd, node, std::move(adjoints), tracked);
    runRule(turn);
    return std::move(turn.given());
}

}  // namespace backstep
