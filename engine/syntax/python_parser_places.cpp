// SPDX-License-Identifier: GPL-3.0-or-later
// What stands where it may not: return outside a function, a star on its own, a keyword twice. Visited in the order in which
// CPython writes its code, so that the first fault is its first.
#include <algorithm>
#include <utility>
#include <vector>

#include "engine/syntax/python_parser_checks.h"

namespace backstep {
namespace {

class Places {
public:
    Places(const Source& source, const Ast& ast) : source_(source), ast_(ast) {}

    std::optional<SyntaxFault> run() {
        try {
            lastFuture();
            block(ast_.body);
        } catch (const SyntaxFault& fault) {
            return fault;
        }
        return std::nullopt;
    }

private:
    static constexpr int kMaxBlocks = 20;

    const Source& source_;
    const Ast& ast_;
    bool function_ = false;  // the scope is one, or a lambda or comprehension
    bool comprehension_ = false;
    int loops_ = 0, blocks_ = 0;
    std::uint32_t futuresEnd_ = 0;  // of the last future import at the beginning

    [[noreturn]] void fail(Span span, std::string message) const { throw faultAt(source_, span, std::move(message)); }
    [[nodiscard]] Span spanOf(ExprId id) const { return ast_.exprs[id].span; }
    void forbid(const std::string& name, Span span, const char* what = "assign to") const {
        if (name == "__debug__") fail(span, std::string("cannot ") + what + " __debug__");
    }

    void lastFuture() {
        for (const StmtId id : ast_.body) {
            const Stmt& stmt = ast_.stmts[id];
            const auto* import = std::get_if<ImportFromStmt>(&stmt.node);
            if (import != nullptr && import->module == "__future__") futuresEnd_ = stmt.span.end;
            else if (!std::holds_alternative<MagicStmt>(stmt.node) && id != ast_.body.front()) return;
            else if (id == ast_.body.front() && !isText(stmt)) return;
        }
    }
    [[nodiscard]] bool isText(const Stmt& stmt) const {
        const auto* expression = std::get_if<ExpressionStmt>(&stmt.node);
        return std::holds_alternative<MagicStmt>(stmt.node) || (expression != nullptr && ast_.as<TextExpr>(expression->value) != nullptr);
    }

    // A scope of its own for what `inside` visits.
    template <class F>
    void within(bool function, bool comprehension, F inside) {
        const bool wasFunction = std::exchange(function_, function), wasComprehension = std::exchange(comprehension_, comprehension);
        const int loops = std::exchange(loops_, 0), blocks = std::exchange(blocks_, 0);
        inside();
        function_ = wasFunction, comprehension_ = wasComprehension, loops_ = loops, blocks_ = blocks;
    }
    template <class F>
    void nested(Span span, bool loop, F inside) {
        if (++blocks_ > kMaxBlocks) fail(span, "too many statically nested blocks");
        loops_ += loop ? 1 : 0;
        inside();
        loops_ -= loop ? 1 : 0;
        --blocks_;
    }

    // --- statements ---

    void block(const Block& body) {
        for (const StmtId id : body) std::visit([&](const auto& s) { statement(s, ast_.stmts[id].span); }, ast_.stmts[id].node);
    }
    template <class S>
    void statement(const S&, Span) {}
    void statement(const ExpressionStmt& s, Span) { load(s.value); }
    void statement(const StoreStmt& s, Span) {
        load(s.value);
        for (const ExprId target : s.targets) store(target);
    }
    void statement(const AugmentedStmt& s, Span) { parts(s.target), load(s.value), store(s.target); }
    void statement(const AnnotatedStmt& s, Span span) {
        if (s.value.valid()) load(s.value), store(s.target);
        if (const auto* name = ast_.as<NameExpr>(s.target)) forbid(name->name, span);
        if (const auto* attribute = ast_.as<AttributeExpr>(s.target)) forbid(attribute->name, span);
        if (!s.value.valid()) parts(s.target);
        if (!function_) load(s.annotation);
    }
    void statement(const IfStmt& s, Span) {
        for (std::size_t i = 0; i < s.conditions.size(); ++i) load(s.conditions[i]), block(s.blocks[i]);
        block(s.otherwise);
    }
    void statement(const WhileStmt& s, Span span) {
        nested(span, true, [&] { load(s.condition), block(s.body); });
        block(s.otherwise);
    }
    void statement(const ForStmt& s, Span span) {
        nested(span, true, [&] { load(s.iterable), store(s.target), block(s.body); });
        block(s.otherwise);
    }
    void statement(const DefStmt& s, Span span) {
        debugParameters(s.parameters, span);
        loadAll(s.decorators);
        defaults(s.parameters);
        for (const Parameter& p : s.parameters) load(p.annotation);
        load(s.returns);
        within(true, false, [&] { block(s.body); });
        forbid(s.name, span);
    }
    void statement(const ClassStmt& s, Span span) {
        loadAll(s.decorators);
        within(false, false, [&] { block(s.body); });
        call(s.bases, s.keywords, span);
        forbid(s.name, span);
    }
    void statement(const ReturnStmt& s, Span span) {
        if (!function_) fail(span, "'return' outside function");
        load(s.value);
    }
    void statement(const DeleteStmt& s, Span) {
        for (const ExprId target : s.targets) erase(target);
    }
    void statement(const AssertStmt& s, Span) { load(s.condition), load(s.message); }
    void statement(const RaiseStmt& s, Span) { load(s.exception), load(s.cause); }
    void statement(const TryStmt& s, Span span) {
        const bool finally = !s.finally.empty();
        const auto attempt = [&] {
            if (s.handlers.empty()) return block(s.body);
            nested(span, false, [&] { block(s.body); });
            block(s.otherwise);
            nested(span, false, [&] { handlers(s); });
        };
        if (finally) nested(span, false, attempt);
        else attempt();
        block(s.finally);
    }
    void handlers(const TryStmt& s) {
        for (const Handler& h : s.handlers) {
            if (!h.type.valid() && &h != &s.handlers.back()) fail(h.span, "default 'except:' must be last");
            load(h.type);
            forbid(h.name, h.span);
            nested(h.span, false, [&] { block(h.body); });
        }
    }
    void statement(const WithStmt& s, Span span) { withItem(s, 0, span); }
    void withItem(const WithStmt& s, std::size_t i, Span span) {
        if (i == s.items.size()) return block(s.body);
        load(s.items[i].context);
        nested(span, false, [&] {
            if (s.items[i].target.valid()) store(s.items[i].target);
            withItem(s, i + 1, span);
        });
    }
    void statement(const ImportStmt& s, Span span) {
        for (const ImportedName& n : s.names) forbid(n.alias.empty() ? n.name.substr(0, n.name.find('.')) : n.alias, span);
    }
    void statement(const ImportFromStmt& s, Span span) {
        if (s.module == "__future__" && s.level == 0 && span.begin >= futuresEnd_)
            fail(span, "from __future__ imports must occur at the beginning of the file");
        for (const ImportedName& n : s.names) forbid(n.alias.empty() ? n.name : n.alias, span);
    }
    void statement(const BreakStmt&, Span span) {
        if (loops_ == 0) fail(span, "'break' outside loop");
    }
    void statement(const ContinueStmt&, Span span) {
        if (loops_ == 0) fail(span, "'continue' not properly in loop");
    }
    void statement(const UnsupportedStmt& s, Span span) {
        if (s.what == "async for" || s.what == "async with") fail(span, "'" + s.what + "' outside async function");
    }

    // --- expressions ---

    void loadAll(const std::vector<ExprId>& ids) {
        for (const ExprId id : ids) load(id);
    }
    // The items of a display or of a call, where a star may stand.
    void items(const std::vector<ExprId>& ids) {
        for (const ExprId id : ids) {
            const auto* star = ast_.as<StarredExpr>(id);
            load(star != nullptr ? star->value : id);
        }
    }
    void load(ExprId id) {
        if (id.valid()) std::visit([&](const auto& e) { expression(e, id); }, ast_.exprs[id].node);
    }

    void expression(const BadExpr&, ExprId) {}
    void expression(const NumberExpr&, ExprId) {}
    void expression(const IntegerExpr&, ExprId) {}
    void expression(const TextExpr&, ExprId) {}
    void expression(const ConstantExpr&, ExprId) {}
    void expression(const NameExpr&, ExprId) {}
    void expression(const UnaryExpr& e, ExprId) { load(e.operand); }
    void expression(const BinaryExpr& e, ExprId) { load(e.left), load(e.right); }
    void expression(const CompareExpr& e, ExprId) { load(e.first), loadAll(e.rest); }
    void expression(const BoolExpr& e, ExprId) { load(e.left), load(e.right); }
    void expression(const ConditionalExpr& e, ExprId) { load(e.condition), load(e.whenTrue), load(e.whenFalse); }
    void expression(const FieldExpr& e, ExprId) { load(e.value), load(e.format); }
    void expression(const FormattedExpr& e, ExprId) { loadAll(e.parts); }
    void expression(const TupleExpr& e, ExprId) { items(e.items); }
    void expression(const ListExpr& e, ExprId) { items(e.items); }
    void expression(const SetExpr& e, ExprId) { items(e.items); }
    void expression(const DictExpr& e, ExprId) {
        for (std::size_t i = 0; i < e.keys.size(); ++i) load(e.keys[i]), load(e.values[i]);
    }
    void expression(const StarredExpr&, ExprId id) { fail(spanOf(id), "can't use starred expression here"); }
    void expression(const AttributeExpr& e, ExprId) { load(e.object); }
    void expression(const SubscriptExpr& e, ExprId) { load(e.object), load(e.index); }
    void expression(const SliceExpr& e, ExprId) { load(e.start), load(e.stop), load(e.step); }
    void expression(const CallExpr& e, ExprId id) {
        keywords(e.keywords, spanOf(id));
        load(e.callee);
        call(e.arguments, e.keywords, spanOf(id));
    }
    void expression(const LambdaExpr& e, ExprId id) {
        debugParameters(e.parameters, spanOf(id));
        defaults(e.parameters);
        within(true, false, [&] { load(e.body); });
    }
    void expression(const AssignmentExpr& e, ExprId id) {
        load(e.value);
        forbid(e.name, spanOf(id));
    }
    void expression(const YieldExpr& e, ExprId id) {
        if (!function_) fail(spanOf(id), "'yield' outside function");
        load(e.value);
    }
    void expression(const UnsupportedExpr& e, ExprId id) {
        if (e.what == "await") {
            if (!function_) fail(spanOf(id), "'await' outside function");
            if (!comprehension_) fail(spanOf(id), "'await' outside async function");
        }
        if (e.what == "asynchronous comprehension") fail(spanOf(id), "asynchronous comprehension outside of an asynchronous function");
    }
    void expression(const ComprehensionExpr& e, ExprId) {
        load(e.generators.front().iterable);
        within(true, true, [&] {
            for (std::size_t i = 0; i < e.generators.size(); ++i) {
                if (i > 0) load(e.generators[i].iterable);
                store(e.generators[i].target);
                loadAll(e.generators[i].conditions);
            }
            load(e.element), load(e.value);
        });
    }

    void call(const std::vector<ExprId>& arguments, const std::vector<Keyword>& named, Span span) {
        keywords(named, span);
        items(arguments);
        for (const Keyword& k : named) load(k.value);
    }
    void keywords(const std::vector<Keyword>& all, Span span) const {
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (all[i].name.empty()) continue;
            forbid(all[i].name, span);
            for (std::size_t j = i + 1; j < all.size(); ++j) {
                if (all[j].name == all[i].name)
                    fail(join(all[j].nameSpan, spanOf(all[j].value)), "keyword argument repeated: " + all[i].name);
            }
        }
    }
    void debugParameters(const std::vector<Parameter>& all, Span span) const {
        for (const Parameter& p : all) forbid(p.name, span);
    }
    void defaults(const std::vector<Parameter>& all) {
        for (const Parameter& p : all) load(p.standard);
    }

    // --- targets ---

    // What a target is made of: the object of an attribute, the index of a subscript.
    void parts(ExprId id) {
        if (const auto* attribute = ast_.as<AttributeExpr>(id)) load(attribute->object);
        if (const auto* subscript = ast_.as<SubscriptExpr>(id)) load(subscript->object), load(subscript->index);
    }
    void store(ExprId id) {
        if (const auto* name = ast_.as<NameExpr>(id)) return forbid(name->name, spanOf(id));
        if (ast_.as<StarredExpr>(id) != nullptr) fail(spanOf(id), "starred assignment target must be in a list or tuple");
        if (const auto* tuple = ast_.as<TupleExpr>(id)) return unpack(tuple->items, id);
        if (const auto* list = ast_.as<ListExpr>(id)) return unpack(list->items, id);
        parts(id);
        if (const auto* attribute = ast_.as<AttributeExpr>(id)) forbid(attribute->name, spanOf(id));
    }
    void unpack(const std::vector<ExprId>& targets, ExprId id) {
        const auto stars = std::count_if(targets.begin(), targets.end(), [&](ExprId t) { return ast_.as<StarredExpr>(t) != nullptr; });
        if (stars > 1) fail(spanOf(id), "multiple starred expressions in assignment");
        for (const ExprId target : targets) {
            const auto* star = ast_.as<StarredExpr>(target);
            store(star != nullptr ? star->value : target);
        }
    }
    void erase(ExprId id) {
        if (const auto* name = ast_.as<NameExpr>(id)) return forbid(name->name, spanOf(id), "delete");
        const auto* tuple = ast_.as<TupleExpr>(id);
        const auto* list = ast_.as<ListExpr>(id);
        if (tuple == nullptr && list == nullptr) return parts(id);
        for (const ExprId item : tuple != nullptr ? tuple->items : list->items) erase(item);
    }
};

}  // namespace

std::optional<SyntaxFault> checkPlaces(const Source& source, const Ast& ast) { return Places(source, ast).run(); }

}  // namespace backstep
