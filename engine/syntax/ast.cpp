// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/syntax/ast.h"

#include <array>

#include "engine/base/numbers.h"

namespace backstep {
namespace {

constexpr std::array<const char*, 5> kBinary{"+", "-", "*", "/", "^"};
constexpr std::array<const char*, 6> kCompare{"<", "<=", ">", ">=", "==", "!="};

std::string compare(const Ast& ast, const CompareExpr& e) {
    std::string out = "(compare " + toText(ast, e.first);
    for (std::size_t i = 0; i < e.ops.size(); ++i) {
        out += std::string(" ") + kCompare[static_cast<std::size_t>(e.ops[i])] + " " + toText(ast, e.rest[i]);
    }
    return out + ")";
}

std::string number(double value) {
    const std::string text = shortest(value);
    return text.ends_with(".0") ? text.substr(0, text.size() - 2) : text;
}

}  // namespace

std::string toText(const Ast& ast, ExprId id) {
    const auto sub = [&](ExprId child) { return toText(ast, child); };
    return std::visit(
        Overloaded{
            [](const BadExpr&) { return std::string("<bad>"); },
            [](const NumberExpr& e) { return number(e.value); },
            [](const NameExpr& e) { return e.name; },
            [&](const UnaryExpr& e) { return (e.op == UnaryOp::Minus ? "(- " : "(not ") + sub(e.operand) + ")"; },
            [&](const BinaryExpr& e) {
                return "(" + std::string(kBinary[static_cast<std::size_t>(e.op)]) + " " + sub(e.left) + " " + sub(e.right) + ")";
            },
            [&](const CompareExpr& e) { return compare(ast, e); },
            [&](const BoolExpr& e) { return (e.op == BoolOp::And ? "(and " : "(or ") + sub(e.left) + " " + sub(e.right) + ")"; },
            [&](const CallExpr& e) {
                std::string out = "(" + sub(e.callee);
                for (const ExprId argument : e.arguments) out += " " + sub(argument);
                return out + ")";
            },
            [&](const ConditionalExpr& e) { return "(if " + sub(e.condition) + " " + sub(e.whenTrue) + " " + sub(e.whenFalse) + ")"; },
            [](const auto&) { return std::string("<program>"); },
        },
        ast.exprs[id].node);
}

std::string toText(const Ast& ast) {
    std::string out;
    for (const StmtId id : ast.body) {
        out += std::visit(Overloaded{
                              [&](const ExpressionStmt& s) { return toText(ast, s.value); },
                              [&](const AssignStmt& s) { return "(set " + s.name + " " + toText(ast, s.value) + ")"; },
                              [&](const FunctionStmt& s) {
                                  std::string text = "(def " + s.name + " (";
                                  for (std::size_t i = 0; i < s.parameters.size(); ++i) text += (i ? " " : "") + s.parameters[i];
                                  return text + ") " + toText(ast, s.body) + ")";
                              },
                              [](const auto&) { return std::string("<program>"); },
                          },
                          ast.stmts[id].node);
        out += '\n';
    }
    return out;
}

}  // namespace backstep
