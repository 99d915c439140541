// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/export/formulanotation.h"

#include <array>
#include <optional>

#include "engine/base/numbers.h"
#include "engine/syntax/functions.h"
#include "engine/timeline/terms.h"

namespace backstep {
namespace {

using Kind = Notation::Kind;
using Grip = Term::Grip;

constexpr int kAllDigits = 17;

class FormulaWriter {
public:
    FormulaWriter(const Ast& ast, const Source& source, const Recording& recording) : ast_(ast), source_(source), r_(recording) {}

    std::vector<Notation> run() {
        std::vector<Notation> lines;
        for (const StmtId id : ast_.body) {
            const auto& node = ast_.stmts[id].node;
            if (const auto* s = std::get_if<ExpressionStmt>(&node)) lines.push_back(equation(headline(), s->value));
            else if (const auto* a = std::get_if<AssignStmt>(&node)) lines.push_back(equation(nameNotation(a->name), a->value));
            else if (const auto* f = std::get_if<FunctionStmt>(&node)) lines.push_back(equation(called(f->name, f->parameters), f->body));
        }
        return lines;
    }

private:
    const Ast& ast_;
    const Source& source_;
    const Recording& r_;

    Notation equation(Notation left, ExprId right) { return rowOf({std::move(left), markOf(Kind::relation, "="), of(right).notation}); }

    static Notation called(const std::string& name, const std::vector<std::string>& parameters) {
        std::vector<Notation> inside;
        for (const std::string& p : parameters) {
            if (!inside.empty()) inside.push_back(markOf(Kind::upright, ", "));
            inside.push_back(nameNotation(p));
        }
        return rowOf({nameNotation(name), bracketed(rowOf(std::move(inside)))});
    }
    [[nodiscard]] Notation headline() const {
        std::vector<std::string> names;
        for (const NodeId id : r_.inputs) names.push_back(r_.tape.nameOf(id));
        return names.empty() ? nameNotation(r_.function) : called(r_.function, names);
    }

    Term number(const NumberExpr& e, Span span) const {
        const std::string_view typed = source_.slice(span);
        const auto read = parseNumber(typed);
        if (!read || *read != e.value || typed.size() > 12) return numberTerm(e.value, kAllDigits);
        return {markOf(Kind::number, std::string(typed)), Grip::Atom, {}};
    }

    Term of(ExprId id) {
        const Term unknown{markOf(Kind::upright, "…"), Grip::Atom, {}};
        return std::visit(Overloaded{
                              [&](const NumberExpr& e) { return number(e, ast_.exprs[id].span); },
                              [&](const NameExpr& e) {
                                  return Term{nameNotation(e.name == "pi" ? "π" : e.name == "tau" ? "τ" : e.name), Grip::Atom, {}};
                              },
                              [&](const UnaryExpr& e) { return applied(e.op == UnaryOp::Minus ? Op::Neg : Op::Not, {of(e.operand)}); },
                              [&](const BinaryExpr&) { return binary(id); },
                              [&](const CompareExpr& e) { return comparison(e); },
                              [&](const BoolExpr& e) {
                                  return applied(e.op == BoolOp::And ? Op::And : Op::Or, {of(e.left), of(e.right)});
                              },
                              [&](const CallExpr& e) { return call(e); },
                              [&](const ConditionalExpr& e) {
                                  return applied(Op::Where, {of(e.condition), of(e.whenTrue), of(e.whenFalse)});
                              },
                              [&](const auto&) { return unknown; },
                          },
                          ast_.exprs[id].node);
    }

    // The spine of a long sum is walked in a loop.
    Term binary(ExprId id) {
        constexpr std::array<Op, 5> kOps{Op::Add, Op::Sub, Op::Mul, Op::Div, Op::Pow};
        std::vector<ExprId> spine;
        while (const auto* e = ast_.as<BinaryExpr>(id)) {
            spine.push_back(id);
            id = e->left;
        }
        Term left = of(id);
        for (; !spine.empty(); spine.pop_back()) {
            const auto* e = ast_.as<BinaryExpr>(spine.back());
            left = applied(kOps[static_cast<std::size_t>(e->op)], {std::move(left), of(e->right)});
        }
        return left;
    }

    Term comparison(const CompareExpr& e) {
        constexpr std::array<Op, 6> kOps{Op::Lt, Op::Le, Op::Gt, Op::Ge, Op::Eq, Op::Ne};
        Term all = of(e.first);
        for (std::size_t i = 0; i < e.ops.size(); ++i)
            all = applied(kOps[static_cast<std::size_t>(e.ops[i])], {std::move(all), of(e.rest[i])});
        return all;
    }

    Term call(const CallExpr& e) {
        const std::string& callee = ast_.as<NameExpr>(e.callee)->name;
        std::vector<Term> terms;
        for (const ExprId argument : e.arguments) terms.push_back(of(argument));
        const FunctionInfo* info = isOwn(callee) ? nullptr : findFunction(callee);
        const auto op = info == nullptr ? std::nullopt : opNamed(info->op);
        if (op && *op != Op::LeakyRelu) return applied(*op, std::move(terms));
        std::vector<Notation> inside;
        for (Term& term : terms) {
            if (!inside.empty()) inside.push_back(markOf(Kind::upright, ", "));
            inside.push_back(std::move(term.notation));
        }
        return {rowOf({nameNotation(callee), bracketed(rowOf(std::move(inside)))}), Grip::Atom, {}};
    }
    [[nodiscard]] bool isOwn(const std::string& name) const {
        for (const StmtId id : ast_.body) {
            const auto* f = std::get_if<FunctionStmt>(&ast_.stmts[id].node);
            if (f != nullptr && f->name == name) return true;
        }
        return false;
    }
};

}  // namespace

std::vector<Notation> formulaNotation(const Ast& ast, const Source& source, const Recording& recording) {
    return FormulaWriter(ast, source, recording).run();
}

}  // namespace backstep
