// SPDX-License-Identifier: GPL-3.0-or-later
// The edits that several kinds of error share.
#include <array>

#include "engine/run/explain_parts.h"
#include "engine/run/explain_slice.h"

namespace backstep {
namespace {

const Keyword* keywordOf(const CallExpr& call, std::string_view name) {
    for (const Keyword& k : call.keywords) {
        if (k.name == name) return &k;
    }
    return nullptr;
}

// The first whole number written inside the expression.
ExprId firstWhole(const ProgramView& view, ExprId inside) {
    ExprId best;
    const Span outer = view.spanOf(inside);
    view.forEach([&](ExprId id) {
        const Span s = view.spanOf(id);
        if (view.as<IntegerExpr>(id) == nullptr || s.begin < outer.begin || s.end > outer.end || !view.statementOf(id).valid()) return;
        if (!best.valid() || s.begin < view.spanOf(best).begin) best = id;
    });
    return best;
}

constexpr std::array<std::string_view, 16> kOnlyInPlace{
    "zero_",   "fill_",   "copy_",          "normal_", "uniform_", "random_",      "bernoulli_", "set_",
    "resize_", "detach_", "requires_grad_", "apply_",  "map_",     "exponential_", "geometric_", "share_memory_"};

}  // namespace

std::vector<Fix> Explaining::makeFloating(ExprId creation) const {
    const auto* call = view.as<CallExpr>(creation);
    if (call == nullptr) return {};
    const ExprId module = view.receiver(*call);
    const std::string torch = module.valid() ? view.text(module) : view.aliasOf("torch");
    if (const Keyword* dtype = keywordOf(*call, "dtype"))
        return torch.empty() ? std::vector<Fix>() : std::vector<Fix>{{view.spanOf(dtype->value), torch + ".float32"}};
    if (!isCreation(view, *call)) return behind(creation, ".float()");
    const std::string name = view.calledName(*call);
    const std::size_t numbers = name == "full" ? 1 : 0;
    if ((name == "tensor" || name == "arange" || name == "full") && call->arguments.size() > numbers) {
        const ExprId whole = firstWhole(view, call->arguments[numbers]);
        if (whole.valid() && view.text(whole).find_first_not_of("0123456789") == std::string::npos)
            return {insert(view.spanOf(whole).end, ".0")};
    }
    if (torch.empty()) return {};
    return {argument(creation, "dtype=" + torch + ".float32")};
}

std::vector<Fix> Explaining::requireGrad(ExprId creation) const {
    if (!creation.valid()) return {};
    const auto* call = view.as<CallExpr>(creation);
    if (call == nullptr || !isCreation(view, *call) || view.calledName(*call) == "from_numpy" || view.calledName(*call) == "as_tensor" ||
        view.calledName(*call) == "Tensor" || view.calledName(*call) == "FloatTensor") {
        return behind(creation, ".requires_grad_()");
    }
    std::vector<Fix> edits;
    // What it makes are whole numbers: these cannot be differentiated.
    std::string name;
    if (const auto* store = view.as<StoreStmt>(view.statementOf(creation))) name = view.text(store->targets.front());
    const Reported* made = view.named(name);
    if (made != nullptr && made->tensor && !isFloating(made->tensor->dtype())) edits = makeFloating(creation);
    if (const Keyword* given = keywordOf(*call, "requires_grad")) {
        if (view.text(given->value) != "True") edits.push_back({view.spanOf(given->value), "True"});
    } else {
        const Fix more = argument(creation, "requires_grad=True");
        if (!edits.empty() && edits.back().span == more.span) edits.back().text += more.text;
        else edits.push_back(more);
    }
    return edits;
}

std::optional<ErrorFix> Explaining::notInPlace(std::uint32_t offset) const {
    const StmtId statement = view.statementAt(offset);
    if (!statement.valid()) return {};
    const Span span = view.spanOf(statement);
    const std::string before = view.text(span);
    if (const auto* augmented = view.as<AugmentedStmt>(statement)) {
        const Span target = view.spanOf(augmented->target);
        const Span value = view.spanOf(augmented->value);
        if (view.as<NameExpr>(augmented->target) != nullptr) {
            std::string name = view.text(target);
            std::string between = view.text(Span{target.end, value.begin});
            std::string op;
            for (const char c : between) {
                if (c != ' ' && c != '=' && c != '(' && c != '\t') op += c;
            }
            const bool bare =
                view.isAtom(augmented->value) || view.as<IntegerExpr>(augmented->value) || view.as<NumberExpr>(augmented->value);
            const bool parens = between.find('(') != std::string::npos;
            std::string with = " = " + name + " " + op + " " + (parens ? "(" : "");
            std::vector<Fix> edits{{{target.end, value.begin}, with + (bare || parens ? "" : "(")}};
            if (!bare && !parens) edits.push_back(insert(value.end, ")"));
            std::string after =
                name + with + (bare || parens ? "" : "(") + view.text(Span{value.begin, span.end}) + (bare || parens ? "" : ")");
            return ErrorFix{FixKind::NewValue, std::move(edits), {before, after}};
        }
        ExprId base = augmented->target;
        while (const auto* subscript = view.as<SubscriptExpr>(base)) base = subscript->object;
        if (const auto* name = view.as<NameExpr>(base)) {
            return ErrorFix{FixKind::CloneFirst, {lineBefore(span.begin, name->name + " = " + name->name + ".clone()")}, {name->name}};
        }
    }
    if (const auto* store = view.as<StoreStmt>(statement)) {
        ExprId base = store->targets.front();
        if (view.as<SubscriptExpr>(base) == nullptr) return {};
        while (const auto* subscript = view.as<SubscriptExpr>(base)) base = subscript->object;
        const auto* name = view.as<NameExpr>(base);
        if (name == nullptr) return {};
        return ErrorFix{FixKind::CloneFirst, {lineBefore(span.begin, name->name + " = " + name->name + ".clone()")}, {name->name}};
    }
    const auto* expression = view.as<ExpressionStmt>(statement);
    const auto* call = expression != nullptr ? view.as<CallExpr>(expression->value) : nullptr;
    const auto* attribute = call != nullptr ? view.as<AttributeExpr>(call->callee) : nullptr;
    if (attribute == nullptr || view.as<NameExpr>(attribute->object) == nullptr || !attribute->name.ends_with('_') ||
        attribute->name.ends_with("__"))
        return {};
    const std::string name = view.text(attribute->object);
    const std::string torch = view.aliasOf("torch");
    if (attribute->name == "zero_" && !torch.empty()) {
        const std::string after = name + " = " + torch + ".zeros_like(" + name + ")";
        return ErrorFix{FixKind::NewValue, {{span, after}}, {before, after}};
    }
    for (const std::string_view only : kOnlyInPlace) {
        if (attribute->name == only)
            return ErrorFix{FixKind::CloneFirst, {lineBefore(span.begin, name + " = " + name + ".clone()")}, {name}};
    }
    const Span named = attribute->nameSpan;
    std::string after = name + " = " + before;
    after.erase(after.find(attribute->name, name.size() + 3) + attribute->name.size() - 1, 1);
    return ErrorFix{FixKind::NewValue, {insert(span.begin, name + " = "), {{named.end - 1, named.end}, ""}}, {before, after}};
}

}  // namespace backstep
