// SPDX-License-Identifier: GPL-3.0-or-later
// Statements. A chain of elif is read in a loop; blocks nest as deep as the indentation, which is bounded.
#include "engine/syntax/python_parser_core.h"

namespace backstep {

using enum PyKind;

void PythonParser::statement(Block& into) {
    if (!compound(into)) simples(into);
}

// One line: statements with semicolons between.
void PythonParser::simples(Block& into) {
    do {
        into.push_back(simple());
    } while (take(Semicolon) && !at(Newline));
    expect(Newline);
}

StmtId PythonParser::simple() {
    const std::size_t first = at_;
    switch (peek().kind) {
        case Pass: ++at_; return add(first, PassStmt{});
        case Break: ++at_; return add(first, BreakStmt{});
        case Continue: ++at_; return add(first, ContinueStmt{});
        case Return: {
            ++at_;
            ReturnStmt statement;
            if (!at(Newline) && !at(Semicolon)) statement.value = starExpressions();
            return add(first, statement);
        }
        case Magic: {
            const Span span = peek().span;
            ++at_;
            out_.diagnostics.push_back({DiagnosticKind::MagicLine, span, {std::string(source_.slice(span))}, {}});
            return add(first, MagicStmt{std::string(source_.slice(span))});
        }
        case Raise: return raising();
        case Del: return deletion();
        case Assert: return assertion();
        case Global:
        case Nonlocal: return scope();
        case Import: return importing();
        case From: return importingFrom();
        default: return expressionOrAssignment();
    }
}

// --- assignment ---

StmtId PythonParser::expressionOrAssignment() {
    const std::size_t first = at_;
    const ExprId value = yieldOrStars();
    if (at(Colon)) return annotated(first, value);
    if (at(Equal)) return stored(first, value);
    if (peek().kind < PlusEqual || peek().kind > SlashSlashEqual) return add(first, ExpressionStmt{value});
    checkSingleTarget(value);
    const PyKind kind = peek().kind;
    ++at_;
    const auto op = [kind] {
        switch (kind) {
            case PlusEqual: return BinaryOp::Add;
            case MinusEqual: return BinaryOp::Subtract;
            case StarEqual: return BinaryOp::Multiply;
            case SlashEqual: return BinaryOp::Divide;
            case PercentEqual: return BinaryOp::Modulo;
            case AmpersandEqual: return BinaryOp::BitAnd;
            case BarEqual: return BinaryOp::BitOr;
            case CaretEqual: return BinaryOp::BitXor;
            case AtEqual: return BinaryOp::MatrixMultiply;
            case LeftShiftEqual: return BinaryOp::ShiftLeft;
            case RightShiftEqual: return BinaryOp::ShiftRight;
            case StarStarEqual: return BinaryOp::Power;
            default: return BinaryOp::FloorDivide;
        }
    }();
    const ExprId operand = yieldOrStars();
    return add(first, AugmentedStmt{value, op, operand});
}

StmtId PythonParser::annotated(std::size_t first, ExprId target) {
    checkSingleTarget(target);
    expect(Colon);
    AnnotatedStmt statement;
    statement.target = target;
    statement.simple = out_.ast.as<NameExpr>(target) != nullptr && !isBracketed(target);
    statement.annotation = expression();
    if (take(Equal)) statement.value = yieldOrStars();
    return add(first, statement);
}

StmtId PythonParser::stored(std::size_t first, ExprId target) {
    StoreStmt statement{{target}, {}};
    while (take(Equal)) {
        checkTarget(statement.targets.back(), true);
        statement.targets.push_back(yieldOrStars());
    }
    statement.value = statement.targets.back();
    statement.targets.pop_back();
    return add(first, std::move(statement));
}

void PythonParser::checkSingleTarget(ExprId id) const {
    const Ast& ast = out_.ast;
    if (ast.as<NameExpr>(id) == nullptr && ast.as<AttributeExpr>(id) == nullptr && ast.as<SubscriptExpr>(id) == nullptr) throw Abandon{};
}

// `starred`: the target itself may be *a; `within`: those inside it may.
void PythonParser::checkTarget(ExprId id, bool starred, bool within) const {
    const Ast& ast = out_.ast;
    if (const auto* star = ast.as<StarredExpr>(id); star != nullptr && starred) return checkTarget(star->value, false, within);
    const auto* tuple = ast.as<TupleExpr>(id);
    const auto* list = ast.as<ListExpr>(id);
    if (tuple == nullptr && list == nullptr) return checkSingleTarget(id);
    for (const ExprId item : tuple != nullptr ? tuple->items : list->items) checkTarget(item, within, within);
}

// Of for: what stands before `in`.
ExprId PythonParser::targets() {
    const std::size_t first = at_;
    const ExprId one = target();
    if (!at(Comma)) return one;
    TupleExpr tuple{{one}};
    while (take(Comma) && !at(In)) tuple.items.push_back(target());
    return make(first, std::move(tuple));
}

ExprId PythonParser::target() {
    const std::size_t first = at_;
    const bool star = take(Star);
    ExprId id = primary();
    if (star) id = make(first, StarredExpr{id});
    checkTarget(id, true);
    return id;
}

StmtId PythonParser::deletion() {
    const std::size_t first = at_;
    expect(Del);
    DeleteStmt statement;
    do {
        statement.targets.push_back(primary());
        checkTarget(statement.targets.back(), false, false);
    } while (take(Comma) && !at(Newline) && !at(Semicolon));
    if (!at(Newline) && !at(Semicolon)) throw Abandon{};
    return add(first, std::move(statement));
}

// --- other simple statements ---

StmtId PythonParser::assertion() {
    const std::size_t first = at_;
    expect(Assert);
    AssertStmt statement;
    statement.condition = expression();
    if (take(Comma)) statement.message = expression();
    return add(first, statement);
}

StmtId PythonParser::raising() {
    const std::size_t first = at_;
    expect(Raise);
    RaiseStmt statement;
    if (at(Newline) || at(Semicolon)) return add(first, statement);
    statement.exception = expression();
    if (take(From)) statement.cause = expression();
    return add(first, statement);
}

StmtId PythonParser::scope() {
    const std::size_t first = at_;
    ScopeStmt statement;
    statement.global = at(Global);
    ++at_;
    do {
        statement.names.push_back(name());
    } while (take(Comma));
    return add(first, std::move(statement));
}

std::string PythonParser::dottedName() {
    std::string text = name();
    while (take(Dot)) text += "." + name();
    return text;
}

ImportedName PythonParser::imported(bool dotted) {
    const std::size_t first = at_;
    ImportedName result;
    result.name = dotted ? dottedName() : name();
    if (take(As)) result.alias = name();
    result.span = from(first);
    return result;
}

StmtId PythonParser::importing() {
    const std::size_t first = at_;
    expect(Import);
    ImportStmt statement;
    do {
        statement.names.push_back(imported(true));
    } while (take(Comma));
    return add(first, std::move(statement));
}

StmtId PythonParser::importingFrom() {
    const std::size_t first = at_;
    expect(From);
    ImportFromStmt statement;
    const std::size_t module = at_;
    for (; at(Dot) || at(Ellipsis); ++at_) statement.level += at(Dot) ? 1 : 3;
    if (statement.level == 0 || at(Name)) statement.module = dottedName();
    statement.moduleSpan = from(module);
    expect(Import);
    if (at(Star)) {
        ++at_;
        statement.names.push_back({"*", {}, from(at_ - 1)});
        return add(first, std::move(statement));
    }
    const bool bracket = take(LeftParen);
    do {
        statement.names.push_back(imported(false));
    } while (take(Comma) && !(bracket && at(RightParen)));
    if (bracket) expect(RightParen);
    return add(first, std::move(statement));
}

// --- compound statements ---

bool PythonParser::compound(Block& into) {
    StmtId id;
    switch (peek().kind) {
        case If: id = ifs(); break;
        case While: id = whiles(); break;
        case For: id = fors(); break;
        case Try: id = tries(); break;
        case With: id = withs(); break;
        case Def: id = function(at_, {}); break;
        case Class: id = classes(at_, {}); break;
        case At: id = decorated(); break;
        case Async: id = asynchronous(at_, {}); break;
        default:
            if (!atMatch()) return false;
            id = matching();
    }
    into.push_back(id);
    return true;
}

// After a colon: the rest of the line, or an indented block.
Block PythonParser::block() {
    Block body;
    expect(Colon);
    if (!at(Newline)) {
        simples(body);
        return body;
    }
    expect(Newline);
    expect(Indent);
    while (!at(Dedent)) statement(body);
    expect(Dedent);
    return body;
}

StmtId PythonParser::ifs() {
    const std::size_t first = at_;
    IfStmt statement;
    do {
        ++at_;
        statement.conditions.push_back(namedExpression());
        statement.blocks.push_back(block());
    } while (at(Elif));
    if (take(Else)) statement.otherwise = block();
    return add(first, std::move(statement));
}

StmtId PythonParser::whiles() {
    const std::size_t first = at_;
    expect(While);
    WhileStmt statement;
    statement.condition = namedExpression();
    statement.body = block();
    if (take(Else)) statement.otherwise = block();
    return add(first, std::move(statement));
}

StmtId PythonParser::fors() {
    const std::size_t first = at_;
    expect(For);
    ForStmt statement;
    statement.target = targets();
    expect(In);
    statement.iterable = starExpressions();
    statement.body = block();
    if (take(Else)) statement.otherwise = block();
    return add(first, std::move(statement));
}

StmtId PythonParser::tries() {
    const std::size_t first = at_;
    expect(Try);
    TryStmt statement;
    statement.body = block();
    const bool groups = at(Except) && peek(1).kind == Star;
    while (at(Except)) {
        if ((peek(1).kind == Star) != groups) throw Abandon{};
        handler(statement);
    }
    if (!statement.handlers.empty() && take(Else)) statement.otherwise = block();
    const bool finally = take(Finally);
    if (finally) statement.finally = block();
    if (statement.handlers.empty() && !finally) throw Abandon{};
    if (!groups) return add(first, std::move(statement));
    unsupported("except*", from(first));
    return add(first, UnsupportedStmt{"except*"});
}

void PythonParser::handler(TryStmt& statement) {
    const std::size_t first = at_;
    expect(Except);
    const bool group = take(Star);
    Handler handler;
    if (group || !at(Colon)) {
        handler.type = expression();
        if (take(As)) handler.name = name();
    }
    handler.body = block();
    handler.span = from(first);
    statement.handlers.push_back(std::move(handler));
}

// with (a as b, c as d): or with (a), b as c: the brackets belong to the items if that can be read.
StmtId PythonParser::withs() {
    const std::size_t first = at_;
    expect(With);
    WithStmt statement;
    const std::size_t begin = at_;
    const std::size_t known = out_.unsupported.size();
    bool read = false;
    if (at(LeftParen)) {
        try {
            ++at_;
            statement.items = withItems();
            expect(RightParen);
            read = at(Colon);
        } catch (const Abandon&) {
            if (out_.limit) throw;
        }
    }
    if (!read) {
        at_ = begin;
        out_.unsupported.resize(known);
        statement.items = withItems();
    }
    statement.body = block();
    return add(first, std::move(statement));
}

std::vector<WithItem> PythonParser::withItems() {
    std::vector<WithItem> items;
    do {
        if (!items.empty() && at(RightParen)) break;
        WithItem item;
        item.context = expression();
        if (take(As)) item.target = target();
        items.push_back(item);
    } while (take(Comma));
    return items;
}

StmtId PythonParser::decorated() {
    const std::size_t first = at_;
    std::vector<ExprId> decorators;
    while (take(PyKind::At)) {
        decorators.push_back(namedExpression());
        expect(Newline);
    }
    if (at(Def)) return function(first, std::move(decorators));
    if (at(Class)) return classes(first, std::move(decorators));
    return asynchronous(first, decorators);
}

StmtId PythonParser::function(std::size_t, std::vector<ExprId> decorators) {
    const std::size_t first = at_;
    expect(Def);
    DefStmt statement;
    statement.decorators = std::move(decorators);
    statement.name = name(&statement.nameSpan);
    expect(LeftParen);
    statement.parameters = parameters(RightParen);
    expect(RightParen);
    if (take(Arrow)) statement.returns = expression();
    statement.body = block();
    return add(first, std::move(statement));
}

StmtId PythonParser::classes(std::size_t, std::vector<ExprId> decorators) {
    const std::size_t first = at_;
    expect(Class);
    ClassStmt statement;
    statement.decorators = std::move(decorators);
    statement.name = name(&statement.nameSpan);
    if (take(LeftParen)) {
        CallExpr call;
        arguments(call, false);
        expect(RightParen);
        statement.bases = std::move(call.arguments);
        statement.keywords = std::move(call.keywords);
    }
    statement.body = block();
    return add(first, std::move(statement));
}

// async def, for and with are read, so that their end is known, and refused by name when they are reached.
StmtId PythonParser::asynchronous(std::size_t first, const std::vector<ExprId>& decorators) {
    const std::size_t begin = at_;
    expect(Async);
    std::string what;
    if (at(Def)) what = "async def", static_cast<void>(function(first, decorators));
    else if (at(For) && decorators.empty()) what = "async for", static_cast<void>(fors());
    else if (at(With) && decorators.empty()) what = "async with", static_cast<void>(withs());
    else throw Abandon{};
    unsupported(what, from(begin));
    return add(begin, UnsupportedStmt{std::move(what)});
}

// match is a keyword only where an indented `case` follows its line.
bool PythonParser::atMatch() const {
    if (!atWord("match")) return false;
    std::size_t ahead = 1;
    for (PyKind kind = peek(ahead).kind; kind != Newline; kind = peek(++ahead).kind) {
        if (kind == EndMarker || kind == Fault) return false;
    }
    return ahead > 2 && peek(ahead - 1).kind == Colon && peek(ahead + 1).kind == Indent && atWord("case", ahead + 2);
}

StmtId PythonParser::matching() {
    const std::size_t first = at_;
    while (!at(Indent)) ++at_;
    int depth = 0;
    do {
        if (at(EndMarker) || at(Fault)) throw Abandon{};
        depth += at(Indent) ? 1 : at(Dedent) ? -1 : 0;
        ++at_;
    } while (depth > 0);
    skipped_ = true;
    unsupported("match", from(first));
    return add(first, UnsupportedStmt{"match"});
}

// --- parameters ---

Parameter PythonParser::parameter(PyKind end, Parameter::Kind kind) {
    Parameter result;
    result.kind = kind;
    result.name = name(&result.span);
    if (end == RightParen && take(Colon)) result.annotation = kind == Parameter::Kind::Variadic ? starExpression() : expression();
    return result;
}

// Of def up to its bracket, of lambda up to its colon.
std::vector<Parameter> PythonParser::parameters(PyKind end) {
    using Kind = Parameter::Kind;
    std::vector<Parameter> all;
    bool slash = false, defaults = false, star = false, bare = false;
    while (!at(end)) {
        if (take(StarStar)) {
            if (bare) throw Abandon{};
            all.push_back(parameter(end, Kind::Keywords));
            take(Comma);
            if (!at(end)) throw Abandon{};
            return all;
        }
        if (take(Slash)) {
            if (slash || star || all.empty()) throw Abandon{};
            slash = true;
            for (Parameter& p : all) p.kind = Kind::PositionalOnly;
        } else if (take(Star)) {
            if (star) throw Abandon{};
            star = true;
            bare = at(Comma);
            if (!bare) all.push_back(parameter(end, Kind::Variadic));
        } else {
            all.push_back(parameter(end, star ? Kind::KeywordOnly : Kind::Ordinary));
            if (take(Equal)) all.back().standard = expression();
            bare = false;
            if (!star && defaults && !all.back().standard.valid()) throw Abandon{};
            defaults = defaults || all.back().standard.valid();
        }
        if (!take(Comma)) break;
    }
    if (bare) throw Abandon{};
    return all;
}

}  // namespace backstep
