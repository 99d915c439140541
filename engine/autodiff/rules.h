// SPDX-License-Identifier: GPL-3.0-or-later
// The derivative rules of op.def, read once, run on any machine that can apply an op: one that records, one that only
// computes. A rule is the linear map v -> ∂y/∂operand · v of one operand.
#pragma once

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "engine/syntax/ast.h"
#include "engine/tape/op.h"

namespace backstep {

// A rule as a tree in an array; the root is last. Its text is an expression over a … f (operands), y and v with + - * / ^,
// comparisons, and, or, not and calls of ops by the names of the table; before it, names for what is needed more than
// once: "s = sigmoid(a); v * s * (1 + a * (1 - s))". A minus before a factor belongs to that factor.
struct Rule {
    enum class Kind : std::uint8_t { A, B, C, D, E, F, Y, V, Number, Apply, Tensor };
    struct Node {
        Kind kind{};
        Op op = Op::Constant;
        std::uint8_t count = 0;
        bool sign = false;    // written with an operator, not as a call
        bool shared = false;  // has a name in the text: run once
        std::array<std::uint16_t, kMaxElementwise> children{};
        double number = 0;
    };
    std::vector<Node> nodes;
};

[[nodiscard]] const Rule& ruleOf(Op op, std::size_t operand);

// The local partial as a textbook writes it, over a, b, c.
[[nodiscard]] const Ast& partialOf(Op op, std::size_t operand);

// Machine: using Ref; Ref operand(i), y(), v(), number(double); Ref apply(Op, const Ref*, count);
// optional<bool> known(Ref condition): whether a choice can be made now, so that the other side is not run at all.
// A machine for which it matters also has applySign(Op, const Ref*, count) for what is written with an operator, and
// asTensor(Ref) for `tensor(…)`: a number that is to count as a tensor. On such a machine things happen in PyTorch's order,
// which is that of GCC: the last operand first.
template <class Machine>
class RuleRun {
public:
    using Ref = typename Machine::Ref;
    RuleRun(const Rule& rule, Machine& machine) : rule_(rule), machine_(machine) {}

    // What has a name comes first, in the order of the text.
    Ref run() {
        for (std::size_t i = 0; i + 1 < rule_.nodes.size(); ++i) {
            if (rule_.nodes[i].shared) run(i);
        }
        return run(rule_.nodes.size() - 1);
    }

private:
    const Rule& rule_;
    Machine& machine_;
    std::vector<std::pair<std::size_t, Ref>> known_;

    Ref run(std::size_t at) {
        const Rule::Node& node = rule_.nodes[at];
        if (!node.shared) return fresh(node);
        for (const auto& [place, ref] : known_) {
            if (place == at) return ref;
        }
        Ref ref = fresh(node);
        known_.emplace_back(at, ref);
        return ref;
    }

    Ref fresh(const Rule::Node& node) {
        using enum Rule::Kind;
        switch (node.kind) {
            case A:
            case B:
            case C:
            case D:
            case E:
            case F: return machine_.operand(static_cast<std::size_t>(node.kind));
            case Y: return machine_.y();
            case V: return machine_.v();
            case Number: return machine_.number(node.number);
            case Apply: return applied(node);
            case Tensor: break;
        }
        Ref ref = run(node.children[0]);
        if constexpr (requires { machine_.asTensor(ref); }) ref = machine_.asTensor(ref);
        return ref;
    }

    Ref applied(const Rule::Node& node) {
        std::array<Ref, kMaxElementwise> operands{};
        const std::size_t first = node.op == Op::Where ? 1 : 0;
        if (first == 1) {
            operands[0] = run(node.children[0]);
            if (const auto known = machine_.known(operands[0])) return run(node.children[*known ? 1 : 2]);
        }
        if constexpr (requires { machine_.applySign(node.op, operands.data(), 2U); }) {
            for (std::size_t i = node.count; i-- > first;) operands[i] = run(node.children[i]);
            if (node.sign) return machine_.applySign(node.op, operands.data(), node.count);
        } else {
            for (std::size_t i = first; i < node.count; ++i) operands[i] = run(node.children[i]);
        }
        return machine_.apply(node.op, operands.data(), node.count);
    }
};

template <class Machine>
typename Machine::Ref runRule(const Rule& rule, Machine& machine) {
    return RuleRun<Machine>(rule, machine).run();
}

}  // namespace backstep
