// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/refusals.h"

#include <algorithm>
#include <map>
#include <set>

#include "engine/modules/modules.h"
#include "engine/run/supported.h"

namespace backstep {
namespace {

class Foresight {
public:
    explicit Foresight(const ParsedProgram& parsed) : parsed_(parsed), ast_(parsed.ast) {}

    std::vector<Diagnostic> run() {
        for (const UnsupportedSyntax& syntax : parsed_.unsupported) say(syntax.what, syntax.span);
        if (!parsed_.ok()) return ordered();
        imports();
        dropRebound();
        for (std::size_t i = 0; i < ast_.exprs.size(); ++i) {
            if (const auto* attribute = ast_.as<AttributeExpr>(ExprId(i))) look(*attribute);
            else if (const auto* call = ast_.as<CallExpr>(ExprId(i))) look(*call);
        }
        return ordered();
    }

private:
    const ParsedProgram& parsed_;
    const Ast& ast_;
    std::map<std::string, std::string> modules_;  // by the program's name for it: np -> numpy
    std::set<std::string> bound_;                 // names that the program gives to something
    std::vector<Diagnostic> out_;

    void say(std::string what, Span span) { out_.push_back({DiagnosticKind::NotSupported, span, {std::move(what)}, {}}); }
    std::vector<Diagnostic> ordered() {
        std::stable_sort(out_.begin(), out_.end(), [](const Diagnostic& a, const Diagnostic& b) { return a.span.begin < b.span.begin; });
        return std::move(out_);
    }

    [[nodiscard]] static bool isModule(const std::string& name) {
        const auto& all = supported().modules;
        const auto at = all.lower_bound(name);
        return at != all.end() && (at->first == name || at->first.starts_with(name + "."));
    }
    // The original has it and we do not, or have it only to refuse it.
    [[nodiscard]] static bool refusedIn(const std::string& module, const std::string& name) {
        if (supported().refused.contains(module + "." + name)) return true;
        const auto found = supported().modules.find(module);
        if (found == supported().modules.end() || found->second.contains(name) || isModule(module + "." + name)) return false;
        return modules::isKnown(module, name);
    }

    void imports() {
        for (const Stmt& statement : ast_.stmts) {
            if (const auto* import = std::get_if<ImportStmt>(&statement.node)) {
                for (const ImportedName& name : import->names) {
                    const std::string root = name.name.substr(0, name.name.find('.'));
                    if (supported().refusedModules.contains(root)) say("the module " + name.name, name.span);
                    else if (name.alias.empty()) modules_[root] = root;
                    else modules_[name.alias] = name.name;
                }
            } else if (const auto* from = std::get_if<ImportFromStmt>(&statement.node)) {
                const std::string root = from->module.substr(0, from->module.find('.'));
                if (from->level == 0 && supported().refusedModules.contains(root)) say("the module " + from->module, from->moduleSpan);
                for (const ImportedName& name : from->names) {
                    if (isModule(from->module + "." + name.name))
                        modules_[name.alias.empty() ? name.name : name.alias] = from->module + "." + name.name;
                    else if (refusedIn(from->module, name.name)) say(from->module + "." + name.name, name.span);
                }
            }
        }
    }

    void bind(ExprId target) {
        if (!target.valid()) return;
        if (const auto* name = ast_.as<NameExpr>(target)) bound_.insert(name->name);
        if (const auto* tuple = ast_.as<TupleExpr>(target))
            std::for_each(tuple->items.begin(), tuple->items.end(), [&](ExprId t) { bind(t); });
        if (const auto* list = ast_.as<ListExpr>(target)) std::for_each(list->items.begin(), list->items.end(), [&](ExprId t) { bind(t); });
        if (const auto* starred = ast_.as<StarredExpr>(target)) bind(starred->value);
    }
    void bind(const std::vector<Parameter>& parameters) {
        for (const Parameter& p : parameters) bound_.insert(p.name);
    }

    // A name that is a module here and something else there is not followed.
    void dropRebound() {
        for (const Stmt& statement : ast_.stmts) {
            std::visit(Overloaded{
                           [&](const StoreStmt& s) { std::for_each(s.targets.begin(), s.targets.end(), [&](ExprId t) { bind(t); }); },
                           [&](const AugmentedStmt& s) { bind(s.target); },
                           [&](const AnnotatedStmt& s) { bind(s.target); },
                           [&](const ForStmt& s) { bind(s.target); },
                           [&](const DefStmt& s) { bound_.insert(s.name), bind(s.parameters); },
                           [&](const ClassStmt& s) { bound_.insert(s.name); },
                           [&](const WithStmt& s) {
                               for (const WithItem& item : s.items) bind(item.target);
                           },
                           [&](const TryStmt& s) {
                               for (const Handler& handler : s.handlers) bound_.insert(handler.name);
                           },
                           [](const auto&) {},
                       },
                       statement.node);
        }
        for (const Expr& e : ast_.exprs) {
            if (const auto* lambda = std::get_if<LambdaExpr>(&e.node)) bind(lambda->parameters);
            if (const auto* walrus = std::get_if<AssignmentExpr>(&e.node)) bound_.insert(walrus->name);
            if (const auto* comprehension = std::get_if<ComprehensionExpr>(&e.node)) {
                for (const Generator& g : comprehension->generators) bind(g.target);
            }
        }
        for (const std::string& name : bound_) modules_.erase(name);
    }

    // The module that the expression names; empty: none.
    [[nodiscard]] std::string moduleOf(ExprId id) const {
        if (const auto* name = ast_.as<NameExpr>(id)) {
            const auto found = modules_.find(name->name);
            return found == modules_.end() ? std::string() : found->second;
        }
        if (const auto* attribute = ast_.as<AttributeExpr>(id)) {
            const std::string outer = moduleOf(attribute->object);
            if (!outer.empty() && isModule(outer + "." + attribute->name)) return outer + "." + attribute->name;
        }
        return {};
    }

    void look(const AttributeExpr& attribute) {
        const std::string module = moduleOf(attribute.object);
        if (!module.empty() && refusedIn(module, attribute.name)) say(module + "." + attribute.name, attribute.nameSpan);
    }

    void look(const CallExpr& call) {
        if (const auto* name = ast_.as<NameExpr>(call.callee)) {
            if (!bound_.contains(name->name) && !modules_.contains(name->name) && supported().refused.contains("builtins." + name->name)) {
                say(name->name + "()", ast_.exprs[call.callee].span);
            }
        }
    }
};

}  // namespace

std::vector<Diagnostic> foreseenRefusals(const ParsedProgram& parsed) { return Foresight(parsed).run(); }

}  // namespace backstep
