// SPDX-License-Identifier: GPL-3.0-or-later
// Long because every kind of statement is compiled here, each in a function of its own.
#include "engine/python/compiler_core.h"

namespace backstep::python {

const TextExpr* Compiler::docOf(const Block& body) const {
    if (body.empty()) return nullptr;
    const auto* first = std::get_if<ExpressionStmt>(&ast_.stmts[body.front()].node);
    return first ? ast_.as<TextExpr>(first->value) : nullptr;
}

void Compiler::block(const Block& statements) {
    ++unit_->nesting;
    for (const StmtId id : statements) statement(id);
    --unit_->nesting;
}

void Compiler::statement(StmtId id) {
    const Stmt& s = ast_.stmts[id];
    const int depth = unit_->depth;
    const auto simple = [&](auto&& compile) {
        line(s.span);
        compile();
    };
    std::visit(Overloaded{
                   [&](const ExpressionStmt& n) {
                       if (ast_.as<TextExpr>(n.value) != nullptr) return;  // a docstring or a remark
                       line(s.span);
                       expr(n.value);
                       emit(unit_->code->isModule && unit_->nesting <= 1 ? Opcode::Echo : Opcode::Pop, 0, 0, at(n.value).span);
                   },
                   [&](const AssignStmt&) { refuse("mathematical notation in a program", s.span); },
                   [&](const FunctionStmt&) { refuse("mathematical notation in a program", s.span); },
                   [&](const StoreStmt& n) { simple([&] { assign(n); }); },
                   [&](const AugmentedStmt& n) { simple([&] { augmented(n, s.span); }); },
                   [&](const AnnotatedStmt& n) { simple([&] { annotated(n, s.span); }); },
                   [&](const IfStmt& n) { ifStatement(n); },
                   [&](const WhileStmt& n) { whileStatement(n, s.span); },
                   [&](const ForStmt& n) { forStatement(n, s.span); },
                   [&](const DefStmt& n) { def(id, n, s.span); },
                   [&](const ClassStmt& n) { classDef(id, n, s.span); },
                   [&](const ReturnStmt& n) { simple([&] { returnStatement(n, s.span); }); },
                   [&](const DeleteStmt& n) {
                       simple([&] {
                           for (const ExprId t : n.targets) deleteTarget(t);
                       });
                   },
                   [&](const AssertStmt& n) { simple([&] { assertStatement(n, s.span); }); },
                   [&](const RaiseStmt& n) {
                       simple([&] {
                           if (n.exception.valid()) expr(n.exception);
                           if (n.cause.valid()) expr(n.cause);
                           emit(Opcode::Raise, (n.exception.valid() ? 1U : 0U) + (n.cause.valid() ? 1U : 0U), 0, s.span);
                       });
                   },
                   [&](const TryStmt& n) { tryStatement(n, s.span); },
                   [&](const WithStmt& n) {
                       line({s.span.begin, at(n.items.back().target.valid() ? n.items.back().target : n.items.back().context).span.end});
                       with(n, 0, s.span);
                   },
                   [](const ScopeStmt&) {},
                   [&](const ImportStmt& n) { simple([&] { importStatement(n, s.span); }); },
                   [&](const ImportFromStmt& n) { simple([&] { importFrom(n, s.span); }); },
                   [&](const PassStmt&) { line(s.span); },
                   [&](const BreakStmt&) { simple([&] { loopJump(true, s.span); }); },
                   [&](const ContinueStmt&) { simple([&] { loopJump(false, s.span); }); },
                   [](const MagicStmt&) {},
                   [&](const UnsupportedStmt& n) { refuse(n.what, s.span); },
               },
               s.node);
    unit_->depth = depth;
}

void Compiler::refuse(const std::string& what, Span span) { emit(Opcode::Refuse, 0, constant(vm_.text(what), "s" + what), span); }

// ---- binding

void Compiler::assign(const StoreStmt& n) {
    expr(n.value);
    for (std::size_t i = 0; i < n.targets.size(); ++i) {
        if (i + 1 < n.targets.size()) emit(Opcode::Dup, 0, 0, at(n.targets[i]).span);
        target(n.targets[i]);
    }
}

void Compiler::augmented(const AugmentedStmt& n, Span span) {
    const Span where = at(n.target).span;
    const auto op = static_cast<std::size_t>(n.op);
    if (const auto* plain = ast_.as<NameExpr>(n.target)) {
        load(plain->name, where);
        expr(n.value);
        emit(Opcode::Inplace, op, 0, span);
        store(plain->name, where);
    } else if (const auto* attribute = ast_.as<AttributeExpr>(n.target)) {
        const std::uint32_t key = name(mangled(attribute->name, scope().className));
        expr(attribute->object);
        emit(Opcode::Dup, 0, 0, where);
        emit(Opcode::LoadAttribute, 0, key, where);
        expr(n.value);
        emit(Opcode::Inplace, op, 0, span);
        emit(Opcode::Swap, 2, 0, where);
        emit(Opcode::StoreAttribute, 0, key, where);
    } else if (const auto* item = ast_.as<SubscriptExpr>(n.target)) {
        expr(item->object);
        expr(item->index);
        emit(Opcode::DupTwo, 0, 0, where);
        emit(Opcode::Subscript, 0, 0, where);
        expr(n.value);
        emit(Opcode::Inplace, op, 0, span);
        emit(Opcode::RotateThree, 0, 0, where);
        emit(Opcode::StoreSubscript, 0, 0, where);
    } else {
        throw CompileFault{"illegal expression for augmented assignment", where};
    }
}

void Compiler::annotated(const AnnotatedStmt& n, Span span) {
    if (n.value.valid()) {
        expr(n.value);
        target(n.target);
    }
    if (!n.annotation.valid() || scope().kind == Scope::Kind::Function) return;
    expr(n.annotation);
    const auto* plain = ast_.as<NameExpr>(n.target);
    if (plain && n.simple) {
        emit(Opcode::Annotate, 0, name(mangled(plain->name, scope().className)), span);
    } else {
        emit(Opcode::Pop, 0, 0, span);
    }
}

void Compiler::deleteTarget(ExprId id) {
    const Span span = at(id).span;
    std::visit(Overloaded{
                   [&](const NameExpr& n) { erase(n.name, span); },
                   [&](const AttributeExpr& n) {
                       expr(n.object);
                       emit(Opcode::DeleteAttribute, 0, name(mangled(n.name, scope().className)), span);
                   },
                   [&](const SubscriptExpr& n) {
                       expr(n.object);
                       expr(n.index);
                       emit(Opcode::DeleteSubscript, 0, 0, span);
                   },
                   [&](const TupleExpr& n) {
                       for (const ExprId item : n.items) deleteTarget(item);
                   },
                   [&](const ListExpr& n) {
                       for (const ExprId item : n.items) deleteTarget(item);
                   },
                   [&](const auto&) {
                       throw CompileFault{"cannot delete expression", span};
                   },
               },
               at(id).node);
}

// ---- branches and loops

void Compiler::ifStatement(const IfStmt& n) {
    Label end;
    const int depth = unit_->depth;
    for (std::size_t i = 0; i < n.conditions.size(); ++i) {
        Label next;
        line(at(n.conditions[i]).span);
        condition(n.conditions[i], next, true);
        block(n.blocks[i]);
        const bool last = i + 1 == n.conditions.size() && n.otherwise.empty();
        if (!last) jump(Opcode::Jump, end, at(n.conditions[i]).span);
        mark(next);
        unit_->depth = depth;
    }
    block(n.otherwise);
    mark(end);
    unit_->depth = depth;
}

void Compiler::whileStatement(const WhileStmt& n, Span span) {
    Label top, otherwise, end;
    const std::size_t turns = scope().firstLoop + unit_->loops++;
    const Span header{span.begin, at(n.condition).span.end};
    emit(Opcode::LoopBegin, 0, turns, header);
    mark(top);
    line(at(n.condition).span);
    condition(n.condition, otherwise, true);
    emit(Opcode::Iteration, 0, turns, header);
    Enclosing e;
    e.kind = Enclosing::Kind::While;
    e.onBreak = &end;
    e.onContinue = &top;
    unit_->enclosing.push_back(e);
    block(n.body);
    unit_->enclosing.pop_back();
    jump(Opcode::Jump, top, header);
    mark(otherwise);
    block(n.otherwise);
    mark(end);
}

void Compiler::forStatement(const ForStmt& n, Span span) {
    Label top, otherwise, end;
    const std::size_t turns = scope().firstLoop + unit_->loops++;
    const Span header{span.begin, at(n.iterable).span.end};
    const int depth = unit_->depth;
    line(header);
    expr(n.iterable);
    emit(Opcode::GetIterator, 0, 0, at(n.iterable).span);
    emit(Opcode::LoopBegin, 0, turns, header);
    mark(top);
    jump(Opcode::ForIterator, otherwise, at(n.iterable).span);
    emit(Opcode::Iteration, 1, turns, header);
    target(n.target);
    Enclosing e;
    e.kind = Enclosing::Kind::For;
    e.onBreak = &end;
    e.onContinue = &top;
    unit_->enclosing.push_back(e);
    block(n.body);
    unit_->enclosing.pop_back();
    jump(Opcode::Jump, top, header);
    mark(otherwise);
    unit_->depth = depth;
    block(n.otherwise);
    mark(end);
    unit_->depth = depth;
}

// What must happen on the way out of the blocks above `downTo`: iterators dropped, finally bodies run, managers told.
void Compiler::leaveEnclosing(std::size_t downTo, bool keepsTop, Span span) {
    using enum Enclosing::Kind;
    std::vector<Enclosing> left;
    const auto under = [&](Opcode op, std::size_t a) {  // acts on what is below the value that is kept
        if (keepsTop) emit(Opcode::Swap, 2, 0, span);
        emit(op, a, 0, span);
    };
    while (unit_->enclosing.size() > downTo) {
        endRange(unit_->enclosing.back());
        const Enclosing e = unit_->enclosing.back();
        left.push_back(e);
        unit_->enclosing.pop_back();
        switch (e.kind) {
            case While:
            case TryExcept: break;
            case For: under(Opcode::Pop, 0); break;
            case TryFinally: block(*e.finally); break;
            case With: under(Opcode::WithExit, 0); break;
            case Handler:
                under(Opcode::PopHandled, 0);
                if (!e.name.empty()) erase(e.name, span, true);
                break;
            case FinallyHandler:
                under(Opcode::Pop, 0);
                under(Opcode::PopHandled, 0);
                break;
        }
    }
    // The blocks go on behind the jump: the caller opens their ranges again there.
    while (!left.empty()) {
        unit_->enclosing.push_back(left.back());
        left.pop_back();
    }
}

void Compiler::returnStatement(const ReturnStmt& n, Span span) {
    if (n.value.valid()) {
        expr(n.value);
    } else {
        loadNone(span);
    }
    std::vector<bool> open;
    for (const Enclosing& e : unit_->enclosing) open.push_back(e.openedAt >= 0);
    leaveEnclosing(0, true, span);
    emit(Opcode::Return, 0, 0, span);
    for (std::size_t i = 0; i < open.size(); ++i) {
        if (open[i]) beginRange(unit_->enclosing[i]);
    }
}

void Compiler::loopJump(bool isBreak, Span span) {
    std::size_t loop = unit_->enclosing.size();
    while (loop > 0 && unit_->enclosing[loop - 1].onBreak == nullptr) --loop;
    if (loop == 0) throw CompileFault{isBreak ? "'break' outside loop" : "'continue' not properly in loop", span};
    std::vector<bool> open;
    for (const Enclosing& e : unit_->enclosing) open.push_back(e.openedAt >= 0);
    const bool isFor = unit_->enclosing[loop - 1].kind == Enclosing::Kind::For;
    Label* to = isBreak ? unit_->enclosing[loop - 1].onBreak : unit_->enclosing[loop - 1].onContinue;
    leaveEnclosing(loop, false, span);
    if (isBreak && isFor) emit(Opcode::Pop, 0, 0, span);
    jump(Opcode::Jump, *to, span);
    for (std::size_t i = 0; i < open.size(); ++i) {
        if (open[i] && unit_->enclosing[i].openedAt < 0) beginRange(unit_->enclosing[i]);
    }
}

// ---- functions and classes

void Compiler::def(StmtId id, const DefStmt& n, Span span) {
    line({span.begin, n.nameSpan.end});
    for (const ExprId d : n.decorators) expr(d);
    std::size_t flags = defaults(n.parameters, n.nameSpan);
    std::size_t annotations = 0;
    const auto annotate = [&](const std::string& text, ExprId annotation) {
        if (!annotation.valid()) return;
        loadText(mangled(text, scope().className), at(annotation).span);
        expr(annotation);
        ++annotations;
    };
    for (const Parameter& p : n.parameters) annotate(p.name, p.annotation);
    annotate("return", n.returns);
    if (annotations > 0) {
        emit(Opcode::BuildDict, 0, annotations, n.nameSpan);
        flags |= 4;
    }
    enter(symbols_.ofStatement.at(id.value), n.name);
    parameters(n.parameters);
    unit_->code->definition = n.nameSpan;
    if (const TextExpr* doc = docOf(n.body)) unit_->code->doc = vm_.text(doc->value);
    if (lasting_) {
        makeFunction(leaveForLater(n.body), flags, n.nameSpan);
    } else {
        block(n.body);
        makeFunction(leave(), flags, n.nameSpan);
    }
    for (std::size_t i = n.decorators.size(); i-- > 0;) emit(Opcode::Call, 1, 0, at(n.decorators[i]).span);
    store(n.name, n.nameSpan);
}

void Compiler::classDef(StmtId id, const ClassStmt& n, Span span) {
    line({span.begin, n.nameSpan.end});
    for (const ExprId d : n.decorators) expr(d);
    enter(symbols_.ofStatement.at(id.value), n.name);
    load("__name__", n.nameSpan);
    emit(Opcode::StoreName, 0, name("__module__"), n.nameSpan);
    loadText(unit_->code->qualifiedName->text, n.nameSpan);
    emit(Opcode::StoreName, 0, name("__qualname__"), n.nameSpan);
    if (const TextExpr* doc = docOf(n.body)) {
        loadText(doc->value, n.nameSpan);
        emit(Opcode::StoreName, 0, name("__doc__"), n.nameSpan);
    }
    block(n.body);
    makeFunction(leave(), 0, n.nameSpan);
    const Span head{n.nameSpan.begin, n.nameSpan.end};
    display(Opcode::BuildTuple, Opcode::ListAppend, Opcode::ListExtend, n.bases, head);
    emit(Opcode::BuildDict, 0, 0, head);
    for (const Keyword& k : n.keywords) {
        if (k.name.empty()) {
            expr(k.value);
            emit(Opcode::DictUpdate, 0, 0, k.nameSpan);
        } else {
            loadText(k.name, k.nameSpan);
            expr(k.value);
            emit(Opcode::DictAdd, 0, 1, k.nameSpan);
        }
    }
    emit(Opcode::MakeClass, 0, constant(Value(vm_.intern(n.name)), "s" + n.name), {span.begin, n.nameSpan.end});
    for (std::size_t i = n.decorators.size(); i-- > 0;) emit(Opcode::Call, 1, 0, at(n.decorators[i]).span);
    store(n.name, n.nameSpan);
}

// ---- try and with

void Compiler::tryStatement(const TryStmt& n, Span span) {
    if (n.finally.empty()) {
        tryExcept(n, span);
    } else {
        tryFinally(n, span);
    }
}

void Compiler::tryFinally(const TryStmt& n, Span span) {
    Label handler, cleanUp, end;
    const int depth = unit_->depth;
    Enclosing body;
    body.kind = Enclosing::Kind::TryFinally;
    body.handler = &handler;
    body.finally = &n.finally;
    body.depth = depth;
    unit_->enclosing.push_back(body);
    beginRange(unit_->enclosing.back());
    if (n.handlers.empty()) {
        block(n.body);
    } else {
        tryExcept(n, span);
    }
    endRange(unit_->enclosing.back());
    unit_->enclosing.pop_back();
    block(n.finally);
    jump(Opcode::Jump, end, span);

    mark(handler);
    unit_->depth = depth + 1;
    emit(Opcode::PushHandled, 0, 0, span);
    Enclosing inHandler;
    inHandler.kind = Enclosing::Kind::FinallyHandler;
    inHandler.handler = &cleanUp;
    inHandler.depth = depth + 1;  // the exception handled before stays
    unit_->enclosing.push_back(inHandler);
    beginRange(unit_->enclosing.back());
    block(n.finally);
    emit(Opcode::Reraise, 0, 0, span);
    endRange(unit_->enclosing.back());
    unit_->enclosing.pop_back();
    mark(cleanUp);
    unit_->depth = depth + 2;
    emit(Opcode::CleanUp, 0, 0, span);
    mark(end);
    unit_->depth = depth;
}

void Compiler::tryExcept(const TryStmt& n, Span span) {
    Label handler, cleanUp, end;
    const int depth = unit_->depth;
    Enclosing body;
    body.kind = Enclosing::Kind::TryExcept;
    body.handler = &handler;
    body.depth = depth;
    unit_->enclosing.push_back(body);
    beginRange(unit_->enclosing.back());
    block(n.body);
    endRange(unit_->enclosing.back());
    unit_->enclosing.pop_back();
    block(n.otherwise);
    jump(Opcode::Jump, end, span);

    mark(handler);
    unit_->depth = depth + 1;
    emit(Opcode::PushHandled, 0, 0, span);
    Enclosing matching;  // while the types are compared
    matching.kind = Enclosing::Kind::TryExcept;
    matching.handler = &cleanUp;
    matching.depth = depth + 1;
    unit_->enclosing.push_back(matching);
    beginRange(unit_->enclosing.back());
    for (const Handler& h : n.handlers) {
        Label next;
        unit_->depth = depth + 2;
        if (h.type.valid()) {
            const Span typeSpan = at(h.type).span;
            line({h.span.begin, typeSpan.end});
            expr(h.type);
            emit(Opcode::MatchException, 0, 0, typeSpan);
            jump(Opcode::JumpIfFalse, next, typeSpan);
        } else {
            line({h.span.begin, h.span.begin + 6});
        }
        if (h.name.empty()) {
            emit(Opcode::Pop, 0, 0, h.span);
        } else {
            store(h.name, h.span);
        }
        endRange(unit_->enclosing.back());
        unit_->enclosing.pop_back();
        Label named;  // an exception in the body: the name goes, then as cleanUp
        Enclosing inBody;
        inBody.kind = Enclosing::Kind::Handler;
        inBody.handler = h.name.empty() ? &cleanUp : &named;
        inBody.depth = depth + 1;
        inBody.name = h.name;
        unit_->enclosing.push_back(inBody);
        beginRange(unit_->enclosing.back());
        block(h.body);
        endRange(unit_->enclosing.back());
        unit_->enclosing.pop_back();
        unit_->depth = depth + 1;
        emit(Opcode::PopHandled, 0, 0, h.span);
        const auto forget = [&] { erase(h.name, h.span, true); };
        if (!h.name.empty()) forget();
        jump(Opcode::Jump, end, h.span);
        if (!h.name.empty()) {
            mark(named);
            unit_->depth = depth + 2;
            forget();
            emit(Opcode::CleanUp, 0, 0, h.span);
        }
        unit_->enclosing.push_back(matching);
        mark(next);
        unit_->depth = depth + 2;
        beginRange(unit_->enclosing.back());
    }
    emit(Opcode::Reraise, 0, 0, span);
    endRange(unit_->enclosing.back());
    unit_->enclosing.pop_back();
    mark(cleanUp);
    unit_->depth = depth + 2;
    emit(Opcode::CleanUp, 0, 0, span);
    mark(end);
    unit_->depth = depth;
}

void Compiler::with(const WithStmt& n, std::size_t item, Span span) {
    if (item == n.items.size()) return block(n.body);
    Label handler, cleanUp, suppressed, end;
    const int depth = unit_->depth;
    const Span context = at(n.items[item].context).span;
    expr(n.items[item].context);
    emit(Opcode::WithEnter, 0, 0, context);
    Enclosing body;
    body.kind = Enclosing::Kind::With;
    body.handler = &handler;
    body.depth = depth + 1;
    unit_->enclosing.push_back(body);
    beginRange(unit_->enclosing.back());
    if (n.items[item].target.valid()) {
        target(n.items[item].target);
    } else {
        emit(Opcode::Pop, 0, 0, context);
    }
    with(n, item + 1, span);
    endRange(unit_->enclosing.back());
    unit_->enclosing.pop_back();
    unit_->depth = depth + 1;
    emit(Opcode::WithExit, 0, 0, context);
    jump(Opcode::Jump, end, context);

    mark(handler);
    unit_->depth = depth + 2;
    emit(Opcode::PushHandled, 0, 0, context);
    Enclosing inHandler;
    inHandler.kind = Enclosing::Kind::FinallyHandler;
    inHandler.handler = &cleanUp;
    inHandler.depth = depth + 2;
    unit_->enclosing.push_back(inHandler);
    beginRange(unit_->enclosing.back());
    emit(Opcode::WithException, 0, 0, context);
    jump(Opcode::JumpIfTrue, suppressed, context);
    emit(Opcode::Reraise, 0, 0, context);
    endRange(unit_->enclosing.back());
    unit_->enclosing.pop_back();
    mark(cleanUp);
    unit_->depth = depth + 3;
    emit(Opcode::CleanUp, 0, 0, context);
    mark(suppressed);
    unit_->depth = depth + 3;
    emit(Opcode::Pop, 0, 0, context);
    emit(Opcode::PopHandled, 0, 0, context);
    emit(Opcode::Pop, 0, 0, context);
    mark(end);
    unit_->depth = depth;
}

// ---- the rest

void Compiler::importStatement(const ImportStmt& n, Span span) {
    for (const ImportedName& imported : n.names) {
        emit(Opcode::Import, imported.alias.empty() ? 0 : 1, name(imported.name), span);
        store(imported.alias.empty() ? imported.name.substr(0, imported.name.find('.')) : imported.alias, imported.span);
    }
}

void Compiler::importFrom(const ImportFromStmt& n, Span span) {
    emit(Opcode::Import, 1, name(std::string(static_cast<std::size_t>(n.level), '.') + n.module), span);
    for (const ImportedName& imported : n.names) {
        if (imported.name == "*") {
            emit(Opcode::ImportStar, 0, 0, span);
            return;
        }
        emit(Opcode::ImportFrom, 0, name(imported.name), span);
        store(imported.alias.empty() ? imported.name : imported.alias, imported.span);
    }
    emit(Opcode::Pop, 0, 0, span);
}

void Compiler::assertStatement(const AssertStmt& n, Span span) {
    Label holds;
    jumpIf(n.condition, holds, true, false);
    if (n.message.valid()) expr(n.message);
    emit(Opcode::AssertFailed, n.message.valid() ? 1 : 0, 0, span);
    mark(holds);
}

}  // namespace backstep::python
