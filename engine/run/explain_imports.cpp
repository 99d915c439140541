// SPDX-License-Identifier: GPL-3.0-or-later
// A module that is not here: where nothing takes what it gives (it is imported and not used, or only told something, as in
// os.environ["…"] = "…"), the program runs without it.
#include <algorithm>
#include <set>

#include "engine/run/explain_parts.h"

namespace backstep {
namespace {

class WithoutModule {
public:
    WithoutModule(const ProgramView& view, std::string module) : view_(view), module_(std::move(module)) {}

    // None where something needs it.
    std::vector<Fix> edits() {
        for (std::size_t i = 0; i < view_.ast.stmts.size(); ++i) {
            if (!dropImport(StmtId(i))) return {};
        }
        std::set<std::uint32_t> users;
        view_.forEach([&](ExprId id) {
            if (isBound(id) && view_.statementOf(id).valid()) users.insert(view_.statementOf(id).value);
        });
        for (const std::uint32_t user : users) {
            if (!isToldOnly(StmtId(user)) || !dropLines(StmtId(user))) return {};
        }
        std::sort(edits_.begin(), edits_.end(), [](const Fix& a, const Fix& b) { return a.span.begin < b.span.begin; });
        return edits_;
    }

private:
    const ProgramView& view_;
    std::string module_;
    std::vector<std::string> bound_;  // names that stand for the module, or for what comes from it
    std::vector<Fix> edits_;

    [[nodiscard]] bool isBound(ExprId id) const {
        const auto* name = view_.as<NameExpr>(id);
        return name != nullptr && std::find(bound_.begin(), bound_.end(), name->name) != bound_.end();
    }

    [[nodiscard]] bool isWithin(const std::string& name) const { return name == module_ || name.starts_with(module_ + "."); }

    // Where the statement imports the module; false if it cannot be left out.
    bool dropImport(StmtId import) {
        if (const auto* from = view_.as<ImportFromStmt>(import); from != nullptr && isWithin(from->module)) {
            for (const ImportedName& name : from->names) bound_.push_back(name.alias.empty() ? name.name : name.alias);
            return bound_.back() != "*" && dropLines(import);
        }
        const auto* plain = view_.as<ImportStmt>(import);
        if (plain == nullptr) return true;
        const auto refused =
            std::find_if(plain->names.begin(), plain->names.end(), [&](const ImportedName& name) { return isWithin(name.name); });
        if (refused == plain->names.end()) return true;
        bound_.push_back(refused->alias.empty() ? refused->name.substr(0, refused->name.find('.')) : refused->alias);
        if (plain->names.size() == 1) return dropLines(import);
        const bool last = refused + 1 == plain->names.end();
        edits_.push_back(
            {last ? Span{(refused - 1)->span.end, refused->span.end} : Span{refused->span.begin, (refused + 1)->span.begin}, ""});
        return true;
    }

    // Its lines, of which it must have all, at the outermost level: within a block something has to stay.
    bool dropLines(StmtId id) {
        const auto& body = view_.ast.body;
        if (std::find(body.begin(), body.end(), id) == body.end()) return false;
        const std::string_view text = view_.source.text();
        const Span span = view_.spanOf(id);
        const std::uint32_t begin = view_.lineStart(span.begin);
        std::size_t rest = text.find_first_not_of(" \t\r", span.end);
        if (rest != std::string_view::npos && text[rest] == '#') rest = text.find('\n', rest);
        if (begin != span.begin || (rest != std::string_view::npos && text[rest] != '\n')) return false;
        edits_.push_back({{begin, static_cast<std::uint32_t>(rest == std::string_view::npos ? text.size() : rest + 1)}, ""});
        return true;
    }

    // gc.collect(), os.environ["…"] = "…": nobody takes what it gives.
    [[nodiscard]] bool isToldOnly(StmtId id) const {
        if (const auto* expression = view_.as<ExpressionStmt>(id))
            return view_.as<CallExpr>(expression->value) != nullptr && isBound(rootOf(expression->value));
        const auto* store = view_.as<StoreStmt>(id);
        return store != nullptr && std::all_of(store->targets.begin(), store->targets.end(), [&](ExprId target) {
                   return view_.as<NameExpr>(target) == nullptr && isBound(rootOf(target));
               });
    }

    [[nodiscard]] ExprId rootOf(ExprId id) const {
        while (true) {
            if (const auto* attribute = view_.as<AttributeExpr>(id)) id = attribute->object;
            else if (const auto* subscript = view_.as<SubscriptExpr>(id)) id = subscript->object;
            else if (const auto* call = view_.as<CallExpr>(id)) id = call->callee;
            else return id;
        }
    }
};

}  // namespace

void explainImports(Explaining& e) {
    std::string module;
    constexpr std::string_view kRefused = "the module ";
    if (e.out.kind == ExplanationKind::UnknownModule) module = e.said("module");
    else if (e.out.kind == ExplanationKind::NotSupported && e.view.error.message.starts_with(kRefused))
        module = e.view.error.message.substr(kRefused.size());
    if (module.empty() || !e.out.fixes.empty() || !e.context.parsed.ok() || e.view.error.line == 0) return;
    std::vector<Fix> edits = WithoutModule(e.view, module).edits();
    if (!edits.empty()) e.offer(FixKind::WithoutModule, std::move(edits), {module});
}

}  // namespace backstep
