// SPDX-License-Identifier: GPL-3.0-or-later
// Names and their scopes, visited in the order of CPython's symbol tables.
#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string_view>
#include <vector>

#include "engine/syntax/python_parser_checks.h"

namespace backstep {
namespace {

// clang-format off
enum Flag : unsigned { kGlobal = 1, kLocal = 2, kParameter = 4, kNonlocal = 8, kUsed = 16, kImported = 32, kAnnotated = 64, kIteration = 128 };
// clang-format on

struct Scope {
    enum class Kind : std::uint8_t { Module, Function, Class };
    struct Directive {
        std::string name;
        Span span;
    };
    Kind kind = Kind::Module;
    const ComprehensionExpr* comprehension = nullptr;
    Scope* parent = nullptr;
    bool iterationTarget = false;
    int iterableDepth = 0;
    std::map<std::string, unsigned> flags;
    std::vector<std::string> order;  // of first appearance
    std::vector<Directive> directives;
    std::vector<std::unique_ptr<Scope>> children;
};

class Scopes {
public:
    Scopes(const Source& source, const Ast& ast) : source_(source), ast_(ast) {}

    std::optional<SyntaxFault> run() {
        try {
            Scope module;
            scope_ = &module;
            block(ast_.body);
            analyse(module, {}, true);
            scope_ = nullptr;
        } catch (const SyntaxFault& fault) {
            return fault;
        }
        return std::nullopt;
    }

private:
    const Source& source_;
    const Ast& ast_;
    Scope* scope_ = nullptr;
    bool storing_ = false;

    [[noreturn]] void fail(Span span, std::string message) const { throw faultAt(source_, span, std::move(message)); }
    [[nodiscard]] Span spanOf(ExprId id) const { return ast_.exprs[id].span; }
    [[nodiscard]] static unsigned flagsOf(const Scope& scope, const std::string& name) {
        const auto found = scope.flags.find(name);
        return found == scope.flags.end() ? 0 : found->second;
    }

    void define(const std::string& name, unsigned flag, Span span) { define(*scope_, name, flag, span); }
    void define(Scope& scope, const std::string& name, unsigned flag, Span span) const {
        if ((flag & kParameter) != 0 && (flagsOf(scope, name) & kParameter) != 0)
            fail(span, "duplicate argument '" + name + "' in function definition");
        const auto [entry, fresh] = scope.flags.try_emplace(name, 0);
        if (fresh) scope.order.push_back(name);
        entry->second |= flag;
        if (!scope_->iterationTarget) return;
        if ((entry->second & (kGlobal | kNonlocal)) != 0)
            fail(span, "comprehension inner loop cannot rebind assignment expression target '" + name + "'");
        entry->second |= kIteration;
    }

    // Runs `inside` in a scope of its own.
    template <class F>
    void within(Scope::Kind kind, const ComprehensionExpr* comprehension, F inside) {
        auto scope = std::make_unique<Scope>();
        scope->kind = kind;
        scope->comprehension = comprehension;
        scope->parent = scope_;
        scope->iterableDepth = scope_->iterableDepth;
        Scope* const inner = scope.get();
        scope_->children.push_back(std::move(scope));
        scope_ = inner;
        inside();
        scope_ = inner->parent;
    }

    // --- statements ---

    void block(const Block& body) {
        for (const StmtId id : body) std::visit([&](const auto& s) { statement(s, ast_.stmts[id].span); }, ast_.stmts[id].node);
    }
    template <class S>
    void statement(const S&, Span) {}  // those without a name
    void statement(const ExpressionStmt& s, Span) { load(s.value); }
    void statement(const StoreStmt& s, Span) {
        for (const ExprId target : s.targets) store(target);
        load(s.value);
    }
    void statement(const AugmentedStmt& s, Span) { store(s.target), load(s.value); }
    void statement(const AnnotatedStmt& s, Span span) {
        if (const auto* name = ast_.as<NameExpr>(s.target)) {
            const unsigned flags = flagsOf(*scope_, name->name);
            if ((flags & (kGlobal | kNonlocal)) != 0 && scope_->kind != Scope::Kind::Module && s.simple) {
                fail(span, "annotated name '" + name->name + "' can't be " + ((flags & kGlobal) != 0 ? "global" : "nonlocal"));
            }
            if (s.simple) define(name->name, kAnnotated | kLocal, spanOf(s.target));
            else if (s.value.valid()) define(name->name, kLocal, spanOf(s.target));
        } else {
            store(s.target);
        }
        load(s.annotation);
        load(s.value);
    }
    void statement(const IfStmt& s, Span) {
        for (std::size_t i = 0; i < s.conditions.size(); ++i) load(s.conditions[i]), block(s.blocks[i]);
        block(s.otherwise);
    }
    void statement(const WhileStmt& s, Span) { load(s.condition), block(s.body), block(s.otherwise); }
    void statement(const ForStmt& s, Span) { store(s.target), load(s.iterable), block(s.body), block(s.otherwise); }
    void statement(const DefStmt& s, Span span) {
        define(s.name, kLocal, span);
        defaults(s.parameters);
        for (const Parameter& p : s.parameters) load(p.annotation);
        load(s.returns);
        loadAll(s.decorators);
        within(Scope::Kind::Function, nullptr, [&] { parameters(s.parameters), block(s.body); });
    }
    void statement(const ClassStmt& s, Span span) {
        define(s.name, kLocal, span);
        loadAll(s.bases);
        for (const Keyword& k : s.keywords) load(k.value);
        loadAll(s.decorators);
        within(Scope::Kind::Class, nullptr, [&] { block(s.body); });
    }
    void statement(const ReturnStmt& s, Span) { load(s.value); }
    void statement(const DeleteStmt& s, Span) {
        for (const ExprId target : s.targets) store(target);
    }
    void statement(const AssertStmt& s, Span) { load(s.condition), load(s.message); }
    void statement(const RaiseStmt& s, Span) { load(s.exception), load(s.cause); }
    void statement(const TryStmt& s, Span) {
        block(s.body), block(s.otherwise);
        for (const Handler& h : s.handlers) {
            load(h.type);
            if (!h.name.empty()) define(h.name, kLocal, h.span);
            block(h.body);
        }
        block(s.finally);
    }
    void statement(const WithStmt& s, Span) {
        for (const WithItem& item : s.items) {
            load(item.context);
            if (item.target.valid()) store(item.target);
        }
        block(s.body);
    }
    void statement(const ScopeStmt& s, Span span) {
        const std::string word = s.global ? "global" : "nonlocal";
        for (const std::string& name : s.names) {
            const unsigned flags = flagsOf(*scope_, name);
            if ((flags & kParameter) != 0) fail(span, "name '" + name + "' is parameter and " + word);
            if ((flags & kUsed) != 0) fail(span, "name '" + name + "' is used prior to " + word + " declaration");
            if ((flags & kAnnotated) != 0) fail(span, "annotated name '" + name + "' can't be " + word);
            if ((flags & kLocal) != 0) fail(span, "name '" + name + "' is assigned to before " + word + " declaration");
            define(name, s.global ? kGlobal : kNonlocal, span);
            scope_->directives.push_back({name, span});
        }
    }
    void statement(const ImportStmt& s, Span) { imports(s.names); }
    void statement(const ImportFromStmt& s, Span) { imports(s.names); }
    void imports(const std::vector<ImportedName>& names) {
        for (const ImportedName& n : names) {
            if (n.name == "*" && scope_->kind != Scope::Kind::Module) fail(n.span, "import * only allowed at module level");
            if (n.name != "*") define(n.alias.empty() ? n.name.substr(0, n.name.find('.')) : n.alias, kImported, n.span);
        }
    }

    // --- expressions ---

    void loadAll(const std::vector<ExprId>& ids) {
        for (const ExprId id : ids) load(id);
    }
    void load(ExprId id) {
        if (!id.valid()) return;
        const bool outer = std::exchange(storing_, false);
        std::visit([&](const auto& e) { expression(e, id); }, ast_.exprs[id].node);
        storing_ = outer;
    }
    // Names directly in the target are bound by it.
    void store(ExprId id) {
        const bool outer = std::exchange(storing_, true);
        std::visit([&](const auto& e) { expression(e, id); }, ast_.exprs[id].node);
        storing_ = outer;
    }
    void either(ExprId id) { storing_ ? store(id) : load(id); }

    template <class E>
    void expression(const E&, ExprId id) {
        std::vector<ExprId> children;
        forEachPart(ast_.exprs[id], children);
        loadAll(children);
    }
    void expression(const NameExpr& e, ExprId id) { define(e.name, storing_ ? kLocal : kUsed, spanOf(id)); }
    void expression(const TupleExpr& e, ExprId) {
        for (const ExprId item : e.items) either(item);
    }
    void expression(const ListExpr& e, ExprId) {
        for (const ExprId item : e.items) either(item);
    }
    void expression(const StarredExpr& e, ExprId) { either(e.value); }
    void expression(const LambdaExpr& e, ExprId) {
        defaults(e.parameters);
        within(Scope::Kind::Function, nullptr, [&] { parameters(e.parameters), load(e.body); });
    }
    void expression(const AssignmentExpr& e, ExprId id) {
        if (scope_->iterableDepth > 0) fail(spanOf(id), "assignment expression cannot be used in a comprehension iterable expression");
        if (scope_->comprehension != nullptr) extend(e);
        load(e.value);
        define(e.name, kLocal, e.nameSpan);
    }
    void expression(const YieldExpr& e, ExprId id) {
        load(e.value);
        if (scope_->comprehension == nullptr) return;
        using Kind = ComprehensionExpr::Kind;
        const Kind kind = scope_->comprehension->kind;
        fail(spanOf(id), std::string("'yield' inside ") + (kind == Kind::List   ? "list comprehension"
                                                           : kind == Kind::Set  ? "set comprehension"
                                                           : kind == Kind::Dict ? "dict comprehension"
                                                                                : "generator expression"));
    }
    void expression(const ComprehensionExpr& e, ExprId) {
        ++scope_->iterableDepth;
        load(e.generators.front().iterable);
        --scope_->iterableDepth;
        within(Scope::Kind::Function, &e, [&] {
            for (std::size_t i = 0; i < e.generators.size(); ++i) {
                const Generator& g = e.generators[i];
                scope_->iterationTarget = true;
                store(g.target);
                scope_->iterationTarget = false;
                if (i > 0) {
                    ++scope_->iterableDepth;
                    load(g.iterable);
                    --scope_->iterableDepth;
                }
                loadAll(g.conditions);
            }
            load(e.value), load(e.element);
        });
    }

    // A := inside comprehensions binds in the function or module around them.
    void extend(const AssignmentExpr& e) {
        for (Scope* s = scope_; s != nullptr; s = s->parent) {
            if (s->comprehension != nullptr) {
                if ((flagsOf(*s, e.name) & kIteration) != 0)
                    fail(e.nameSpan, "assignment expression cannot rebind comprehension iteration variable '" + e.name + "'");
                continue;
            }
            if (s->kind == Scope::Kind::Class)
                fail(e.nameSpan, "assignment expression within a comprehension cannot be used in a class body");
            const bool global = s->kind == Scope::Kind::Module || (flagsOf(*s, e.name) & kGlobal) != 0;
            define(e.name, global ? kGlobal : kNonlocal, e.nameSpan);
            scope_->directives.push_back({e.name, e.nameSpan});
            return define(*s, e.name, s->kind == Scope::Kind::Module ? kGlobal : kLocal, e.nameSpan);
        }
    }

    void defaults(const std::vector<Parameter>& all) {
        for (const Parameter& p : all) {
            if (p.kind != Parameter::Kind::KeywordOnly) load(p.standard);
        }
        for (const Parameter& p : all) {
            if (p.kind == Parameter::Kind::KeywordOnly) load(p.standard);
        }
    }
    void parameters(const std::vector<Parameter>& all) {
        using Kind = Parameter::Kind;
        for (const Kind kind : {Kind::PositionalOnly, Kind::Ordinary, Kind::KeywordOnly, Kind::Variadic, Kind::Keywords}) {
            for (const Parameter& p : all) {
                if (p.kind == kind) define(p.name, kParameter, p.span);
            }
        }
    }

    static void forEachPart(const Expr& expr, std::vector<ExprId>& out);

    // --- once all names are known ---

    void analyse(const Scope& scope, const std::set<std::string>& outer, bool module) {
        std::set<std::string> bound = outer;
        std::set<std::string> local;
        for (const std::string& name : scope.order) {
            const unsigned flags = scope.flags.at(name);
            const auto directive = [&] {
                const auto found = std::find_if(scope.directives.begin(), scope.directives.end(),
                                                [&](const Scope::Directive& d) { return d.name == name; });
                return found == scope.directives.end() ? Span{} : found->span;
            };
            if ((flags & kGlobal) != 0) {
                if ((flags & kNonlocal) != 0) fail(directive(), "name '" + name + "' is nonlocal and global");
                bound.erase(name);
            } else if ((flags & kNonlocal) != 0) {
                if (module) fail(directive(), "nonlocal declaration not allowed at module level");
                if (!bound.contains(name)) fail(directive(), "no binding for nonlocal '" + name + "' found");
            } else if ((flags & (kLocal | kParameter | kImported)) != 0) {
                local.insert(name);
            }
        }
        if (scope.kind == Scope::Kind::Function) bound.insert(local.begin(), local.end());
        if (scope.kind == Scope::Kind::Class) bound.insert("__class__");
        for (const auto& child : scope.children) analyse(*child, bound, false);
    }
};

// The parts of an expression in CPython's order; a dict's keys come before its values.
void Scopes::forEachPart(const Expr& expr, std::vector<ExprId>& out) {
    const auto add = [&](ExprId id) {
        if (id.valid()) out.push_back(id);
    };
    const auto all = [&](const std::vector<ExprId>& ids) {
        for (const ExprId id : ids) add(id);
    };
    std::visit(Overloaded{
                   [](const auto&) {},
                   [&](const UnaryExpr& e) { add(e.operand); },
                   [&](const BinaryExpr& e) { add(e.left), add(e.right); },
                   [&](const CompareExpr& e) { add(e.first), all(e.rest); },
                   [&](const BoolExpr& e) { add(e.left), add(e.right); },
                   [&](const CallExpr& e) {
                       add(e.callee), all(e.arguments);
                       for (const Keyword& k : e.keywords) add(k.value);
                   },
                   [&](const ConditionalExpr& e) { add(e.condition), add(e.whenTrue), add(e.whenFalse); },
                   [&](const FieldExpr& e) { add(e.value), add(e.format); },
                   [&](const FormattedExpr& e) { all(e.parts); },
                   [&](const SetExpr& e) { all(e.items); },
                   [&](const DictExpr& e) { all(e.keys), all(e.values); },
                   [&](const AttributeExpr& e) { add(e.object); },
                   [&](const SubscriptExpr& e) { add(e.object), add(e.index); },
                   [&](const SliceExpr& e) { add(e.start), add(e.stop), add(e.step); },
               },
               expr.node);
}

bool isFeature(std::string_view name) {
    static const std::set<std::string_view> kFeatures{"nested_scopes",  "generators",     "division",         "absolute_import",
                                                      "with_statement", "print_function", "unicode_literals", "barry_as_FLUFL",
                                                      "generator_stop", "annotations"};
    return kFeatures.contains(name);
}

}  // namespace

SyntaxFault faultAt(const Source& source, Span span, std::string message) {
    const std::string& text = source.text();
    std::uint32_t line = 1, start = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    for (std::uint32_t i = start; i < span.begin; ++i) {
        if (text[i] != '\n' && !(text[i] == '\r' && text[i + 1] != '\n')) continue;
        ++line;
        start = i + 1;
    }
    return {"SyntaxError", std::move(message), span, line, span.begin - start + 1, false};
}

// from __future__ import … may stand only at the beginning, after the docstring.
std::optional<SyntaxFault> checkFutures(const Source& source, const Ast& ast) {
    bool begins = true;
    for (std::size_t i = 0; i < ast.body.size() && begins; ++i) {
        const Stmt& stmt = ast.stmts[ast.body[i]];
        const auto* expression = std::get_if<ExpressionStmt>(&stmt.node);
        if (expression != nullptr && i == 0 && ast.as<TextExpr>(expression->value) != nullptr) continue;
        if (std::holds_alternative<MagicStmt>(stmt.node)) continue;
        const auto* import = std::get_if<ImportFromStmt>(&stmt.node);
        begins = import != nullptr && import->module == "__future__" && import->level == 0;
        if (!begins) break;
        for (const ImportedName& name : import->names) {
            if (name.name == "braces") return faultAt(source, stmt.span, "not a chance");
            if (!isFeature(name.name)) return faultAt(source, stmt.span, "future feature " + name.name.substr(0, 100) + " is not defined");
        }
    }
    return std::nullopt;
}

std::optional<SyntaxFault> checkScopes(const Source& source, const Ast& ast) { return Scopes(source, ast).run(); }

std::optional<SyntaxFault> checkProgram(const Source& source, const Ast& ast) {
    for (const auto check : {checkFutures, checkScopes, checkPlaces}) {
        if (std::optional<SyntaxFault> fault = check(source, ast)) return fault;
    }
    return std::nullopt;
}

}  // namespace backstep
