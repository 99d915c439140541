// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/autodiff/number_rules.h"

#include <map>
#include <stdexcept>

namespace backstep {

NumberRule::NumberRule(const Rule& rule) {
    for (const Rule::Node& node : rule.nodes) {
        if (node.kind == Rule::Kind::Number) constants_.push_back(node.number);
    }
    std::vector<std::uint8_t> registers;  // of each node of the tree; children come before what uses them
    std::size_t constant = kFirst;
    std::size_t next = kFirst + constants_.size();
    for (const Rule::Node& node : rule.nodes) {
        std::size_t at = 0;
        switch (node.kind) {
            using enum Rule::Kind;
            case A: case B: case C: case D: case E: case F: at = static_cast<std::size_t>(node.kind); break;
            case Y: at = kY; break;
            case V: at = kV; break;
            case Number: at = constant++; break;
            case Tensor: at = registers[node.children[0]]; break;
            case Apply: {
                Step step;
                step.kernel = scalarKernel64(node.op);
                step.count = node.count;
                for (std::size_t i = 0; i < node.count; ++i) step.operands[i] = registers[node.children[i]];
                steps_.push_back(step);
                at = next++;
                break;
            }
        }
        if (at >= kRegisters) throw std::logic_error("op.def: a rule is too long");
        registers.push_back(static_cast<std::uint8_t>(at));
    }
    result_ = registers.back();
}

namespace {

std::vector<NumberRule> makeRules() {
    static const Rule kNothing{{Rule::Node{}}};
    std::vector<NumberRule> rules;
    rules.reserve(kElementwiseEnd * 3);
    for (std::size_t op = 0; op < kElementwiseEnd; ++op) {
        for (std::size_t i = 0; i < 3; ++i) {
            const bool has = op >= 2 && !infoOf(static_cast<Op>(op)).rules[i].empty();
            rules.emplace_back(has ? ruleOf(static_cast<Op>(op), i) : kNothing);
        }
    }
    return rules;
}

}  // namespace

const NumberRule& numberRuleOf(Op op, std::size_t operand) {
    static const std::vector<NumberRule> kRules = makeRules();
    return kRules[static_cast<std::size_t>(op) * 3 + operand];
}

std::vector<double> numberAdjoints(const Tape& tape, NodeId output) {
    std::vector<double> adjoint(output.index() + 1, 0.0);
    std::vector<bool> reached(adjoint.size(), false);  // which is not the same as being 0: think of 0 · ∞
    adjoint[output.index()] = 1;
    reached[output.index()] = true;
    std::array<double, kMaxElementwise> values{};
    for (std::size_t i = output.index() + 1; i-- > 0;) {
        const NodeId node(i);
        const double v = adjoint[i];
        if (!reached[i] || !tape.requiresGrad(node)) continue;
        const auto operands = tape.operands(node);
        for (std::size_t k = 0; k < operands.size(); ++k) values[k] = tape.scalar(operands[k]);
        for (std::size_t k = 0; k < operands.size(); ++k) {
            if (!tape.requiresGrad(operands[k])) continue;
            reached[operands[k].index()] = true;
            adjoint[operands[k].index()] += numberRuleOf(tape.op(node), k).run(values.data(), operands.size(), tape.scalar(node), v);
        }
    }
    return adjoint;
}

}  // namespace backstep
