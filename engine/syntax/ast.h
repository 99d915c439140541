// SPDX-License-Identifier: GPL-3.0-or-later
// The syntax tree that every front end builds: expressions and statements in arenas, children by id, a span on each.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "engine/base/ids.h"
#include "engine/text/diagnostic.h"
#include "engine/text/source.h"

namespace backstep {

enum class UnaryOp : std::uint8_t { Minus, Not };
enum class BinaryOp : std::uint8_t { Add, Subtract, Multiply, Divide, Power };
enum class CompareOp : std::uint8_t { Less, LessEqual, Greater, GreaterEqual, Equal, NotEqual };
enum class BoolOp : std::uint8_t { And, Or };

struct NumberExpr {
    double value = 0;
};
struct NameExpr {
    std::string name;
};
struct UnaryExpr {
    UnaryOp op{};
    ExprId operand;
};
struct BinaryExpr {
    BinaryOp op{};
    ExprId left, right;
};
struct CompareExpr {  // a chain: first ops[0] rest[0] ops[1] rest[1] …
    ExprId first;
    std::vector<CompareOp> ops;
    std::vector<ExprId> rest;
};
struct BoolExpr {
    BoolOp op{};
    ExprId left, right;
};
struct CallExpr {
    ExprId callee;  // a NameExpr in math notation
    std::vector<ExprId> arguments;
};
struct ConditionalExpr {  // piecewise: only the branch taken is evaluated
    ExprId condition, whenTrue, whenFalse;
};
struct BadExpr {};  // where the text could not be read; a diagnostic says why

struct Expr {
    Span span;
    std::variant<BadExpr, NumberExpr, NameExpr, UnaryExpr, BinaryExpr, CompareExpr, BoolExpr, CallExpr, ConditionalExpr> node;
};

struct AssignStmt {
    std::string name;
    Span nameSpan;
    ExprId value;
};
struct FunctionStmt {  // f(x, y) = body
    std::string name;
    Span nameSpan;
    std::vector<std::string> parameters;
    ExprId body;
};
struct ExpressionStmt {
    ExprId value;
};

struct Stmt {
    Span span;
    std::variant<ExpressionStmt, AssignStmt, FunctionStmt> node;
};

struct Ast {
    Table<ExprId, Expr> exprs;
    Table<StmtId, Stmt> stmts;
    std::vector<StmtId> body;

    template <class T>
    [[nodiscard]] const T* as(ExprId id) const {
        return std::get_if<T>(&exprs[id].node);
    }
};

// Parsing never fails: it gives a tree (with BadExpr where it must) and diagnostics.
struct Parsed {
    Ast ast;
    std::vector<Diagnostic> diagnostics;
};

// For tests and for looking: (+ (* 2 x) 1).
[[nodiscard]] std::string toText(const Ast& ast, ExprId id);
[[nodiscard]] std::string toText(const Ast& ast);

}  // namespace backstep
