// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/syntax/ast.h"

#include <array>

#include "engine/base/numbers.h"

namespace backstep {
namespace {

constexpr std::array<const char*, 13> kBinary{"+", "-", "*", "/", "^", "//", "%", "@", "&", "|", "xor", "<<", ">>"};
constexpr std::array<const char*, 4> kUnary{"-", "not", "+", "~"};
constexpr std::array<const char*, 10> kCompare{"<", "<=", ">", ">=", "==", "!=", "in", "not-in", "is", "is-not"};
constexpr std::array<const char*, 4> kConstants{"None", "True", "False", "..."};
constexpr std::array<const char*, 4> kComprehensions{"list-of", "set-of", "dict-of", "generator-of"};

// Trees as lists in brackets; of a program with every part that its run depends on.
class Printer {
public:
    Printer(const Ast& ast, bool program) : ast_(ast), program_(program) {}

    [[nodiscard]] std::string expr(ExprId id) const {
        if (!id.valid()) return "_";
        return std::visit(*this, ast_.exprs[id].node);
    }
    [[nodiscard]] std::string stmt(StmtId id) const { return std::visit(*this, ast_.stmts[id].node); }

    // Of formulas
    std::string operator()(const BadExpr&) const { return "<bad>"; }
    std::string operator()(const NumberExpr& e) const {
        const std::string text = shortest(e.value);
        return !program_ && text.ends_with(".0") ? text.substr(0, text.size() - 2) : text;
    }
    std::string operator()(const NameExpr& e) const { return e.name; }
    std::string operator()(const UnaryExpr& e) const { return list(kUnary[static_cast<std::size_t>(e.op)], {e.operand}); }
    std::string operator()(const BinaryExpr& e) const { return list(kBinary[static_cast<std::size_t>(e.op)], {e.left, e.right}); }
    std::string operator()(const CompareExpr& e) const {
        std::string out = "(compare " + expr(e.first);
        for (std::size_t i = 0; i < e.ops.size(); ++i)
            out += std::string(" ") + kCompare[static_cast<std::size_t>(e.ops[i])] + " " + expr(e.rest[i]);
        return out + ")";
    }
    std::string operator()(const BoolExpr& e) const { return list(e.op == BoolOp::And ? "and" : "or", {e.left, e.right}); }
    std::string operator()(const CallExpr& e) const {
        return list(program_ ? "call " + expr(e.callee) : expr(e.callee), e.arguments, keywords(e.keywords));
    }
    std::string operator()(const ConditionalExpr& e) const { return list("if", {e.condition, e.whenTrue, e.whenFalse}); }

    // Of programs
    std::string operator()(const IntegerExpr& e) const { return e.digits; }
    std::string operator()(const TextExpr& e) const { return quoted(e.value); }
    std::string operator()(const FieldExpr& e) const {
        std::string out = "(field " + (e.label.empty() ? "" : quoted(e.label) + " ") + expr(e.value);
        if (e.conversion != 0) out += std::string(" !") + e.conversion;
        return out + (e.format.valid() ? " " + expr(e.format) : "") + ")";
    }
    std::string operator()(const FormattedExpr& e) const { return list("f", e.parts); }
    std::string operator()(const ConstantExpr& e) const { return kConstants[static_cast<std::size_t>(e.value)]; }
    std::string operator()(const TupleExpr& e) const { return list("tuple", e.items); }
    std::string operator()(const ListExpr& e) const { return list("list", e.items); }
    std::string operator()(const SetExpr& e) const { return list("set", e.items); }
    std::string operator()(const DictExpr& e) const {
        std::string out = "(dict";
        for (std::size_t i = 0; i < e.keys.size(); ++i) out += " " + (e.keys[i].valid() ? expr(e.keys[i]) + ":" : "**") + expr(e.values[i]);
        return out + ")";
    }
    std::string operator()(const StarredExpr& e) const { return "*" + expr(e.value); }
    std::string operator()(const AttributeExpr& e) const { return "(. " + expr(e.object) + " " + e.name + ")"; }
    std::string operator()(const SubscriptExpr& e) const { return list("at", {e.object, e.index}); }
    std::string operator()(const SliceExpr& e) const { return list("slice", {e.start, e.stop, e.step}); }
    std::string operator()(const LambdaExpr& e) const { return "(lambda " + parameters(e.parameters) + " " + expr(e.body) + ")"; }
    std::string operator()(const ComprehensionExpr& e) const {
        std::string out = std::string("(") + kComprehensions[static_cast<std::size_t>(e.kind)] + " " + expr(e.element);
        if (e.value.valid()) out += ":" + expr(e.value);
        for (const Generator& g : e.generators) out += " " + list("for " + expr(g.target) + " " + expr(g.iterable), g.conditions);
        return out + ")";
    }
    std::string operator()(const AssignmentExpr& e) const { return "(:= " + e.name + " " + expr(e.value) + ")"; }
    std::string operator()(const YieldExpr& e) const { return list(e.from ? "yield-from" : "yield", {e.value}); }
    std::string operator()(const UnsupportedExpr& e) const { return "<" + e.what + ">"; }

    // Statements
    std::string operator()(const ExpressionStmt& s) const { return expr(s.value); }
    std::string operator()(const AssignStmt& s) const { return "(set " + s.name + " " + expr(s.value) + ")"; }
    std::string operator()(const FunctionStmt& s) const {
        std::string text = "(def " + s.name + " (";
        for (std::size_t i = 0; i < s.parameters.size(); ++i) text += (i ? " " : "") + s.parameters[i];
        return text + ") " + expr(s.body) + ")";
    }
    std::string operator()(const StoreStmt& s) const { return list("=", s.targets, " " + expr(s.value)); }
    std::string operator()(const AugmentedStmt& s) const {
        return list(std::string(kBinary[static_cast<std::size_t>(s.op)]) + "=", {s.target, s.value});
    }
    std::string operator()(const AnnotatedStmt& s) const {
        return list(s.simple ? "annotate" : "annotate-place", {s.target, s.annotation, s.value});
    }
    std::string operator()(const IfStmt& s) const {
        std::string out = "(if";
        for (std::size_t i = 0; i < s.conditions.size(); ++i) out += " " + expr(s.conditions[i]) + " " + block(s.blocks[i]);
        return out + otherwise(" else ", s.otherwise) + ")";
    }
    std::string operator()(const WhileStmt& s) const {
        return "(while " + expr(s.condition) + " " + block(s.body) + otherwise(" else ", s.otherwise) + ")";
    }
    std::string operator()(const ForStmt& s) const {
        return "(for " + expr(s.target) + " " + expr(s.iterable) + " " + block(s.body) + otherwise(" else ", s.otherwise) + ")";
    }
    std::string operator()(const DefStmt& s) const {
        return decorators(s.decorators) + "(def " + s.name + " " + parameters(s.parameters) +
               (s.returns.valid() ? " -> " + expr(s.returns) : "") + " " + block(s.body) + ")";
    }
    std::string operator()(const ClassStmt& s) const {
        return decorators(s.decorators) + list("class " + s.name, s.bases, keywords(s.keywords) + " " + block(s.body));
    }
    std::string operator()(const ReturnStmt& s) const { return list("return", {s.value}); }
    std::string operator()(const DeleteStmt& s) const { return list("del", s.targets); }
    std::string operator()(const AssertStmt& s) const { return list("assert", {s.condition, s.message}); }
    std::string operator()(const RaiseStmt& s) const { return list("raise", {s.exception, s.cause}); }
    std::string operator()(const TryStmt& s) const {
        std::string out = "(try " + block(s.body);
        for (const Handler& h : s.handlers)
            out += " except " + expr(h.type) + (h.name.empty() ? "" : " as " + h.name) + " " + block(h.body);
        return out + otherwise(" else ", s.otherwise) + otherwise(" finally ", s.finally) + ")";
    }
    std::string operator()(const WithStmt& s) const {
        std::string out = "(with";
        for (const WithItem& item : s.items) out += " " + expr(item.context) + (item.target.valid() ? " as " + expr(item.target) : "");
        return out + " " + block(s.body) + ")";
    }
    std::string operator()(const ScopeStmt& s) const {
        std::string out = s.global ? "(global" : "(nonlocal";
        for (const std::string& name : s.names) out += " " + name;
        return out + ")";
    }
    std::string operator()(const ImportStmt& s) const { return "(import" + names(s.names) + ")"; }
    std::string operator()(const ImportFromStmt& s) const {
        return "(from " + std::string(static_cast<std::size_t>(s.level), '.') + s.module + " import" + names(s.names) + ")";
    }
    std::string operator()(const PassStmt&) const { return "pass"; }
    std::string operator()(const BreakStmt&) const { return "break"; }
    std::string operator()(const ContinueStmt&) const { return "continue"; }
    std::string operator()(const MagicStmt& s) const { return "(magic " + quoted(s.text) + ")"; }
    std::string operator()(const UnsupportedStmt& s) const { return "<" + s.what + ">"; }

private:
    const Ast& ast_;
    bool program_;

    [[nodiscard]] std::string list(const std::string& head, const std::vector<ExprId>& items, const std::string& tail = {}) const {
        std::string out = "(" + head;
        for (const ExprId id : items) out += " " + expr(id);
        return out + tail + ")";
    }
    [[nodiscard]] std::string block(const Block& body) const {
        std::string out = "{";
        for (const StmtId id : body) out += (out.size() > 1 ? "; " : "") + stmt(id);
        return out + "}";
    }
    [[nodiscard]] std::string otherwise(const char* word, const Block& body) const { return body.empty() ? "" : word + block(body); }
    [[nodiscard]] std::string keywords(const std::vector<Keyword>& all) const {
        std::string out;
        for (const Keyword& k : all) out += " " + (k.name.empty() ? "**" : k.name + "=") + expr(k.value);
        return out;
    }
    [[nodiscard]] std::string decorators(const std::vector<ExprId>& all) const {
        std::string out;
        for (const ExprId id : all) out += "@" + expr(id) + " ";
        return out;
    }
    [[nodiscard]] std::string parameters(const std::vector<Parameter>& all) const {
        using Kind = Parameter::Kind;
        std::string out = "(";
        Kind before = Kind::Ordinary;
        for (const Parameter& p : all) {
            if (out.size() > 1) out += " ";
            if (before == Kind::PositionalOnly && p.kind != Kind::PositionalOnly) out += "/ ";
            if (p.kind == Kind::KeywordOnly && before != Kind::KeywordOnly && before != Kind::Variadic) out += "* ";
            out += p.kind == Kind::Variadic ? "*" : p.kind == Kind::Keywords ? "**" : "";
            out += p.name + (p.annotation.valid() ? ":" + expr(p.annotation) : "") + (p.standard.valid() ? "=" + expr(p.standard) : "");
            before = p.kind;
        }
        return out + (before == Kind::PositionalOnly ? " /)" : ")");
    }
    [[nodiscard]] static std::string names(const std::vector<ImportedName>& all) {
        std::string out;
        for (const ImportedName& n : all) out += " " + n.name + (n.alias.empty() ? "" : " as " + n.alias);
        return out;
    }
    [[nodiscard]] static std::string quoted(const std::string& text) {
        constexpr std::string_view kHex = "0123456789abcdef";
        std::string out = "\"";
        for (const char c : text) {
            const auto code = static_cast<unsigned char>(c);
            if (c == '"' || c == '\\') out += '\\', out += c;
            else if (c == '\n') out += "\\n";
            else if (code < 0x20 || code == 0x7F) out += "\\x", out += kHex[code >> 4U], out += kHex[code & 15U];
            else out += c;
        }
        return out + "\"";
    }
};

bool isOfFormulas(const Stmt& s) {
    return std::holds_alternative<ExpressionStmt>(s.node) || std::holds_alternative<AssignStmt>(s.node) ||
           std::holds_alternative<FunctionStmt>(s.node);
}

const std::size_t kFirstOfPrograms = decltype(Expr::node)(IntegerExpr{}).index();

// Formulas have no whole numbers: 2 is 2.0 there.
bool isProgram(const Ast& ast) {
    for (const Stmt& s : ast.stmts) {
        if (!isOfFormulas(s)) return true;
    }
    for (const Expr& e : ast.exprs) {
        if (e.node.index() >= kFirstOfPrograms) return true;
    }
    return false;
}

}  // namespace

std::string toText(const Ast& ast, ExprId id) { return Printer(ast, isProgram(ast)).expr(id); }

std::string toText(const Ast& ast) {
    const Printer printer(ast, isProgram(ast));
    std::string out;
    for (const StmtId id : ast.body) out += printer.stmt(id) + '\n';
    return out;
}

}  // namespace backstep
