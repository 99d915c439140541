// SPDX-License-Identifier: GPL-3.0-or-later
// Errors of calls: arguments too few, too many or of the wrong kind; calling what is no function.
#include <algorithm>
#include <array>

#include "engine/run/explain_parts.h"

namespace backstep {
namespace {

using enum ExplanationKind;

// "Net.forward" and "f": the definition in the program.
StmtId definition(const ProgramView& view, const std::string& called) {
    const std::string name = called.substr(called.rfind('.') == std::string::npos ? 0 : called.rfind('.') + 1);
    const std::string owner = called.rfind('.') == std::string::npos ? "" : called.substr(0, called.rfind('.'));
    StmtId found;
    for (std::size_t i = 0; i < view.ast.stmts.size(); ++i) {
        const auto* def = view.as<DefStmt>(StmtId(i));
        if (def == nullptr || def->name != name) continue;
        const auto* type = view.as<ClassStmt>(view.parent(StmtId(i)));
        if (!owner.empty() && (type == nullptr || type->name != owner)) continue;
        found = StmtId(i);
    }
    return found;
}

std::string signature(const ProgramView& view, StmtId id) {
    const Span span = view.spanOf(id);
    const auto* def = view.as<DefStmt>(id);
    const std::uint32_t end = def->body.empty() ? span.end : view.spanOf(def->body.front()).begin;
    std::string text = view.text(Span{span.begin, end});
    text = text.substr(0, text.find('\n'));
    while (!text.empty() && (text.back() == ' ' || text.back() == ':')) text.pop_back();
    return text.size() <= 60 ? text : "";
}

void describeDefinition(Explaining& e) {
    const StmtId id = definition(e.view, e.fact("function"));
    if (!id.valid()) return;
    e.fact("definedLine", e.view.line(e.view.spanOf(id)));
    e.fact("signature", signature(e.view, id));
    const auto* def = e.view.as<DefStmt>(id);
    const bool method = e.view.as<ClassStmt>(e.view.parent(id)) != nullptr;
    const bool self = !def->parameters.empty() && (def->parameters[0].name == "self" || def->parameters[0].name == "cls");
    if (!method || self || !def->decorators.empty() || e.out.kind != TooManyArguments) return;
    e.fact("selfMissing", "yes");
    const std::uint32_t open = def->nameSpan.end;
    const std::size_t paren = e.view.source.text().find('(', open);
    if (paren == std::string::npos) return;
    e.offer(FixKind::Self, {Explaining::insert(static_cast<std::uint32_t>(paren + 1), def->parameters.empty() ? "self" : "self, ")},
            {def->name});
}

// Keywords of the functions that a program calls most.
std::vector<std::string> keywordsOf(const ProgramView& view, const std::string& function) {
    std::vector<std::string> names{
        "requires_grad", "dtype",        "device",       "dim",        "keepdim",  "retain_graph",  "create_graph", "gradient",
        "inputs",        "allow_unused", "grad_outputs", "size",       "lr",       "momentum",      "bias",         "out_features",
        "in_features",   "reduction",    "sep",          "end",        "label",    "color",         "linestyle",    "marker",
        "key",           "reverse",      "start",        "fill_value", "unbiased", "rounding_mode", "min",          "max",
        "indexing",      "xlabel",       "ylabel",       "legend",     "figsize",  "axis",          "persistent"};
    const StmtId id = definition(view, function);
    if (const auto* def = view.as<DefStmt>(id)) {
        names.clear();
        for (const Parameter& p : def->parameters) names.push_back(p.name);
    }
    return names;
}

void unknownKeyword(Explaining& e) {
    const std::string name = e.fact("name");
    describeDefinition(e);
    const std::string meant = nearest(name, keywordsOf(e.view, e.fact("function")));
    const CallExpr* call = e.view.callAt(e.view.error.span);
    if (call == nullptr) return;
    for (const Keyword& k : call->keywords) {
        if (k.name != name) continue;
        if (!meant.empty() && meant != name) {
            e.fact("meant", meant);
            e.offer(FixKind::Replace, {{k.nameSpan, meant}}, {name, meant});
        }
        return;
    }
}

void tensorExpected(Explaining& e) {
    ExprId id;
    const CallExpr* call = e.view.callAt(e.view.error.span, &id);
    const std::string torch = e.view.aliasOf("torch");
    if (call == nullptr) return;
    const ExprId receiver = e.view.receiver(*call);
    const bool method = receiver.valid() && e.view.value(receiver) && e.view.value(receiver)->tensor;
    const std::string position = e.fact("position");
    if (position.empty() || position.size() > 2 || position.find_first_not_of("0123456789") != std::string::npos) return;
    const std::size_t at = std::stoul(position) - 1;
    if (at >= call->arguments.size()) return;
    const ExprId argument = call->arguments[at];
    e.describe("variable", argument);
    if (torch.empty() || method || e.out.kind != TensorExpected) return;
    const Span s = e.view.spanOf(argument);
    // A whole number alone would make a tensor of whole numbers.
    const auto* whole = e.view.as<IntegerExpr>(argument);
    e.offer(FixKind::Replace, {Explaining::insert(s.begin, torch + ".tensor("), Explaining::insert(s.end, whole != nullptr ? ".0)" : ")")},
            {e.view.text(argument), torch + ".tensor(" + e.view.text(argument) + (whole != nullptr ? ".0)" : ")")});
}

// 2(x + 1), x(3): a product was meant; a module is called where its function was meant.
void notCallable(Explaining& e) {
    ExprId id;
    const CallExpr* call = e.view.callAt(e.view.error.span, &id);
    if (call == nullptr) return;
    e.describe("callee", call->callee);
    const std::string type = e.fact("type");
    const Span callee = e.view.spanOf(call->callee);
    if (type == "int" || type == "float" || type == "Tensor") {
        e.fact("product", "yes");
        if (call->arguments.size() == 1 && call->keywords.empty()) {
            e.offer(FixKind::Insert, {Explaining::insert(callee.end, " * ")}, {e.view.text(call->callee) + " * (…)"});
        }
        // The name of a function was given to a value.
        if (const auto* name = e.view.as<NameExpr>(call->callee)) {
            const ExprId value = e.view.assignedBefore(name->name, e.view.error.span.begin);
            if (value.valid()) e.relate(e.view.spanOf(e.view.statementOf(value)));
        }
    } else if (type == "list" || type == "tuple" || type == "dict") {
        static constexpr std::array<std::string_view, 12> kBuiltins{"list",  "sum", "max",  "min", "len",   "range",
                                                                    "print", "str", "dict", "set", "tuple", "type"};
        const bool givenAway = std::find(kBuiltins.begin(), kBuiltins.end(), e.view.text(call->callee)) != kBuiltins.end();
        if (givenAway) e.fact("givenAway", "yes");
        if (!givenAway && call->arguments.size() == 1 && call->keywords.empty()) {
            const std::uint32_t close = e.view.spanOf(id).end;
            const std::size_t open = e.view.source.text().find('(', callee.end);
            if (open != std::string::npos) {
                const auto at = static_cast<std::uint32_t>(open);
                e.offer(FixKind::Replace, {{{at, at + 1}, "["}, {{close - 1, close}, "]"}},
                        {e.view.text(id), e.view.text(call->callee) + "[" + e.view.text(call->arguments[0]) + "]"});
            }
        }
        if (const auto* name = e.view.as<NameExpr>(call->callee)) {
            const ExprId value = e.view.assignedBefore(name->name, e.view.error.span.begin);
            if (value.valid()) e.relate(e.view.spanOf(e.view.statementOf(value)));
        }
    } else if (type == "module") {
        const std::string name = e.view.text(call->callee);
        e.offer(FixKind::Insert, {Explaining::insert(callee.end, "." + name)}, {"." + name});
    }
}

void moduleNotReady(Explaining& e) {
    const StmtId function = e.view.functionAround(e.view.error.span.begin);
    const auto* def = e.view.as<DefStmt>(function);
    if (def == nullptr || def->body.empty()) return;
    const std::uint32_t begin = e.view.spanOf(def->body.front()).begin;
    if (e.view.lineStart(begin) + e.view.indentOf(begin).size() != begin) return;
    e.offer(FixKind::Insert, {e.lineBefore(begin, "super().__init__()")}, {"super().__init__()"});
}

}  // namespace

void explainCalls(Explaining& e) {
    if (!e.context.parsed.ok()) return;
    switch (e.out.kind) {
        case MissingArguments:
        case TooManyArguments:
        case ArgumentTwice: return describeDefinition(e);
        case UnknownKeyword: return unknownKeyword(e);
        case ArgumentKind:
        case TensorExpected: return tensorExpected(e);
        case NotCallable: return notCallable(e);
        case ModuleNotReady: return moduleNotReady(e);
        default: return;
    }
}

}  // namespace backstep
