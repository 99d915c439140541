// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/explain.h"

#include <algorithm>
#include <array>

#include "engine/base/numbers.h"
#include "engine/run/explain_parts.h"

namespace backstep {

// clang-format off
const char* nameOf(ExplanationKind kind) {
    switch (kind) {
#define KIND(name) \
    case ExplanationKind::name: return #name;
#include "engine/run/explanation_kind.def"
    }
    return "";
}

const char* nameOf(FixKind kind) {
    switch (kind) {
#define FIX(kind) \
    case FixKind::kind: return #kind;
#include "engine/run/fix.def"
    }
    return "";
}
// clang-format on

std::string applied(const ErrorFix& fix, std::string_view text) {
    std::string out;
    std::size_t at = 0;
    for (const Fix& edit : fix.edits) {
        out += text.substr(at, edit.span.begin - at);
        out += edit.text;
        at = edit.span.end;
    }
    return out += text.substr(at);
}

namespace {

struct Row {
    ExplanationKind kind;
    std::string_view type, pattern;
};

constexpr std::array kRows{
#define EXPLAINS(kind, type, pattern) Row{ExplanationKind::kind, type, pattern},
#include "engine/run/explanation.def"
};

// Whether the message is the pattern, {name} standing for any text: as little as possible, the last one all the rest.
bool matches(std::string_view pattern, std::string_view message, std::map<std::string, std::string>& facts) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < pattern.size();) {
        const std::size_t open = std::min(pattern.find('{', i), pattern.size());
        const std::string_view words = pattern.substr(i, open - i);
        if (message.substr(at, words.size()) != words) return false;
        at += words.size();
        if (open == pattern.size()) return at == message.size();
        const std::size_t close = pattern.find('}', open);
        const std::string_view name = pattern.substr(open + 1, close - open - 1);
        const std::size_t next = std::min(pattern.find('{', close), pattern.size());
        const std::string_view after = pattern.substr(close + 1, next - close - 1);
        std::size_t end = message.size();
        if (!after.empty()) {
            end = next == pattern.size() ? message.size() - std::min(message.size(), after.size()) : message.find(after, at);
            if (end == std::string_view::npos || end < at) return false;
        }
        if (!name.empty()) facts[std::string(name)] = std::string(message.substr(at, end - at));
        at = end;
        i = close + 1;
    }
    return at == message.size();
}

std::optional<ExplanationKind> kindOf(const ProgramError& error, std::map<std::string, std::string>& facts) {
    for (const Row& row : kRows) {
        if (!row.type.empty() && row.type != error.type) continue;
        facts.clear();
        if (matches(row.pattern, error.message, facts)) return row.kind;
    }
    return {};
}

// What can be said of any error: the statement, and the operands of what failed.
void describeFailing(Explaining& e) {
    const ProgramView& view = e.view;
    e.fact("line", view.shown(view.error.line));
    e.fact("message", view.error.message);
    const ExprId id = view.error.line != 0 ? view.at(view.error.span) : ExprId();
    if (!id.valid()) return;
    e.fact("expression", view.text(id));
    if (const auto* binary = view.as<BinaryExpr>(id)) {
        e.describe("left", binary->left);
        e.describe("right", binary->right);
    } else if (const auto* compare = view.as<CompareExpr>(id); compare != nullptr && compare->rest.size() == 1) {
        e.describe("left", compare->first);
        e.describe("right", compare->rest.front());
    } else if (const auto* call = view.as<CallExpr>(id)) {
        e.fact("called", view.text(call->callee));
        e.describe("receiver", view.receiver(*call));
        if (!call->arguments.empty()) e.describe("first", call->arguments[0]);
        if (call->arguments.size() > 1) e.describe("second", call->arguments[1]);
    } else if (const auto* subscript = view.as<SubscriptExpr>(id)) {
        e.describe("container", subscript->object);
        e.describe("index", subscript->index);
    } else if (const auto* attribute = view.as<AttributeExpr>(id)) {
        e.describe("receiver", attribute->object);
    } else {
        e.describe("operand", id);
    }
}

}  // namespace

std::optional<ErrorExplanation> explainError(const ErrorContext& context) {
    if (!context.report.error) return {};
    ErrorExplanation out;
    std::map<std::string, std::string> captured;
    const std::optional<ExplanationKind> kind = kindOf(*context.report.error, captured);
    out.kind = kind.value_or(ExplanationKind::Unexplained);
    Explaining e(context, out);
    e.captured = std::move(captured);
    if (!context.parsed.fault && !context.parsed.limit) describeFailing(e);
    for (const auto& [name, value] : e.captured) out.facts[name] = value;
    e.fact("line", e.view.shown(context.report.error->line));
    for (const auto part : {explainGradients, explainShapes, explainNumbers, explainNames, explainCalls, explainOperations, explainSyntax,
                            explainImports, explainEnds}) {
        part(e);
    }
    return out;
}

// --- an explanation in the making ---

std::string Explaining::fact(const std::string& name) const {
    const auto found = out.facts.find(name);
    return found == out.facts.end() ? std::string() : found->second;
}

std::string Explaining::said(const std::string& name) const {
    const auto found = captured.find(name);
    return found == captured.end() ? std::string() : found->second;
}

// A number as Python would write it, not as mathematics does.
static std::string plainNumber(double number) {
    std::string text = significant(number, 6);
    constexpr std::string_view kMinus = "\u2212";
    for (std::size_t at = text.find(kMinus); at != std::string::npos; at = text.find(kMinus)) text.replace(at, kMinus.size(), "-");
    return text;
}

void Explaining::fact(const std::string& name, std::string value) {
    if (!value.empty()) out.facts[name] = std::move(value);
}

void Explaining::describe(const std::string& prefix, ExprId id) {
    if (!id.valid()) return;
    const std::string text = view.text(id);
    if (text.find('\n') == std::string::npos && text.size() <= 60) {
        fact(prefix, text);
        fact(prefix + "Atom", atom(id));
    }
    if (const std::optional<Reported> value = view.value(id)) describe(prefix, *value);
    // That 3 is 3 need not be said.
    if (fact(prefix + "Value") == text) out.facts.erase(prefix + "Value");
}

std::string Explaining::atom(ExprId id) const {
    const bool bare =
        view.as<NameExpr>(id) || view.as<AttributeExpr>(id) || view.as<CallExpr>(id) || view.as<SubscriptExpr>(id) || view.as<ListExpr>(id);
    return bare ? view.text(id) : "(" + view.text(id) + ")";
}

void Explaining::describe(const std::string& prefix, const Reported& value) {
    fact(prefix + "Kind", value.kind);
    if (value.tensor) {
        fact(prefix + "Shape", sizesOf(value.tensor->shape()));
        fact(prefix + "Dtype", dtypeOf(*value.tensor));
        fact(prefix + "Size", std::to_string(value.tensor->size()));
        if (value.tensor->size() == 1) fact(prefix + "Value", plainNumber(value.tensor->at(0)));
    } else if (value.kind == "int" || value.kind == "str") {
        if (value.text.size() <= 40) fact(prefix + "Value", value.text);
    } else if (value.kind == "float") {
        fact(prefix + "Value", plainNumber(value.number));
    } else if (value.kind == "list" || value.kind == "tuple" || value.kind == "dict" || value.kind == "set") {
        fact(prefix + "Size", std::to_string(value.size));
    }
}

void Explaining::relate(Span span) {
    out.related = span;
    fact("otherLine", view.line(span));
    const StmtId statement = view.statementAt(span.begin);
    std::string text = statement.valid() ? view.text(view.spanOf(statement)) : view.text(span);
    text = text.substr(0, text.find('\n'));
    if (text.size() <= 80) fact("otherText", std::move(text));
}

void Explaining::offer(FixKind kind, std::vector<Fix> edits, std::vector<std::string> arguments) {
    if (edits.empty()) return;
    std::stable_sort(edits.begin(), edits.end(), [](const Fix& a, const Fix& b) { return a.span.begin < b.span.begin; });
    ErrorFix fix{kind, std::move(edits), std::move(arguments)};
    const ParsedProgram after = parsePython(Source(applied(fix, view.source.text()), view.source.name()));
    const bool better = after.fault && context.parsed.fault && after.fault->line > context.parsed.fault->line;
    if (!after.ok() && !better) return;
    out.fixes.push_back(std::move(fix));
}

std::vector<Fix> Explaining::behind(ExprId id, const std::string& text) const {
    if (!id.valid()) return {};
    const Span span = view.spanOf(id);
    if (view.isAtom(id)) {
        const bool bare = view.as<NameExpr>(id) || view.as<AttributeExpr>(id) || view.as<CallExpr>(id) || view.as<SubscriptExpr>(id) ||
                          view.as<ListExpr>(id);
        const std::uint32_t at = bare ? span.end : span.end + 1;
        return {insert(at, text)};
    }
    return {insert(span.begin, "("), insert(span.end, ")" + text)};
}

Fix Explaining::argument(ExprId call, const std::string& text) const {
    const auto* c = view.as<CallExpr>(call);
    const std::uint32_t at = view.closingParenthesis(call);
    const std::string& t = view.source.text();
    std::uint32_t last = at;
    while (last > 0 && (t[last - 1] == ' ' || t[last - 1] == '\n' || t[last - 1] == '\t')) --last;
    const bool first = c == nullptr || (c->arguments.empty() && c->keywords.empty());
    const bool comma = last > 0 && t[last - 1] == ',';
    return insert(last, (first ? "" : comma ? " " : ", ") + text);
}

Fix Explaining::lineBefore(std::uint32_t offset, const std::string& text) const {
    const std::uint32_t start = view.lineStart(offset);
    return insert(start, view.indentOf(offset) + text + "\n");
}

}  // namespace backstep
