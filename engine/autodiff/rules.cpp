// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/autodiff/rules.h"

#include <stdexcept>
#include <string>

#include "engine/syntax/functions.h"
#include "engine/syntax/math_parser.h"

namespace backstep {
namespace {

// A rule that cannot be read is a fault of op.def, not of the person: it throws at the first use, and tests use all.
[[noreturn]] void broken(std::string_view text) { throw std::logic_error("op.def: cannot read rule: " + std::string(text)); }

Ast read(std::string_view text) {
    Parsed parsed = parseMath(Source(std::string(text)));
    if (!parsed.diagnostics.empty() || parsed.ast.body.size() != 1) broken(text);
    return std::move(parsed.ast);
}

ExprId expressionOf(const Ast& ast) { return std::get<ExpressionStmt>(ast.stmts[ast.body.front()].node).value; }

class RuleReader {
public:
    explicit RuleReader(std::string_view text) : text_(text), ast_(read(text)) { add(expressionOf(ast_)); }
    Rule rule;

private:
    std::string_view text_;
    Ast ast_;

    std::uint16_t push(Rule::Node node) {
        rule.nodes.push_back(node);
        return static_cast<std::uint16_t>(rule.nodes.size() - 1);
    }
    std::uint16_t apply(Op op, const std::vector<ExprId>& operands) {
        Rule::Node node{Rule::Kind::Apply, op, static_cast<std::uint8_t>(operands.size()), {}, 0};
        for (std::size_t i = 0; i < operands.size(); ++i) node.children[i] = add(operands[i]);
        return push(node);
    }
    std::uint16_t leaf(Rule::Kind kind) { return push({kind, Op::Constant, 0, {}, 0}); }

    std::uint16_t add(ExprId id) {
        return std::visit(
            Overloaded{
                [&](const NumberExpr& e) { return push({Rule::Kind::Number, Op::Constant, 0, {}, e.value}); },
                [&](const NameExpr& e) { return name(e.name); },
                [&](const UnaryExpr& e) { return apply(e.op == UnaryOp::Minus ? Op::Neg : Op::Not, {e.operand}); },
                [&](const BinaryExpr& e) {
                    constexpr std::array<Op, 5> kOps{Op::Add, Op::Sub, Op::Mul, Op::Div, Op::Pow};
                    return apply(kOps[static_cast<std::size_t>(e.op)], {e.left, e.right});
                },
                [&](const CompareExpr& e) {
                    constexpr std::array<Op, 6> kOps{Op::Lt, Op::Le, Op::Gt, Op::Ge, Op::Eq, Op::Ne};
                    if (e.ops.size() != 1) broken(text_);
                    return apply(kOps[static_cast<std::size_t>(e.ops[0])], {e.first, e.rest[0]});
                },
                [&](const BoolExpr& e) { return apply(e.op == BoolOp::And ? Op::And : Op::Or, {e.left, e.right}); },
                [&](const CallExpr& e) {
                    const auto* info = findFunction(ast_.as<NameExpr>(e.callee)->name);
                    return apply(opNamed(info->op).value(), e.arguments);
                },
                [&](const auto&) -> std::uint16_t { broken(text_); },
            },
            ast_.exprs[id].node);
    }
    std::uint16_t name(const std::string& name) {
        if (name == "a") return leaf(Rule::Kind::A);
        if (name == "b") return leaf(Rule::Kind::B);
        if (name == "c") return leaf(Rule::Kind::C);
        if (name == "y") return leaf(Rule::Kind::Y);
        if (name == "v") return leaf(Rule::Kind::V);
        broken(text_);
    }
};

template <class T, class F>
std::vector<std::array<T, 3>> forEveryOperand(F make) {
    std::vector<std::array<T, 3>> all(kElementwiseEnd);
    for (std::size_t op = 2; op < kElementwiseEnd; ++op) {
        const OpInfo& info = infoOf(static_cast<Op>(op));
        for (std::size_t i = 0; i < info.operands; ++i) all[op][i] = make(info, i);
    }
    return all;
}

}  // namespace

const Rule& ruleOf(Op op, std::size_t operand) {
    static const auto rules = forEveryOperand<Rule>([](const OpInfo& info, std::size_t i) { return RuleReader(info.rules[i]).rule; });
    return rules[static_cast<std::size_t>(op)][operand];
}

const Ast& partialOf(Op op, std::size_t operand) {
    static const auto partials = forEveryOperand<Ast>([](const OpInfo& info, std::size_t i) { return read(info.partials[i]); });
    return partials[static_cast<std::size_t>(op)][operand];
}

}  // namespace backstep
