// SPDX-License-Identifier: GPL-3.0-or-later
// What Python accepts with a warning: x is 1, 1(), assert (a, b).
#include <algorithm>
#include <string_view>

#include "engine/syntax/python_parser_checks.h"

namespace backstep {
namespace {

class Warnings {
public:
    Warnings(const Source& source, const Ast& ast) : source_(source), ast_(ast) {}

    std::vector<SyntaxWarning> run() {
        for (const Expr& expr : ast_.exprs) {
            if (const auto* compare = std::get_if<CompareExpr>(&expr.node)) identity(*compare, expr.span);
            if (const auto* call = std::get_if<CallExpr>(&expr.node)) called(*call, expr.span);
            if (const auto* subscript = std::get_if<SubscriptExpr>(&expr.node)) subscripted(*subscript, expr.span);
        }
        for (const Stmt& stmt : ast_.stmts) {
            const auto* assertion = std::get_if<AssertStmt>(&stmt.node);
            const auto* tuple = assertion != nullptr ? ast_.as<TupleExpr>(assertion->condition) : nullptr;
            if (tuple != nullptr && !tuple->items.empty()) warn(stmt.span, "assertion is always true, perhaps remove parentheses?");
        }
        std::stable_sort(out_.begin(), out_.end(),
                         [](const SyntaxWarning& a, const SyntaxWarning& b) { return a.span.begin < b.span.begin; });
        return std::move(out_);
    }

private:
    const Source& source_;
    const Ast& ast_;
    std::vector<SyntaxWarning> out_;

    void warn(Span span, std::string message) { out_.push_back({std::move(message), span, source_.placeOf(span.begin).line}); }

    // The type that CPython knows an expression to have before it runs; empty for none.
    [[nodiscard]] std::string_view typeOf(ExprId id) const {
        return std::visit(
            Overloaded{
                [](const auto&) { return std::string_view(); },
                [](const NumberExpr&) { return std::string_view("float"); },
                [](const IntegerExpr&) { return std::string_view("int"); },
                [](const TextExpr&) { return std::string_view("str"); },
                [](const FormattedExpr&) { return std::string_view("str"); },
                [](const TupleExpr&) { return std::string_view("tuple"); },
                [](const ListExpr&) { return std::string_view("list"); },
                [](const SetExpr&) { return std::string_view("set"); },
                [](const DictExpr&) { return std::string_view("dict"); },
                [](const LambdaExpr&) { return std::string_view("function"); },
                [](const ComprehensionExpr& e) {
                    using Kind = ComprehensionExpr::Kind;
                    return std::string_view(e.kind == Kind::List   ? "list"
                                            : e.kind == Kind::Set  ? "set"
                                            : e.kind == Kind::Dict ? "dict"
                                                                   : "generator");
                },
                [](const ConstantExpr& e) {
                    return std::string_view(e.value == Constant::None ? "NoneType" : e.value == Constant::Ellipsis ? "ellipsis" : "bool");
                },
            },
            ast_.exprs[id].node);
    }
    // A value that is the same object or not by chance only.
    [[nodiscard]] bool isLiteral(ExprId id) const {
        if (const auto* unary = ast_.as<UnaryExpr>(id))
            return unary->op != UnaryOp::Not && isLiteral(unary->operand) && ast_.as<TextExpr>(unary->operand) == nullptr;
        if (const auto* binary = ast_.as<BinaryExpr>(id)) return isLiteral(binary->left) && isLiteral(binary->right);  // folded
        if (const auto* tuple = ast_.as<TupleExpr>(id)) {
            return std::all_of(tuple->items.begin(), tuple->items.end(),
                               [&](ExprId item) { return isLiteral(item) || ast_.as<ConstantExpr>(item) != nullptr; });
        }
        return ast_.as<NumberExpr>(id) != nullptr || ast_.as<IntegerExpr>(id) != nullptr || ast_.as<TextExpr>(id) != nullptr;
    }

    void identity(const CompareExpr& e, Span span) {
        ExprId left = e.first;
        for (std::size_t i = 0; i < e.ops.size(); ++i) {
            const bool is = e.ops[i] == CompareOp::Is;
            if ((is || e.ops[i] == CompareOp::IsNot) && (isLiteral(left) || isLiteral(e.rest[i]))) {
                return warn(span, is ? "\"is\" with a literal. Did you mean \"==\"?" : "\"is not\" with a literal. Did you mean \"!=\"?");
            }
            left = e.rest[i];
        }
    }
    void called(const CallExpr& e, Span span) {
        const std::string_view type = typeOf(e.callee);
        if (!type.empty() && type != "function")
            warn(span, "'" + std::string(type) + "' object is not callable; perhaps you missed a comma?");
    }
    void subscripted(const SubscriptExpr& e, Span span) {
        const std::string_view type = typeOf(e.object);
        if (type == "NoneType" || type == "ellipsis" || type == "int" || type == "float" || type == "bool" || type == "set" ||
            type == "generator" || type == "function") {
            return warn(span, "'" + std::string(type) + "' object is not subscriptable; perhaps you missed a comma?");
        }
        const std::string_view index = typeOf(e.index);
        if (type.empty() || type == "dict" || index.empty() || index == "int" || index == "bool") return;
        warn(span, std::string(type) + " indices must be integers or slices, not " + std::string(index) + "; perhaps you missed a comma?");
    }
};

}  // namespace

std::vector<SyntaxWarning> warningsOf(const Source& source, const Ast& ast) { return Warnings(source, ast).run(); }

}  // namespace backstep
