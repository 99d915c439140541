// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/timeline/terms.h"

#include <array>
#include <cmath>
#include <functional>
#include <utility>

#include "engine/autodiff/rules.h"
#include "engine/base/numbers.h"
#include "engine/syntax/functions.h"
#include "engine/timeline/tensorterms.h"

namespace backstep {
namespace {

using Kind = Notation::Kind;
using Grip = Term::Grip;

Notation leaf(Kind kind, std::string text) {
    Notation n;
    n.kind = kind;
    n.text = std::move(text);
    return n;
}
Notation nest(Kind kind, std::vector<Notation> children) {
    Notation n;
    n.kind = kind;
    n.children = std::move(children);
    return n;
}

// "⁽¹²⁾" → "(12)".
std::string counted(const std::string& raised) {
    static constexpr std::u32string_view kRaised = U"⁰¹²³⁴⁵⁶⁷⁸⁹";
    std::string text = "(";
    for (std::size_t at = 0; at < raised.size();) {
        const auto digit = kRaised.find(decodeUtf8(raised, at));
        if (digit != std::u32string_view::npos) text += static_cast<char>('0' + digit);
    }
    return text + ")";
}

Notation held(Term term, Grip least) { return term.grip < least ? bracketed(std::move(term.notation)) : std::move(term.notation); }

Term infix(Kind kind, const char* sign, Grip grip, std::vector<Term> t, bool strictRight) {
    Notation left = held(std::move(t[0]), grip);
    const auto right =
        strictRight || t[1].grip == Grip::Sign ? static_cast<Grip>(static_cast<int>(grip) + (t[1].grip == Grip::Sign ? 2 : 1)) : grip;
    Notation second = held(std::move(t[1]), right);
    return {rowOf({std::move(left), leaf(kind, sign), std::move(second)}), grip, {}};
}

// sin x for an atom, sin(x + 1) for more.
Term function(const char* name, std::vector<Term> t) {
    const bool bare = t.size() == 1 && t[0].grip == Grip::Atom && t[0].notation.kind != Kind::paren &&
                      t[0].notation.kind != Kind::fraction && t[0].notation.kind != Kind::absolute;
    if (bare) {
        Notation space = leaf(Kind::upright, std::string(name) + "\u2009");
        return {rowOf({std::move(space), std::move(t[0].notation)}), Grip::Product, {}};
    }
    std::vector<Notation> inside;
    for (std::size_t i = 0; i < t.size(); ++i) {
        if (i > 0) inside.push_back(leaf(Kind::upright, ", "));
        inside.push_back(std::move(t[i].notation));
    }
    return {rowOf({leaf(Kind::upright, name), bracketed(rowOf(std::move(inside)))}), Grip::Power, {}};
}

Term power(Term base, Term exponent) {
    Notation under = held(std::move(base), Grip::Atom);
    return {nest(Kind::superscript, {std::move(under), std::move(exponent.notation)}), Grip::Power, {}};
}

Term choice(Term condition, Term yes, Term no) {
    return {rowOf({leaf(Kind::upright, "where"),
                   bracketed(rowOf({std::move(condition.notation), leaf(Kind::upright, ", "), std::move(yes.notation),
                                    leaf(Kind::upright, ", "), std::move(no.notation)}))}),
            Grip::Power,
            {}};
}

// alpha · a, and a alone where alpha is 1.
Term scaled(Term factor, Term term) { return factor.constant == 1.0 ? term : applied(Op::Mul, {std::move(factor), std::move(term)}); }

// How each op reads; anything not listed is a function by its name.
const char* functionName(Op op) {
    using enum Op;
    switch (op) {
        case Sigmoid: return "σ";
        case LogBase: return "log";
        case Log: return "log";
        case Square: return "square";
        default: return infoOf(op).name.data();
    }
}

Term constantNumber(double value, NodeId link = {}) {
    Term term = numberTerm(value, 6, Ink::text, link);
    term.constant = value;
    return term;
}

// Both factors are tensors: the product is element by element.
bool isProductOfTensors(const Tape& tape, NodeId node) {
    const auto ids = tape.operands(node);
    return tape.op(node) == Op::Mul && !tape.value(ids[0]).isScalar() && !tape.value(ids[1]).isScalar();
}

// A torch.autograd.Function of the program's own.
template <class TermAt>
Term calledTerm(const std::string& name, std::size_t count, const TermAt& at) {
    std::vector<Term> terms;
    for (std::size_t i = 0; i < count; ++i) terms.push_back(at(i));
    return function(name.c_str(), std::move(terms));
}

// An Ast of op.def with terms for its names.
class AstTerms {
public:
    AstTerms(const Ast& ast, std::function<Term(char)> operand) : ast_(ast), operand_(std::move(operand)) {}

    Term of(ExprId id) const {
        return std::visit(
            Overloaded{
                [](const NumberExpr& e) { return constantNumber(e.value); },
                [&](const NameExpr& e) {
                    if (e.name == "pi") return Term{nameNotation("π"), Grip::Atom, {}};
                    return operand_(e.name[0]);
                },
                [&](const UnaryExpr& e) { return applied(e.op == UnaryOp::Minus ? Op::Neg : Op::Not, {of(e.operand)}); },
                [&](const BinaryExpr& e) {
                    constexpr std::array<Op, 5> kOps{Op::Add, Op::Sub, Op::Mul, Op::Div, Op::Pow};
                    return simplified(kOps[static_cast<std::size_t>(e.op)], of(e.left), of(e.right));
                },
                [&](const CompareExpr& e) { return comparison(e); },
                [&](const BoolExpr& e) {
                    return applied(e.op == BoolOp::And ? Op::And : Op::Or, {of(e.left), of(e.right)});
                },
                [&](const CallExpr& e) {
                    std::vector<Term> terms;
                    for (const ExprId a : e.arguments) terms.push_back(of(a));
                    return applied(opNamed(findFunction(ast_.as<NameExpr>(e.callee)->name)->op).value(), std::move(terms));
                },
                [&](const ConditionalExpr& e) { return piecewise(e); }, [](const auto&) { return Term{}; },  // a rule has no other kind
            },
            ast_.exprs[id].node);
    }

private:
    const Ast& ast_;
    std::function<Term(char)> operand_;

    // b·a^(b−1) with b = 2 reads 2·x, as a textbook has it; with symbols b stays.
    static Term simplified(Op op, Term left, Term right) {
        if (op == Op::Sub && left.constant && right.constant) return constantNumber(*left.constant - *right.constant);
        if (op == Op::Pow && right.constant == 1.0) return left;
        return applied(op, {std::move(left), std::move(right)});
    }

    Term comparison(const CompareExpr& e) const {
        constexpr std::array<const char*, 6> kSigns{"<", "≤", ">", "≥", "=", "≠"};
        std::vector<Notation> row{of(e.first).notation};
        for (std::size_t i = 0; i < e.ops.size(); ++i) {
            row.push_back(leaf(Kind::relation, kSigns[static_cast<std::size_t>(e.ops[i])]));
            row.push_back(of(e.rest[i]).notation);
        }
        return {rowOf(std::move(row)), Grip::Condition, {}};
    }

    // {1 if a > 0, 0 otherwise}: the words are mathematics' own and stay English in every language.
    Term piecewise(const ConditionalExpr& e) const {
        std::vector<Notation> row{leaf(Kind::upright, "{"), of(e.whenTrue).notation, leaf(Kind::upright, "\u2002if\u2002"),
                                  of(e.condition).notation};
        const ConditionalExpr* next = ast_.as<ConditionalExpr>(e.whenFalse);
        ExprId last = e.whenFalse;
        for (; next != nullptr; next = ast_.as<ConditionalExpr>(last)) {
            row.push_back(leaf(Kind::upright, ",\u2002"));
            row.push_back(of(next->whenTrue).notation);
            row.push_back(leaf(Kind::upright, "\u2002if\u2002"));
            row.push_back(of(next->condition).notation);
            last = next->whenFalse;
        }
        row.push_back(leaf(Kind::upright, ",\u2002"));
        row.push_back(of(last).notation);
        row.push_back(leaf(Kind::upright, "\u2002otherwise}"));
        return {rowOf(std::move(row)), Grip::Atom, {}};
    }
};

// "3/2" and "π" stay as they are written; a long constant expression becomes its value.
Term constantTerm(const Recording& recording, const Source& source, NodeId node) {
    const Tensor tensor = recording.tape.value(node);
    if (!tensor.isScalar()) return {tensorNotation(tensor, 4, Ink::text, node), Grip::Atom, {}};
    const double value = tensor.item();
    std::string text(source.slice(recording.tape.origin(node).span));
    if (text.size() > 1 && text.front() == '(' && text.back() == ')') text = text.substr(1, text.size() - 2);
    if (const auto number = parseNumber(text); number && *number == value) return constantNumber(value, node);
    double known = 0;
    if (isConstantName(text, known)) return {nameNotation(text == "pi" ? "π" : text == "tau" ? "τ" : text, node), Grip::Atom, {}};
    return constantNumber(value, node);
}

}  // namespace

Notation rowOf(std::vector<Notation> children) { return nest(Kind::row, std::move(children)); }

Notation markOf(Kind kind, std::string text, Ink ink) {
    Notation n = leaf(kind, std::move(text));
    n.ink = ink;
    return n;
}

Notation bracketed(Notation inside) { return nest(Kind::paren, {std::move(inside)}); }

// A program's name is one word unless it is written as mathematics is: w_out, theta_12, but not log_prob or a_long_name.
bool isSubscripted(const std::string& name, std::size_t underscore) {
    constexpr std::size_t kLongestIndex = 6;
    if (underscore == 0 || underscore + 1 >= name.size() || name.find('_', underscore + 1) != std::string::npos) return false;
    std::size_t after = 0;
    static_cast<void>(decodeUtf8(name, after));
    const bool number = name.find_first_not_of("0123456789", underscore + 1) == std::string::npos;
    return number || (after == underscore && name.size() - underscore - 1 <= kLongestIndex);
}

// v12 and x_1 have a subscript; a word of several letters is upright, as in a program.
Notation nameNotation(const std::string& name, NodeId link) {
    if (const auto raised = name.find("⁽"); raised != std::string::npos && raised > 0) {  // the third b of a loop
        Notation count =
            nest(Kind::superscript, {nameNotation(name.substr(0, raised), link), leaf(Kind::number, counted(name.substr(raised)))});
        count.link = link;
        return count;
    }
    std::string stem = name;
    std::string index;
    if (const auto underscore = name.find('_'); underscore != std::string::npos && isSubscripted(name, underscore)) {
        stem = name.substr(0, underscore);
        index = name.substr(underscore + 1);
    } else if (const auto digit = name.find_first_of("0123456789");
               digit == 1 && name.find_first_not_of("0123456789", 1) == std::string::npos) {
        stem = name.substr(0, 1);
        index = name.substr(1);
    }
    std::size_t after = 0;
    if (!stem.empty()) static_cast<void>(decodeUtf8(stem, after));  // a program's input may have no name
    Notation base = leaf(after == stem.size() ? Kind::symbol : Kind::upright, stem);
    base.link = link;
    if (index.empty()) return base;
    Notation sub = leaf(index.find_first_not_of("0123456789") == std::string::npos ? Kind::number : Kind::symbol, index);
    Notation both = nest(Kind::subscript, {std::move(base), std::move(sub)});
    both.link = link;
    return both;
}

Term numberTerm(double value, int digits, Ink ink, NodeId link) {
    Notation n = leaf(Kind::number, significant(value, digits));
    n.ink = ink;
    n.link = link;
    const bool negative = std::signbit(value) && !std::isnan(value);
    return {std::move(n), negative ? Grip::Sign : Grip::Atom, {}};
}

Term applied(Op op, std::vector<Term> operands, bool tensors) {
    std::vector<Term>& t = operands;
    using enum Op;
    switch (op) {
        case AddNumber: return applied(Add, std::move(t));
        case SubNumber: return applied(Sub, std::move(t));
        case MulNumber: return applied(Mul, std::move(t));
        case DivNumber:
        case DivUnrounded: return applied(Div, std::move(t));
        case PowNumber: return applied(Pow, std::move(t));
        case PowBase: return applied(Pow, {std::move(t[1]), std::move(t[0])});
        case Reciprocal: return applied(Div, {numberTerm(1, 1), std::move(t[0])});
        case Rsqrt: return applied(Div, {numberTerm(1, 1), applied(Sqrt, {std::move(t[0])})});
        case Exp2: return power(numberTerm(2, 1), std::move(t[0]));
        case AddAlpha: return applied(Add, {std::move(t[0]), scaled(std::move(t[2]), std::move(t[1]))});
        case SubAlpha: return applied(Sub, {std::move(t[0]), scaled(std::move(t[2]), std::move(t[1]))});
        case Rsub:
        case RsubNumber: return applied(Sub, {std::move(t[1]), scaled(std::move(t[2]), std::move(t[0]))});
        case FillMasked: return function("masked_fill", std::move(t));
        case Add: return infix(Kind::binary, "+", Grip::Sum, std::move(t), false);
        case Sub: return infix(Kind::binary, "−", Grip::Sum, std::move(t), true);
        case Mul: return infix(Kind::binary, tensors ? "⊙" : "·", Grip::Product, std::move(t), false);
        case Div: return {nest(Kind::fraction, {std::move(t[0].notation), std::move(t[1].notation)}), Grip::Product, {}};
        case Neg: {
            const bool negative = toPlainText(t[0].notation).starts_with("−");  // never two signs side by side
            Notation operand = negative ? bracketed(std::move(t[0].notation)) : held(std::move(t[0]), Grip::Product);
            return {rowOf({leaf(Kind::prefix, "−"), std::move(operand)}), Grip::Sign, {}};
        }
        case Pow: return power(std::move(t[0]), std::move(t[1]));
        case Square: return power(std::move(t[0]), numberTerm(2, 1));
        case Sqrt: return {nest(Kind::root, {std::move(t[0].notation)}), Grip::Atom, {}};
        case Cbrt: {
            Notation root = nest(Kind::root, {std::move(t[0].notation)});
            root.text = "3";
            return {std::move(root), Grip::Atom, {}};
        }
        case Abs: return {nest(Kind::absolute, {std::move(t[0].notation)}), Grip::Atom, {}};
        case Exp: return power({nameNotation("e"), Grip::Atom, {}}, std::move(t[0]));
        case LogBase: {
            Notation log = nest(Kind::subscript, {leaf(Kind::upright, "log"), std::move(t[1].notation)});
            return {rowOf({std::move(log), held(std::move(t[0]), Grip::Atom)}), Grip::Product, {}};
        }
        case Lt: return infix(Kind::relation, "<", Grip::Condition, std::move(t), false);
        case Le: return infix(Kind::relation, "≤", Grip::Condition, std::move(t), false);
        case Gt: return infix(Kind::relation, ">", Grip::Condition, std::move(t), false);
        case Ge: return infix(Kind::relation, "≥", Grip::Condition, std::move(t), false);
        case Eq: return infix(Kind::relation, "=", Grip::Condition, std::move(t), false);
        case Ne: return infix(Kind::relation, "≠", Grip::Condition, std::move(t), false);
        case And: return infix(Kind::relation, "and", Grip::Condition, std::move(t), false);
        case Or: return infix(Kind::relation, "or", Grip::Condition, std::move(t), false);
        case Not: return function("not", std::move(t));
        case Where: return choice(std::move(t[0]), std::move(t[1]), std::move(t[2]));
        default: return function(functionName(op), std::move(t));
    }
}

Term valueTerm(const Tape& tape, NodeId id, int digits) {
    const Tensor value = tape.value(id);
    const Ink ink = tape.isConstant(id) ? Ink::text : Ink::forward;
    if (value.isScalar()) return numberTerm(value.item(), digits, ink, id);
    return {tensorNotation(value, digits, ink, id), Grip::Atom, {}};
}

Term nameTerm(const Recording& recording, const Source& source, NodeId node) {
    const std::string& name = recording.tape.nameOf(node);
    if (!name.empty()) return {nameNotation(name, node), Grip::Atom, {}};
    if (recording.tape.isConstant(node)) return constantTerm(recording, source, node);
    if (recording.tape.op(node) == Op::Input) return {nameNotation("?", node), Grip::Atom, {}};
    return expressionTerm(recording, source, node);  // a condition has no name of its own
}

Term expressionTerm(const Recording& recording, const Source& source, NodeId node) {
    const Op op = recording.tape.op(node);
    if (op == Op::Constant) return constantTerm(recording, source, node);
    if (op == Op::Input) return {nameNotation(recording.tape.nameOf(node), node), Grip::Atom, {}};
    const auto ids = recording.tape.operands(node);
    const auto named = [&](std::size_t i) { return nameTerm(recording, source, ids[i]); };
    if (op == Op::Output) {  // one output of several
        Term of = named(0);
        return {rowOf({std::move(of.notation), leaf(Kind::upright, "[" + std::to_string(recording.tape.attributes(node).n) + "]")}),
                Grip::Power,
                {}};
    }
    if (op == Op::Function) return calledTerm(recording.tape.attributes(node).text, ids.size(), named);
    if (!isElementwise(op))
        return shapedExpression(op, ids.size(), [&](char letter) { return named(static_cast<std::size_t>(letter - 'a')); });
    std::vector<Term> operands;
    for (std::size_t i = 0; i < ids.size(); ++i) operands.push_back(named(i));
    return applied(op, std::move(operands), isProductOfTensors(recording.tape, node));
}

Term substitutedTerm(const Recording& recording, NodeId node, int digits) {
    const Tape& tape = recording.tape;
    const auto ids = tape.operands(node);
    const auto number = [&](std::size_t i) { return valueTerm(tape, ids[i], digits); };
    const Op op = tape.op(node);
    if (op == Op::Function || op == Op::Output) return calledTerm(tape.attributes(node).text, ids.size(), number);
    if (!isElementwise(op))
        return shapedExpression(op, ids.size(), [&](char letter) { return number(static_cast<std::size_t>(letter - 'a')); });
    std::vector<Term> operands;
    for (std::size_t i = 0; i < ids.size(); ++i) operands.push_back(number(i));
    return applied(op, std::move(operands), isProductOfTensors(tape, node));
}

bool hasPartial(const Tape& tape, NodeId node, std::size_t operand) {
    const Op op = tape.op(node);
    return isElementwise(op) && op != Op::Input && op != Op::Constant && operand < 3 && !infoOf(op).partials[operand].empty();
}

Term partialTerm(const Recording& recording, const Source& source, NodeId node, std::size_t operand) {
    const Ast& ast = partialOf(recording.tape.op(node), operand);
    const auto name = [&](char letter) {
        return nameTerm(recording, source, recording.tape.operands(node)[static_cast<std::size_t>(letter - 'a')]);
    };
    return AstTerms(ast, name).of(std::get<ExpressionStmt>(ast.stmts[ast.body.front()].node).value);
}

Term substitutedPartial(const Recording& recording, NodeId node, std::size_t operand, int digits) {
    const Ast& ast = partialOf(recording.tape.op(node), operand);
    const auto number = [&](char letter) {
        const NodeId id = recording.tape.operands(node)[static_cast<std::size_t>(letter - 'a')];
        if (recording.tape.isConstant(id) && recording.tape.value(id).isScalar()) return constantNumber(recording.tape.scalar(id));
        return valueTerm(recording.tape, id, digits);
    };
    return AstTerms(ast, number).of(std::get<ExpressionStmt>(ast.stmts[ast.body.front()].node).value);
}

}  // namespace backstep
