// SPDX-License-Identifier: GPL-3.0-or-later
// A program that ended with an error, to be asked about: what stands where, what a name was, where it came from.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/run/explain.h"

namespace backstep {

class ProgramView {
public:
    explicit ProgramView(const ErrorContext& context);

    const Source& source;
    const Ast& ast;
    const Recording& recording;
    const ProgramReport& report;
    const ProgramError& error;

    // --- text ---
    [[nodiscard]] std::string text(Span span) const { return std::string(source.slice(span)); }
    [[nodiscard]] std::string text(ExprId id) const { return id.valid() ? text(spanOf(id)) : std::string(); }
    [[nodiscard]] std::uint32_t line(Span span) const { return shown(source.placeOf(span.begin).line); }
    [[nodiscard]] std::uint32_t shown(std::uint32_t line) const { return shownLine_ ? shownLine_(line) : line; }
    [[nodiscard]] std::uint32_t lineStart(std::uint32_t offset) const;
    [[nodiscard]] std::string indentOf(std::uint32_t offset) const;  // of its line

    // --- tree ---
    [[nodiscard]] Span spanOf(ExprId id) const { return ast.exprs[id].span; }
    [[nodiscard]] Span spanOf(StmtId id) const { return ast.stmts[id].span; }
    template <class T>
    [[nodiscard]] const T* as(ExprId id) const {
        return id.valid() ? ast.as<T>(id) : nullptr;
    }
    template <class T>
    [[nodiscard]] const T* as(StmtId id) const {
        return id.valid() ? std::get_if<T>(&ast.stmts[id].node) : nullptr;
    }
    [[nodiscard]] ExprId at(Span span) const;                      // the smallest expression around the span
    [[nodiscard]] StmtId statementAt(std::uint32_t offset) const;  // the innermost
    [[nodiscard]] ExprId parent(ExprId id) const { return exprParent_[id]; }
    [[nodiscard]] StmtId parent(StmtId id) const { return stmtParent_[id]; }
    [[nodiscard]] StmtId statementOf(ExprId id) const { return exprStmt_[id]; }
    template <class F>
    void forEach(F&& f) const {  // every expression, in the order in which they stand in the arena
        for (std::size_t i = 0; i < ast.exprs.size(); ++i) f(ExprId(i));
    }
    // The nearest `with torch.no_grad():` (or inference_mode) around the offset: its context expression; none if there is none.
    [[nodiscard]] ExprId noGradAround(std::uint32_t offset) const;
    // The function around the offset; none at the outermost level.
    [[nodiscard]] StmtId functionAround(std::uint32_t offset) const;
    [[nodiscard]] StmtId loopAround(std::uint32_t offset) const;
    // The value that the name was last given before the offset, by a plain assignment; none if there is no such.
    [[nodiscard]] ExprId assignedBefore(const std::string& name, std::uint32_t offset) const;
    [[nodiscard]] ExprId assignedAfter(const std::string& name, std::uint32_t offset) const;
    // How the program calls a module: "torch" where it says import torch, "th" where import torch as th; empty: not at all.
    [[nodiscard]] std::string aliasOf(const std::string& module) const;

    // --- calls ---
    [[nodiscard]] const CallExpr* callAt(Span span, ExprId* id = nullptr) const;
    [[nodiscard]] ExprId receiver(const CallExpr& call) const;         // x of x.f(…); none for f(…)
    [[nodiscard]] std::string calledName(const CallExpr& call) const;  // f
    [[nodiscard]] std::uint32_t closingParenthesis(ExprId call) const { return spanOf(call).end - 1; }

    // --- values, when the error came ---
    [[nodiscard]] const Reported* named(const std::string& name) const;
    [[nodiscard]] std::optional<Reported> value(ExprId id) const;
    // The tape's node that is the value of the expression; none if it is not known.
    [[nodiscard]] NodeId node(ExprId id) const;

    // An expression that may have .f put behind it as it stands: a name, a call, x[0], x.y, something in parentheses.
    [[nodiscard]] bool isAtom(ExprId id) const;

private:
    std::function<std::uint32_t(std::uint32_t)> shownLine_;
    Table<ExprId, ExprId> exprParent_;
    Table<ExprId, StmtId> exprStmt_;
    Table<StmtId, StmtId> stmtParent_;
    void visit(StmtId id, StmtId parent);
    void visit(ExprId id, ExprId parent, StmtId stmt);
    void visit(const std::vector<StmtId>& block, StmtId parent);
};

[[nodiscard]] std::string sizesOf(const TensorShape& shape);  // "[2, 3]"
[[nodiscard]] std::string dtypeOf(const Tensor& tensor);      // "float32"

}  // namespace backstep
