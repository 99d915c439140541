// SPDX-License-Identifier: GPL-3.0-or-later
// The parser of valid programs: one class over several files, by what is read. It leaves at the first token that cannot
// stand where it stands; which of CPython's messages that deserves is not its business (python_faults.h).
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/syntax/python_parser.h"

namespace backstep {

struct Abandon {};  // thrown where the text cannot be read further; never leaves parsePython

class PythonParser {
public:
    PythonParser(const Source& source, ParsedProgram& out) : source_(source), out_(out) {}
    void program(const std::vector<PyToken>& tokens);
    [[nodiscard]] bool skipped() const { return skipped_; }             // something was passed over unread
    [[nodiscard]] std::size_t outermost() const { return outermost_; }  // the token where the statement of the outermost level began

private:
    const Source& source_;
    ParsedProgram& out_;
    const std::vector<PyToken>* tokens_ = nullptr;
    std::size_t at_ = 0;
    int depth_ = 0;
    bool skipped_ = false;
    std::size_t outermost_ = 0;
    std::vector<std::uint8_t> bracketed_;  // by ExprId: written in brackets of its own

    // Tokens
    [[nodiscard]] const PyToken& peek(std::size_t ahead = 0) const;
    [[nodiscard]] bool at(PyKind kind) const { return peek().kind == kind; }
    bool take(PyKind kind);
    void expect(PyKind kind);
    [[nodiscard]] std::string textOf(const PyToken& token) const { return std::string(source_.slice(token.span)); }
    [[nodiscard]] bool atWord(std::string_view word, std::size_t ahead = 0) const;
    [[nodiscard]] Span from(std::size_t first) const;  // from that token to the one before the next
    [[nodiscard]] Span spanOf(ExprId id) const { return out_.ast.exprs[id].span; }
    std::string name(Span* span = nullptr);
    void unsupported(std::string what, Span span, bool inTree = true);
    template <class Node>
    ExprId make(std::size_t first, Node node) {
        return out_.ast.exprs.add({from(first), std::move(node)});
    }
    template <class Node>
    StmtId add(std::size_t first, Node node) {
        return out_.ast.stmts.add({from(first), std::move(node)});
    }
    ExprId refuse(std::size_t first, std::string what);
    [[nodiscard]] bool isBracketed(ExprId id) const { return id.index() < bracketed_.size() && bracketed_[id.index()] != 0; }
    void refuseBareAssignment(ExprId id) const;

    // Statements
    void statement(Block& into);
    void simples(Block& into);
    StmtId simple();
    StmtId expressionOrAssignment();
    StmtId annotated(std::size_t first, ExprId target);
    StmtId stored(std::size_t first, ExprId target);
    StmtId deletion();
    StmtId assertion();
    StmtId raising();
    StmtId scope();
    StmtId importing();
    StmtId importingFrom();
    ImportedName imported(bool dotted);
    std::string dottedName();
    bool compound(Block& into);
    StmtId ifs();
    StmtId whiles();
    StmtId fors();
    StmtId tries();
    StmtId withs();
    std::vector<WithItem> withItems();
    StmtId decorated();
    StmtId function(std::size_t first, std::vector<ExprId> decorators);
    StmtId classes(std::size_t first, std::vector<ExprId> decorators);
    StmtId asynchronous(std::size_t first, const std::vector<ExprId>& decorators);
    bool atMatch() const;
    StmtId matching();
    Block block();
    std::vector<Parameter> parameters(PyKind end);
    Parameter parameter(PyKind end, Parameter::Kind kind);
    void handler(TryStmt& statement);

    // Targets
    void checkTarget(ExprId id, bool starred, bool within = true) const;
    void checkSingleTarget(ExprId id) const;
    ExprId targets();
    ExprId target();

    // Expressions
    struct Deeper;
    ExprId starExpressions();
    ExprId starExpression();
    ExprId yieldOrStars();
    ExprId yields();
    ExprId namedExpression();
    ExprId starNamedExpression();
    ExprId expression();
    ExprId disjunction();
    ExprId conjunction();
    ExprId negation();
    ExprId comparison();
    bool compareOp(CompareOp& op);
    ExprId binary(int weakest);
    ExprId power();
    ExprId primary();
    ExprId lambda();
    ExprId call(std::size_t first, ExprId callee);
    void arguments(CallExpr& call, bool generator);
    ExprId subscript(std::size_t first, ExprId object);
    ExprId slice();
    ExprId atom();
    ExprId number();
    ExprId parenthesised();
    ExprId inParentheses(std::size_t first, PyKind end);
    ExprId listDisplay();
    ExprId braces();
    [[nodiscard]] bool atComprehension() const;
    ExprId comprehension(std::size_t first, ComprehensionExpr::Kind kind, ExprId element, ExprId value, PyKind close);
    std::vector<Generator> generators(bool& async);

    // Strings (python_parser_strings.cpp)
    ExprId strings();
    ExprId field(Span part, std::uint32_t line, std::uint32_t lineStart);
};

// Calls f with each expression that is directly part of `node`; of a lambda its defaults too.
template <class F>
void forEachChild(const Expr& expr, F f) {
    const auto one = [&](ExprId id) {
        if (id.valid()) f(id);
    };
    const auto all = [&](const std::vector<ExprId>& ids) {
        for (const ExprId id : ids) one(id);
    };
    std::visit(Overloaded{
                   [](const auto&) {},
                   [&](const UnaryExpr& e) { one(e.operand); },
                   [&](const BinaryExpr& e) { one(e.left), one(e.right); },
                   [&](const CompareExpr& e) { one(e.first), all(e.rest); },
                   [&](const BoolExpr& e) { one(e.left), one(e.right); },
                   [&](const CallExpr& e) {
                       one(e.callee), all(e.arguments);
                       for (const Keyword& k : e.keywords) one(k.value);
                   },
                   [&](const ConditionalExpr& e) { one(e.condition), one(e.whenTrue), one(e.whenFalse); },
                   [&](const FieldExpr& e) { one(e.value), one(e.format); },
                   [&](const FormattedExpr& e) { all(e.parts); },
                   [&](const TupleExpr& e) { all(e.items); },
                   [&](const ListExpr& e) { all(e.items); },
                   [&](const SetExpr& e) { all(e.items); },
                   [&](const DictExpr& e) { all(e.keys), all(e.values); },
                   [&](const StarredExpr& e) { one(e.value); },
                   [&](const AttributeExpr& e) { one(e.object); },
                   [&](const SubscriptExpr& e) { one(e.object), one(e.index); },
                   [&](const SliceExpr& e) { one(e.start), one(e.stop), one(e.step); },
                   [&](const LambdaExpr& e) {
                       for (const Parameter& p : e.parameters) one(p.standard);
                       one(e.body);
                   },
                   [&](const ComprehensionExpr& e) {
                       one(e.element), one(e.value);
                       for (const Generator& g : e.generators) one(g.target), one(g.iterable), all(g.conditions);
                   },
                   [&](const AssignmentExpr& e) { one(e.value); },
                   [&](const YieldExpr& e) { one(e.value); },
               },
               expr.node);
}

}  // namespace backstep
