// SPDX-License-Identifier: GPL-3.0-or-later
// The derivative rules of op.def, read once, run on any machine that can apply an op: one that records, one that only
// computes. A rule is the linear map v -> ∂y/∂operand · v of one operand.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "engine/syntax/ast.h"
#include "engine/tape/op.h"

namespace backstep {

// A rule as a tree in an array; the root is last.
struct Rule {
    enum class Kind : std::uint8_t { A, B, C, Y, V, Number, Apply };
    struct Node {
        Kind kind{};
        Op op = Op::Constant;
        std::uint8_t count = 0;
        std::array<std::uint16_t, 3> children{};
        double number = 0;
    };
    std::vector<Node> nodes;
};

[[nodiscard]] const Rule& ruleOf(Op op, std::size_t operand);

// The local partial as a textbook writes it, over a, b, c.
[[nodiscard]] const Ast& partialOf(Op op, std::size_t operand);

// Machine: using Ref; Ref operand(i), y(), v(), number(double); Ref apply(Op, const Ref*, count);
// optional<bool> known(Ref condition): whether a choice can be made now, so that the other side is not run at all.
template <class Machine>
typename Machine::Ref runRule(const Rule& rule, Machine& machine, std::size_t at) {
    using Ref = typename Machine::Ref;
    const Rule::Node& node = rule.nodes[at];
    switch (node.kind) {
        case Rule::Kind::A: return machine.operand(0);
        case Rule::Kind::B: return machine.operand(1);
        case Rule::Kind::C: return machine.operand(2);
        case Rule::Kind::Y: return machine.y();
        case Rule::Kind::V: return machine.v();
        case Rule::Kind::Number: return machine.number(node.number);
        case Rule::Kind::Apply: break;
    }
    std::array<Ref, 3> operands{};
    operands[0] = runRule(rule, machine, node.children[0]);
    if (node.op == Op::Where) {
        if (const auto known = machine.known(operands[0])) return runRule(rule, machine, node.children[*known ? 1 : 2]);
    }
    for (std::size_t i = 1; i < node.count; ++i) operands[i] = runRule(rule, machine, node.children[i]);
    return machine.apply(node.op, operands.data(), node.count);
}

template <class Machine>
typename Machine::Ref runRule(const Rule& rule, Machine& machine) {
    return runRule(rule, machine, rule.nodes.size() - 1);
}

}  // namespace backstep
