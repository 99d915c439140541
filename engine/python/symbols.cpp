// SPDX-License-Identifier: GPL-3.0-or-later
// Long because it visits every kind of node once.
#include "engine/python/symbols.h"

#include <algorithm>

namespace backstep::python {

std::string mangled(const std::string& name, const std::string& className) {
    if (className.empty() || !name.starts_with("__") || name.ends_with("__") || name.find('.') != std::string::npos) return name;
    const std::size_t letters = className.find_first_not_of('_');
    return letters == std::string::npos ? name : "_" + className.substr(letters) + name;
}

Scope::Symbol& Scope::meet(const std::string& name) {
    const auto [at, fresh] = symbols.try_emplace(name);
    if (fresh) order.push_back(name);
    return at->second;
}

const Scope::Symbol& Scope::symbolOf(const std::string& name) const {
    static const Symbol unknown;
    const auto found = symbols.find(name);
    return found == symbols.end() ? unknown : found->second;
}

namespace {

class Resolver {
public:
    explicit Resolver(const Ast& ast) : ast_(ast) {}

    Symbols run() {
        symbols_.module = std::make_unique<Scope>();
        scope_ = symbols_.module.get();
        block(ast_.body);
        for (const auto& child : symbols_.module->children) capture(*child);
        place(*symbols_.module);
        return std::move(symbols_);
    }

private:
    // ---- names met

    void use(const std::string& name) {
        scope_->meet(mangled(name, scope_->className)).used = true;
        // super() and __class__ mean the cell of the class that the method is in.
        if (name == "super" && scope_->kind == Scope::Kind::Function) scope_->meet("__class__").used = true;
    }
    void bind(const std::string& name) { scope_->meet(mangled(name, scope_->className)).bound = true; }
    void bindParameter(const std::string& name, Span span) {
        Scope::Symbol& symbol = scope_->meet(mangled(name, scope_->className));
        if (symbol.parameter) throw CompileFault{"duplicate argument '" + name + "' in function definition", span};
        symbol.bound = symbol.parameter = true;
        scope_->locals.push_back(mangled(name, scope_->className));
    }

    Scope* open(Scope::Kind kind) {
        auto scope = std::make_unique<Scope>();
        scope->kind = kind;
        scope->parent = scope_;
        scope->className = scope_->className;
        scope_->children.push_back(std::move(scope));
        return scope_->children.back().get();
    }
    template <class F>
    void inside(Scope* scope, F&& visit) {
        Scope* outer = std::exchange(scope_, scope);
        visit();
        scope_ = outer;
    }

    // ---- statements

    void block(const Block& statements) {
        for (const StmtId id : statements) statement(id);
    }

    void statement(StmtId id) {
        const Stmt& s = ast_.stmts[id];
        std::visit(Overloaded{
                       [&](const ExpressionStmt& n) { expr(n.value); },
                       [](const AssignStmt&) {},
                       [](const FunctionStmt&) {},
                       [&](const StoreStmt& n) {
                           expr(n.value);
                           for (const ExprId t : n.targets) target(t);
                       },
                       [&](const AugmentedStmt& n) {
                           expr(n.value);
                           expr(n.target);
                           target(n.target);
                       },
                       [&](const AnnotatedStmt& n) { annotated(n); },
                       [&](const IfStmt& n) {
                           for (std::size_t i = 0; i < n.conditions.size(); ++i) {
                               expr(n.conditions[i]);
                               block(n.blocks[i]);
                           }
                           block(n.otherwise);
                       },
                       [&](const WhileStmt& n) {
                           ++scope_->loops;
                           expr(n.condition);
                           block(n.body);
                           block(n.otherwise);
                       },
                       [&](const ForStmt& n) {
                           ++scope_->loops;
                           expr(n.iterable);
                           target(n.target);
                           block(n.body);
                           block(n.otherwise);
                       },
                       [&](const DefStmt& n) { def(id, n); },
                       [&](const ClassStmt& n) { classDef(id, n); },
                       [&](const ReturnStmt& n) {
                           if (scope_->kind != Scope::Kind::Function) throw CompileFault{"'return' outside function", s.span};
                           maybe(n.value);
                       },
                       [&](const DeleteStmt& n) {
                           for (const ExprId t : n.targets) target(t);
                       },
                       [&](const AssertStmt& n) {
                           expr(n.condition);
                           maybe(n.message);
                       },
                       [&](const RaiseStmt& n) {
                           maybe(n.exception);
                           maybe(n.cause);
                       },
                       [&](const TryStmt& n) {
                           block(n.body);
                           for (const Handler& h : n.handlers) {
                               maybe(h.type);
                               if (!h.name.empty()) bind(h.name);
                               block(h.body);
                           }
                           block(n.otherwise);
                           block(n.finally);
                       },
                       [&](const WithStmt& n) {
                           for (const WithItem& item : n.items) {
                               expr(item.context);
                               if (item.target.valid()) target(item.target);
                           }
                           block(n.body);
                       },
                       [&](const ScopeStmt& n) { declare(n, s.span); },
                       [&](const ImportStmt& n) {
                           for (const ImportedName& name : n.names) {
                               bind(name.alias.empty() ? name.name.substr(0, name.name.find('.')) : name.alias);
                           }
                       },
                       [&](const ImportFromStmt& n) {
                           for (const ImportedName& name : n.names) {
                               if (name.name == "*") {
                                   if (scope_->kind != Scope::Kind::Module)
                                       throw CompileFault{"import * only allowed at module level", s.span};
                               } else {
                                   bind(name.alias.empty() ? name.name : name.alias);
                               }
                           }
                       },
                       [](const PassStmt&) {},
                       [](const BreakStmt&) {},
                       [](const ContinueStmt&) {},
                       [](const MagicStmt&) {},
                       [](const UnsupportedStmt&) {},
                   },
                   s.node);
    }

    void annotated(const AnnotatedStmt& n) {
        if (scope_->kind != Scope::Kind::Function) maybe(n.annotation);
        maybe(n.value);
        target(n.target);
    }

    void declare(const ScopeStmt& n, Span span) {
        const char* word = n.global ? "global" : "nonlocal";
        if (!n.global && scope_->kind == Scope::Kind::Module) throw CompileFault{"nonlocal declaration not allowed at module level", span};
        for (const std::string& plain : n.names) {
            const std::string name = mangled(plain, scope_->className);
            Scope::Symbol& symbol = scope_->meet(name);
            if (symbol.parameter) throw CompileFault{"name '" + name + "' is parameter and " + word, span};
            if (symbol.bound && !symbol.global && !symbol.nonlocal) {
                throw CompileFault{"name '" + name + "' is assigned to before " + word + " declaration", span};
            }
            if (symbol.used && !symbol.global && !symbol.nonlocal) {
                throw CompileFault{"name '" + name + "' is used prior to " + word + " declaration", span};
            }
            if (n.global ? symbol.nonlocal : symbol.global) throw CompileFault{"name '" + name + "' is nonlocal and global", span};
            (n.global ? symbol.global : symbol.nonlocal) = true;
            symbol.declared = span;
        }
    }

    void parameters(const std::vector<Parameter>& list) {
        using enum Parameter::Kind;
        // Positional, keyword-only, *args, **kwargs: the order of a frame's slots.
        const auto each = [&](auto wanted) {
            for (const Parameter& p : list) {
                if (wanted(p.kind)) bindParameter(p.name, p.span);
            }
        };
        each([](Parameter::Kind k) { return k == PositionalOnly || k == Ordinary; });
        each([](Parameter::Kind k) { return k == KeywordOnly; });
        each([](Parameter::Kind k) { return k == Variadic; });
        each([](Parameter::Kind k) { return k == Keywords; });
    }

    void def(StmtId id, const DefStmt& n) {
        for (const ExprId d : n.decorators) expr(d);
        for (const Parameter& p : n.parameters) {
            maybe(p.standard);
            maybe(p.annotation);
        }
        maybe(n.returns);
        bind(n.name);
        Scope* scope = open(Scope::Kind::Function);
        symbols_.ofStatement[id.value] = scope;
        inside(scope, [&] {
            parameters(n.parameters);
            block(n.body);
        });
    }

    void classDef(StmtId id, const ClassStmt& n) {
        for (const ExprId d : n.decorators) expr(d);
        for (const ExprId b : n.bases) expr(b);
        for (const Keyword& k : n.keywords) expr(k.value);
        bind(n.name);
        Scope* scope = open(Scope::Kind::Class);
        scope->className = n.name;
        symbols_.ofStatement[id.value] = scope;
        inside(scope, [&] { block(n.body); });
    }

    // ---- expressions

    void maybe(ExprId id) {
        if (id.valid()) expr(id);
    }
    void all(const std::vector<ExprId>& ids) {
        for (const ExprId id : ids) maybe(id);
    }

    // Left-deep chains (a + b + c …, a.b().c()) are followed in a loop: there may be thousands of terms.
    void expr(ExprId id) {
        while (id.valid()) {
            const Expr& e = ast_.exprs[id];
            ExprId further;
            std::visit(Overloaded{
                           [](const BadExpr&) {},
                           [](const NumberExpr&) {},
                           [&](const NameExpr& n) { use(n.name); },
                           [&](const UnaryExpr& n) { further = n.operand; },
                           [&](const BinaryExpr& n) {
                               expr(n.right);
                               further = n.left;
                           },
                           [&](const CompareExpr& n) {
                               all(n.rest);
                               further = n.first;
                           },
                           [&](const BoolExpr& n) {
                               expr(n.right);
                               further = n.left;
                           },
                           [&](const CallExpr& n) {
                               all(n.arguments);
                               for (const Keyword& k : n.keywords) expr(k.value);
                               further = n.callee;
                           },
                           [&](const ConditionalExpr& n) {
                               expr(n.condition);
                               expr(n.whenTrue);
                               further = n.whenFalse;
                           },
                           [](const IntegerExpr&) {},
                           [](const TextExpr&) {},
                           [&](const FieldExpr& n) {
                               expr(n.value);
                               further = n.format;
                           },
                           [&](const FormattedExpr& n) { all(n.parts); },
                           [](const ConstantExpr&) {},
                           [&](const TupleExpr& n) { all(n.items); },
                           [&](const ListExpr& n) { all(n.items); },
                           [&](const SetExpr& n) { all(n.items); },
                           [&](const DictExpr& n) {
                               all(n.keys);
                               all(n.values);
                           },
                           [&](const StarredExpr& n) { further = n.value; },
                           [&](const AttributeExpr& n) { further = n.object; },
                           [&](const SubscriptExpr& n) {
                               expr(n.index);
                               further = n.object;
                           },
                           [&](const SliceExpr& n) {
                               maybe(n.start);
                               maybe(n.stop);
                               further = n.step;
                           },
                           [&](const LambdaExpr& n) { lambda(id, n); },
                           [&](const ComprehensionExpr& n) { comprehension(id, n); },
                           [&](const AssignmentExpr& n) {
                               further = n.value;
                               walrus(n.name);
                           },
                           [&](const YieldExpr& n) {
                               if (scope_->kind != Scope::Kind::Function) throw CompileFault{"'yield' outside function", e.span};
                               scope_->generator = true;
                               further = n.value;
                           },
                           [](const UnsupportedExpr&) {},
                       },
                       e.node);
            id = further;
        }
    }

    // := in a comprehension binds in the function around it.
    void walrus(const std::string& name) {
        Scope* at = scope_;
        while (at->comprehension) {
            Scope::Symbol& inner = at->meet(mangled(name, at->className));
            inner.used = true;
            at = at->parent;
            if (at->kind == Scope::Kind::Module) inner.global = true;
            if (at->kind == Scope::Kind::Function && !at->comprehension) inner.nonlocal = true;
            if (at->comprehension) inner.nonlocal = true;
        }
        at->meet(mangled(name, at->className)).bound = true;
    }

    void lambda(ExprId id, const LambdaExpr& n) {
        for (const Parameter& p : n.parameters) maybe(p.standard);
        Scope* scope = open(Scope::Kind::Function);
        symbols_.ofExpression[id.value] = scope;
        inside(scope, [&] {
            parameters(n.parameters);
            expr(n.body);
        });
    }

    void comprehension(ExprId id, const ComprehensionExpr& n) {
        expr(n.generators.front().iterable);  // the first iterable belongs to the scope around
        Scope* scope = open(Scope::Kind::Function);
        scope->comprehension = true;
        scope->generator = n.kind == ComprehensionExpr::Kind::Generator;
        symbols_.ofExpression[id.value] = scope;
        inside(scope, [&] {
            bindParameter(".0", ast_.exprs[id].span);
            for (std::size_t i = 0; i < n.generators.size(); ++i) {
                ++scope_->loops;
                if (i > 0) expr(n.generators[i].iterable);
                target(n.generators[i].target);
                all(n.generators[i].conditions);
            }
            expr(n.element);
            maybe(n.value);
        });
    }

    void target(ExprId id) {
        std::visit(Overloaded{
                       [&](const NameExpr& n) { bind(n.name); },
                       [&](const TupleExpr& n) {
                           for (const ExprId item : n.items) target(item);
                       },
                       [&](const ListExpr& n) {
                           for (const ExprId item : n.items) target(item);
                       },
                       [&](const StarredExpr& n) { target(n.value); },
                       [&](const auto&) { expr(id); },
                   },
                   ast_.exprs[id].node);
    }

    // ---- where each name lives

    // After capture(): what the inner scopes want is known.
    void place(Scope& scope) {
        for (const std::string& name : scope.order) settle(scope, name);
        scope.firstLoop = static_cast<std::uint32_t>(scope.locals.size());
        scope.locals.resize(scope.locals.size() + scope.loops);
        const auto indexed = [&](const std::vector<std::string>& names, Place where, std::size_t first) {
            for (std::size_t i = 0; i < names.size(); ++i) {
                Scope::Symbol& symbol = scope.symbols[names[i]];
                if (symbol.place == where) symbol.index = static_cast<std::uint32_t>(first + i);
            }
        };
        indexed(scope.locals, Place::Local, 0);
        indexed(scope.cells, Place::Cell, scope.locals.size());
        indexed(scope.freeNames, Place::Free, scope.locals.size() + scope.cells.size());
        for (const auto& child : scope.children) place(*child);
    }

    static bool bindsHere(const Scope::Symbol& symbol) { return symbol.bound && !symbol.global && !symbol.nonlocal; }

    // For each name that this scope (or one inside it) does not bind itself: the function outside that does keeps it in a
    // cell, and every function between hands it through.
    static void capture(Scope& scope) {
        for (const auto& child : scope.children) capture(*child);
        const std::vector<std::string> names = scope.order;
        for (const std::string& name : names) {
            Scope::Symbol& symbol = scope.symbols[name];
            if (symbol.global || bindsHere(symbol) || symbol.place == Place::Cell) continue;
            for (Scope* outer = scope.parent; outer != nullptr; outer = outer->parent) {
                const bool classCell = outer->kind == Scope::Kind::Class && name == "__class__";
                if (outer->kind != Scope::Kind::Function && !classCell) continue;
                const auto found = outer->symbols.find(name);
                if (classCell) {
                    Scope::Symbol& cell = outer->meet(name);
                    cell.captured = true;
                    cell.place = Place::Cell;
                    pass(scope, outer, name);
                    break;
                }
                if (found == outer->symbols.end()) continue;
                if (found->second.global) break;
                if (bindsHere(found->second)) {
                    found->second.captured = true;
                    pass(scope, outer, name);
                    break;
                }
            }
            if (symbol.nonlocal && symbol.place != Place::Free)
                throw CompileFault{"no binding for nonlocal '" + name + "' found", symbol.declared};
        }
    }

    static void pass(Scope& from, const Scope* to, const std::string& name) {
        for (Scope* s = &from; s != to; s = s->parent) {
            Scope::Symbol& symbol = s->meet(name);
            if (symbol.place == Place::Free) continue;
            if (s->kind == Scope::Kind::Class && bindsHere(symbol)) {  // a class has its own x, and hands the outer one through
                if (std::find(s->freeNames.begin(), s->freeNames.end(), name) == s->freeNames.end()) s->freeNames.push_back(name);
                continue;
            }
            symbol.place = Place::Free;
            s->freeNames.push_back(name);
        }
    }

    static void settle(Scope& scope, const std::string& name) {
        Scope::Symbol& symbol = scope.symbols[name];
        if (symbol.place == Place::Free) return;
        if (symbol.place == Place::Cell) {  // __class__ of a class
            scope.cells.push_back(name);
            return;
        }
        if (symbol.global || scope.kind == Scope::Kind::Module) {
            symbol.place = Place::Global;
        } else if (scope.kind == Scope::Kind::Class) {
            symbol.place = Place::Name;
        } else if (!symbol.bound) {
            symbol.place = Place::Global;
        } else if (symbol.captured) {
            symbol.place = Place::Cell;
            scope.cells.push_back(name);
        } else {
            symbol.place = Place::Local;
            if (!symbol.parameter) scope.locals.push_back(name);
        }
    }

    const Ast& ast_;
    Symbols symbols_;
    Scope* scope_ = nullptr;
};

}  // namespace

Symbols resolve(const Ast& ast) { return Resolver(ast).run(); }

}  // namespace backstep::python
