// SPDX-License-Identifier: GPL-3.0-or-later
// Which names of a formula are inputs.
#include <algorithm>
#include <set>

#include "engine/run/formula.h"
#include "engine/syntax/functions.h"

namespace backstep {
namespace {

class NameCollector {
public:
    explicit NameCollector(const Ast& ast) : ast_(ast) {}

    std::vector<std::string> run() {
        const Stmt* last = ast_.body.empty() ? nullptr : &ast_.stmts[ast_.body.back()];
        if (last != nullptr) {
            if (const auto* f = std::get_if<FunctionStmt>(&last->node)) {
                for (const std::string& p : f->parameters) add(p);
            }
        }
        for (const StmtId id : ast_.body) {
            if (const auto* line = std::get_if<AssignStmt>(&ast_.stmts[id].node)) lines_.insert(line->name);
        }
        for (const StmtId id : ast_.body) statement(ast_.stmts[id], &ast_.stmts[id] == last);
        return names_;
    }

private:
    const Ast& ast_;
    std::set<std::string> bound_;
    std::set<std::string> lines_;  // names that any line gives a value
    std::vector<std::string> names_;

    void add(const std::string& name) {
        if (bound_.contains(name) || std::find(names_.begin(), names_.end(), name) != names_.end()) return;
        names_.push_back(name);
    }

    void statement(const Stmt& stmt, bool last) {
        std::visit(Overloaded{
                       [&](const ExpressionStmt& s) { walk(s.value, {}); },
                       [&](const AssignStmt& s) {
                           walk(s.value, {});
                           bound_.insert(s.name);
                       },
                       [&](const FunctionStmt& s) {  // a body is read where it is called: a line below may have given the name by then
                           std::set<std::string> own = last ? std::set<std::string>() : lines_;
                           if (!last) own.insert(s.parameters.begin(), s.parameters.end());
                           walk(s.body, own);
                       },
                       [](const auto&) {},
                   },
                   stmt.node);
    }

    // An explicit stack: a sum of thousands of terms is a deep tree.
    void walk(ExprId root, const std::set<std::string>& parameters) {
        std::vector<ExprId> stack{root};
        while (!stack.empty()) {
            const ExprId id = stack.back();
            stack.pop_back();
            if (const auto* name = ast_.as<NameExpr>(id)) {
                double ignored = 0;
                const bool declared = std::find(names_.begin(), names_.end(), name->name) != names_.end();
                if (!parameters.contains(name->name) && (declared || !isConstantName(name->name, ignored))) add(name->name);
                continue;
            }
            // Pushed last to first, so that names come in the order of the text.
            std::vector<ExprId> children = childrenOf(id);
            std::sort(children.begin(), children.end(),
                      [&](ExprId x, ExprId y) { return ast_.exprs[x].span.begin > ast_.exprs[y].span.begin; });
            stack.insert(stack.end(), children.begin(), children.end());
        }
    }

    std::vector<ExprId> childrenOf(ExprId id) const {
        return std::visit(Overloaded{
                              [](const UnaryExpr& e) { return std::vector<ExprId>{e.operand}; },
                              [](const BinaryExpr& e) {
                                  return std::vector<ExprId>{e.left, e.right};
                              },
                              [](const BoolExpr& e) {
                                  return std::vector<ExprId>{e.left, e.right};
                              },
                              [](const CompareExpr& e) {
                                  std::vector<ExprId> all{e.first};
                                  all.insert(all.end(), e.rest.begin(), e.rest.end());
                                  return all;
                              },
                              [](const CallExpr& e) { return e.arguments; },
                              [](const ConditionalExpr& e) {
                                  return std::vector<ExprId>{e.condition, e.whenTrue, e.whenFalse};
                              },
                              [](const auto&) { return std::vector<ExprId>{}; },
                          },
                          ast_.exprs[id].node);
    }
};

}  // namespace

std::vector<std::string> inputNames(const Ast& ast) { return NameCollector(ast).run(); }

}  // namespace backstep
