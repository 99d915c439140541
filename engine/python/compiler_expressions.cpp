// SPDX-License-Identifier: GPL-3.0-or-later
// Long because every kind of expression is compiled here, each in a function of its own.
#include <algorithm>
#include <bit>

#include "engine/python/compiler_core.h"

namespace backstep::python {

// What is done with an attribute is done, for a traceback, in the line of its name.
static Span fromName(const Source& source, const AttributeExpr& a, Span attribute, Span whole) {
    const bool apart = source.placeOf(attribute.begin).line != source.placeOf(a.nameSpan.begin).line;
    return apart ? Span{a.nameSpan.begin, whole.end} : whole;
}

// A constant's value, and a key that no other constant has: 1, 1.0 and True are three.
bool Compiler::constantOf(ExprId id, Value& value, std::string& key) {
    return std::visit(Overloaded{
                          [&](const NumberExpr& n) {
                              value = Value(n.value);
                              key = "f" + std::to_string(std::bit_cast<std::uint64_t>(n.value));
                              return true;
                          },
                          [&](const IntegerExpr& n) {
                              value = vm_.integer(mpz_class(n.digits));
                              key = "i" + n.digits;
                              return true;
                          },
                          [&](const TextExpr& n) {
                              value = n.value.size() <= 64 ? Value(vm_.intern(n.value)) : vm_.text(n.value);
                              key = "s" + n.value;
                              return true;
                          },
                          [&](const ConstantExpr& n) {
                              switch (n.value) {
                                  case Constant::None: value = Value::none(); break;
                                  case Constant::True: value = Value(true); break;
                                  case Constant::False: value = Value(false); break;
                                  case Constant::Ellipsis: value = Value::ellipsis(); break;
                              }
                              key = "c" + std::to_string(static_cast<int>(n.value));
                              if (n.value == Constant::None) key = "N";
                              return true;
                          },
                          [&](const UnaryExpr& n) {
                              if (n.op != UnaryOp::Minus || !(ast_.as<NumberExpr>(n.operand) || ast_.as<IntegerExpr>(n.operand)))
                                  return false;
                              constantOf(n.operand, value, key);
                              value = vm_.unary(UnaryOp::Minus, value);
                              key = "-" + key;
                              return true;
                          },
                          [](const auto&) { return false; },
                      },
                      at(id).node);
}

bool Compiler::folded(ExprId id) {
    Value value;
    std::string key;
    if (constantOf(id, value, key)) {
        loadConstant(value, key, at(id).span);
        return true;
    }
    const auto* tuple = ast_.as<TupleExpr>(id);
    if (!tuple) return false;
    std::vector<Value> items;
    for (const ExprId item : tuple->items) {
        if (!constantOf(item, value, key)) return false;
        items.push_back(value);
    }
    loadConstant(vm_.tuple(std::move(items)), {}, at(id).span);
    return true;
}

void Compiler::expr(ExprId id) {
    if (folded(id)) return;
    const Expr& e = at(id);
    const Span span = e.span;
    std::visit(Overloaded{
                   [&](const BadExpr&) {
                       throw CompileFault{"invalid syntax", span};
                   },
                   [](const NumberExpr&) {},
                   [&](const NameExpr& n) { load(n.name, span); },
                   [&](const UnaryExpr& n) {
                       expr(n.operand);
                       emit(Opcode::Unary, static_cast<std::size_t>(n.op), 0, span);
                   },
                   [&](const BinaryExpr&) { binary(id); },
                   [&](const CompareExpr& n) { compare(n, span); },
                   [&](const BoolExpr&) { boolean(id); },
                   [&](const CallExpr& n) { call(id, n, span); },
                   [&](const ConditionalExpr& n) {
                       Label otherwise, end;
                       condition(n.condition, otherwise, true);
                       expr(n.whenTrue);
                       jump(Opcode::Jump, end, span);
                       mark(otherwise);
                       expr(n.whenFalse);
                       mark(end);
                   },
                   [](const IntegerExpr&) {},
                   [](const TextExpr&) {},
                   [&](const FieldExpr& n) { field(n, span); },
                   [&](const FormattedExpr& n) {
                       for (const ExprId part : n.parts) expr(part);
                       emit(Opcode::BuildText, 0, n.parts.size(), span);
                   },
                   [](const ConstantExpr&) {},
                   [&](const TupleExpr& n) { display(Opcode::BuildTuple, Opcode::ListAppend, Opcode::ListExtend, n.items, span); },
                   [&](const ListExpr& n) { display(Opcode::BuildList, Opcode::ListAppend, Opcode::ListExtend, n.items, span); },
                   [&](const SetExpr& n) { display(Opcode::BuildSet, Opcode::SetAdd, Opcode::SetUpdate, n.items, span); },
                   [&](const DictExpr& n) { dict(n, span); },
                   [&](const StarredExpr&) {
                       throw CompileFault{"can't use starred expression here", span};
                   },
                   [&](const AttributeExpr& n) {
                       expr(n.object);
                       emit(Opcode::LoadAttribute, 0, name(mangled(n.name, scope().className)), fromName(script_->source, n, span, span));
                   },
                   [&](const SubscriptExpr& n) {
                       expr(n.object);
                       expr(n.index);
                       emit(Opcode::Subscript, 0, 0, span);
                   },
                   [&](const SliceExpr& n) {
                       const auto part = [&](ExprId p) {
                           if (p.valid()) expr(p);
                           else loadNone(span);
                       };
                       part(n.start);
                       part(n.stop);
                       if (n.step.valid()) expr(n.step);
                       emit(Opcode::BuildSlice, n.step.valid() ? 3 : 2, 0, span);
                   },
                   [&](const LambdaExpr& n) { lambda(id, n, span); },
                   [&](const ComprehensionExpr& n) { comprehension(id, n, span); },
                   [&](const AssignmentExpr& n) {
                       expr(n.value);
                       emit(Opcode::Dup, 0, 0, span);
                       store(n.name, n.nameSpan);
                   },
                   [&](const YieldExpr& n) {
                       if (n.value.valid()) expr(n.value);
                       else loadNone(span);
                       if (n.from) {
                           emit(Opcode::GetYieldFrom, 0, 0, span);
                           loadNone(span);
                           emit(Opcode::YieldFrom, 0, 0, span);
                       } else {
                           emit(Opcode::Yield, 0, 0, span);
                       }
                   },
                   [&](const UnsupportedExpr& n) {
                       refuse(n.what, span);
                       loadNone(span);
                   },
               },
               e.node);
}

// ---- operators

// a + b + c … leans to the left: followed in a loop, however long.
void Compiler::binary(ExprId id) {
    std::vector<ExprId> chain;
    while (const auto* n = ast_.as<BinaryExpr>(id)) {
        chain.push_back(id);
        id = n->left;
    }
    expr(id);
    for (std::size_t i = chain.size(); i-- > 0;) {
        const auto& n = *ast_.as<BinaryExpr>(chain[i]);
        expr(n.right);
        emit(Opcode::Binary, static_cast<std::size_t>(n.op), 0, at(chain[i]).span);
    }
}

void Compiler::compare(const CompareExpr& n, Span span) {
    expr(n.first);
    Label cleanUp, end;
    for (std::size_t i = 0; i < n.ops.size(); ++i) {
        expr(n.rest[i]);
        const bool last = i + 1 == n.ops.size();
        if (!last) {
            emit(Opcode::Dup, 0, 0, span);
            emit(Opcode::RotateThree, 0, 0, span);
        }
        emit(Opcode::Compare, static_cast<std::size_t>(n.ops[i]), 0, span);
        if (!last) jump(Opcode::JumpIfFalseOrPop, cleanUp, span);
    }
    if (n.ops.size() < 2) return;
    jump(Opcode::Jump, end, span);
    mark(cleanUp);
    emit(Opcode::Swap, 2, 0, span);
    emit(Opcode::Pop, 0, 0, span);
    mark(end);
}

// a and b and c …: the same, a run of one operator at a time.
void Compiler::boolean(ExprId id) {
    const BoolOp op = ast_.as<BoolExpr>(id)->op;
    std::vector<ExprId> terms;
    while (const auto* n = ast_.as<BoolExpr>(id)) {
        if (n->op != op) break;
        terms.push_back(n->right);
        id = n->left;
    }
    terms.push_back(id);
    Label end;
    for (std::size_t i = terms.size(); i-- > 0;) {
        expr(terms[i]);
        if (i > 0) jump(op == BoolOp::And ? Opcode::JumpIfFalseOrPop : Opcode::JumpIfTrueOrPop, end, at(terms[i]).span);
    }
    mark(end);
}

// Jumps to the label when the truth of the expression is `when`; each part is asked for its truth once.
void Compiler::jumpIf(ExprId id, Label& label, bool when, bool report) {
    if (const auto* n = ast_.as<UnaryExpr>(id); n && n->op == UnaryOp::Not) return jumpIf(n->operand, label, !when, report);
    const auto* both = ast_.as<BoolExpr>(id);
    if (!both) {
        expr(id);
        return jump(when ? Opcode::JumpIfTrue : Opcode::JumpIfFalse, label, at(id).span, report ? 1 : 0);
    }
    const bool decides = both->op == BoolOp::Or;  // this truth of one term decides the whole
    std::vector<ExprId> terms;
    for (ExprId at = id; true;) {
        const auto* n = ast_.as<BoolExpr>(at);
        if (!n || n->op != both->op) {
            terms.push_back(at);
            break;
        }
        terms.push_back(n->right);
        at = n->left;
    }
    Label behind;
    for (std::size_t i = terms.size(); i-- > 0;) {
        if (i == 0) {
            jumpIf(terms[i], label, when, false);
        } else {
            jumpIf(terms[i], when == decides ? label : behind, decides, false);
        }
    }
    mark(behind);
}

// A condition made of several parts is reported as one where its ways meet.
void Compiler::condition(ExprId id, Label& whenFalse, bool report) {
    const auto* negation = ast_.as<UnaryExpr>(id);
    const bool compound = ast_.as<BoolExpr>(id) || (negation && negation->op == UnaryOp::Not);
    if (!report || !compound) return jumpIf(id, whenFalse, false, report);
    Label failed, holds;
    jumpIf(id, failed, false, false);
    emit(Opcode::Branch, 1, 0, at(id).span);
    jump(Opcode::Jump, holds, at(id).span);
    mark(failed);
    emit(Opcode::Branch, 0, 0, at(id).span);
    jump(Opcode::Jump, whenFalse, at(id).span);
    mark(holds);
}

// ---- calls

void Compiler::call(ExprId id, const CallExpr& n, Span span) {
    bool spread = false;
    for (const ExprId argument : n.arguments) spread = spread || ast_.as<StarredExpr>(argument);
    for (const Keyword& k : n.keywords) spread = spread || k.name.empty();
    const auto* attribute = ast_.as<AttributeExpr>(n.callee);
    const std::string* method = attribute ? &attribute->name : nullptr;
    // x.f(…).g(…) …: a chain of calls is followed in a loop down to its beginning.
    (void)id;
    if (method && !spread) span = fromName(script_->source, *attribute, at(n.callee).span, span);
    if (method && !spread && n.keywords.empty()) {
        expr(attribute->object);
        const Span named = fromName(script_->source, *attribute, at(n.callee).span, at(n.callee).span);
        emit(Opcode::LoadMethod, 0, name(mangled(*method, scope().className)), named);
        for (const ExprId argument : n.arguments) expr(argument);
        emit(Opcode::CallMethod, n.arguments.size(), 0, span);
        return;
    }
    expr(n.callee);
    if (spread) return arguments(n, span);
    for (const ExprId argument : n.arguments) expr(argument);
    if (n.keywords.empty()) {
        emit(Opcode::Call, n.arguments.size(), 0, span);
        return;
    }
    std::vector<Value> names;
    for (const Keyword& k : n.keywords) {
        expr(k.value);
        names.emplace_back(vm_.intern(mangled(k.name, scope().className)));
    }
    const std::size_t here = emit(Opcode::CallKeywords, n.arguments.size(), n.arguments.size() + names.size(), span);
    unit_->code->instructions[here].b = constant(vm_.tuple(std::move(names)), {});
}

// f(*a, b, **c): the positional ones as one iterable, the keywords as one dict.
void Compiler::arguments(const CallExpr& n, Span span) {
    if (n.arguments.size() == 1 && ast_.as<StarredExpr>(n.arguments[0])) {
        expr(ast_.as<StarredExpr>(n.arguments[0])->value);
    } else {
        display(Opcode::BuildTuple, Opcode::ListAppend, Opcode::ListExtend, n.arguments, span);
    }
    if (n.keywords.empty()) {
        emit(Opcode::CallSpread, 0, 0, span);
        return;
    }
    emit(Opcode::BuildDict, 0, 0, span);
    for (const Keyword& k : n.keywords) {
        if (k.name.empty()) {
            expr(k.value);
        } else {
            loadText(k.name, k.nameSpan);
            expr(k.value);
            emit(Opcode::BuildDict, 0, 1, k.nameSpan);
        }
        emit(Opcode::DictMerge, 0, 2, span);
    }
    emit(Opcode::CallSpread, 1, 0, span);
}

// ---- displays

namespace {

// What CPython folds into a constant before it makes code.
bool isConstant(const Ast& ast, ExprId id) {
    if (ast.as<IntegerExpr>(id) || ast.as<NumberExpr>(id) || ast.as<TextExpr>(id) || ast.as<ConstantExpr>(id)) return true;
    if (const auto* u = ast.as<UnaryExpr>(id)) return isConstant(ast, u->operand);
    if (const auto* b = ast.as<BinaryExpr>(id)) return isConstant(ast, b->left) && isConstant(ast, b->right);
    const auto* tuple = ast.as<TupleExpr>(id);
    return tuple && std::all_of(tuple->items.begin(), tuple->items.end(), [&](ExprId item) { return isConstant(ast, item); });
}

}  // namespace

void Compiler::display(Opcode build, Opcode add, Opcode extend, const std::vector<ExprId>& items, Span span) {
    bool starred = items.size() > 4000;  // the stack stays small
    for (const ExprId item : items) starred = starred || ast_.as<StarredExpr>(item);
    if (!starred) {
        for (const ExprId item : items) expr(item);
        // Three constants and more are a frozenset that a new set is filled from: one sees it in the order.
        const bool refilled = build == Opcode::BuildSet && items.size() > 2 &&
                              std::all_of(items.begin(), items.end(), [&](ExprId item) { return isConstant(ast_, item); });
        emit(build, refilled ? 1 : 0, items.size(), span);
        return;
    }
    emit(build == Opcode::BuildSet ? Opcode::BuildSet : Opcode::BuildList, 0, 0, span);
    for (const ExprId item : items) {
        if (const auto* star = ast_.as<StarredExpr>(item)) {
            expr(star->value);
            emit(extend, 0, 0, at(item).span);
        } else {
            expr(item);
            emit(add, 0, 1, at(item).span);
        }
    }
    if (build == Opcode::BuildTuple) emit(Opcode::ListToTuple, 0, 0, span);
}

void Compiler::dict(const DictExpr& n, Span span) {
    bool plain = n.keys.size() <= 4000;
    for (const ExprId key : n.keys) plain = plain && key.valid();
    if (!plain) emit(Opcode::BuildDict, 0, 0, span);
    for (std::size_t i = 0; i < n.keys.size(); ++i) {
        if (!n.keys[i].valid()) {
            expr(n.values[i]);
            emit(Opcode::DictUpdate, 0, 0, at(n.values[i]).span);
            continue;
        }
        expr(n.keys[i]);
        expr(n.values[i]);
        if (!plain) emit(Opcode::DictAdd, 0, 1, at(n.keys[i]).span);
    }
    if (plain) emit(Opcode::BuildDict, 0, n.keys.size(), span);
}

void Compiler::field(const FieldExpr& n, Span span) {
    if (!n.label.empty()) loadText(n.label, span);
    expr(n.value);
    if (n.format.valid()) expr(n.format);
    const bool shown = !n.label.empty() && n.conversion == 0 && !n.format.valid();  // {x=} shows the repr
    emit(Opcode::FormatValue, static_cast<std::size_t>(shown ? 'r' : n.conversion), n.format.valid() ? 1 : 0, at(n.value).span);
    if (!n.label.empty()) emit(Opcode::BuildText, 0, 2, span);
}

// ---- functions within expressions

// The defaults as tuples on the stack; gives the flags of MakeFunction.
std::size_t Compiler::defaults(const std::vector<Parameter>& list, Span span) {
    using enum Parameter::Kind;
    std::size_t flags = 0, count = 0;
    for (const Parameter& p : list) {
        if ((p.kind == PositionalOnly || p.kind == Ordinary) && p.standard.valid()) {
            expr(p.standard);
            ++count;
        }
    }
    if (count > 0) {
        emit(Opcode::BuildTuple, 0, count, span);
        flags |= 1;
    }
    count = 0;
    for (const Parameter& p : list) {
        if (p.kind == KeywordOnly && p.standard.valid()) {
            loadText(mangled(p.name, scope().className), p.span);
            expr(p.standard);
            ++count;
        }
    }
    if (count > 0) {
        emit(Opcode::BuildDict, 0, count, span);
        flags |= 2;
    }
    return flags;
}

void Compiler::parameters(const std::vector<Parameter>& list) {
    using enum Parameter::Kind;
    Code& code = *unit_->code;
    for (const Parameter& p : list) {
        switch (p.kind) {
            case PositionalOnly: ++code.positionalOnly; [[fallthrough]];
            case Ordinary: ++code.positional; break;
            case KeywordOnly: ++code.keywordOnly; break;
            case Variadic: code.variadic = true; break;
            case Keywords: code.keywords = true; break;
        }
    }
    code.simple = code.keywordOnly == 0 && !code.variadic && !code.keywords && !code.generator && code.cells.empty();
}

void Compiler::lambda(ExprId id, const LambdaExpr& n, Span span) {
    const std::size_t flags = defaults(n.parameters, span);
    enter(symbols_.ofExpression.at(id.value), "<lambda>");
    parameters(n.parameters);
    unit_->code->definition = span;
    expr(n.body);
    emit(Opcode::Return, 0, 0, at(n.body).span);
    makeFunction(leave(), flags, span);
}

void Compiler::comprehension(ExprId id, const ComprehensionExpr& n, Span span) {
    using enum ComprehensionExpr::Kind;
    const char* called = n.kind == List ? "<listcomp>" : n.kind == Set ? "<setcomp>" : n.kind == Dict ? "<dictcomp>" : "<genexpr>";
    enter(symbols_.ofExpression.at(id.value), called);
    unit_->code->positional = unit_->code->positionalOnly = 1;
    unit_->code->simple = n.kind != Generator && unit_->code->cells.empty();
    unit_->code->definition = span;
    if (n.kind == List) emit(Opcode::BuildList, 0, 0, span);
    if (n.kind == Set) emit(Opcode::BuildSet, 0, 0, span);
    if (n.kind == Dict) emit(Opcode::BuildDict, 0, 0, span);
    generators(n, 0, span);
    if (n.kind == Generator) loadNone(span);
    emit(Opcode::Return, 0, 0, span);
    makeFunction(leave(), 0, span);
    expr(n.generators.front().iterable);
    emit(Opcode::GetIterator, 0, 0, at(n.generators.front().iterable).span);
    emit(Opcode::Call, 1, 0, span);
}

void Compiler::generators(const ComprehensionExpr& n, std::size_t i, Span span) {
    const backstep::Generator& g = n.generators[i];
    const Span source = at(g.iterable).span;
    const std::size_t turns = scope().firstLoop + unit_->loops++;
    Label top, end;
    if (i == 0) {
        emit(Opcode::LoadFast, 0, 0, source);
    } else {
        expr(g.iterable);
        emit(Opcode::GetIterator, 0, 0, source);
    }
    emit(Opcode::LoopBegin, 0, turns, source);
    mark(top);
    jump(Opcode::ForIterator, end, source);
    emit(Opcode::Iteration, 1, turns, source);
    target(g.target);
    for (const ExprId c : g.conditions) jumpIf(c, top, false, false);
    if (i + 1 < n.generators.size()) {
        generators(n, i + 1, span);
    } else {
        const std::size_t below = n.generators.size() + 1;  // the collection, under the iterators
        expr(n.element);
        switch (n.kind) {
            case ComprehensionExpr::Kind::List: emit(Opcode::ListAppend, 0, below, at(n.element).span); break;
            case ComprehensionExpr::Kind::Set: emit(Opcode::SetAdd, 0, below, at(n.element).span); break;
            case ComprehensionExpr::Kind::Dict:
                expr(n.value);
                emit(Opcode::DictAdd, 0, below, at(n.element).span);
                break;
            case ComprehensionExpr::Kind::Generator:
                emit(Opcode::Yield, 0, 0, at(n.element).span);
                emit(Opcode::Pop, 0, 0, at(n.element).span);
                break;
        }
    }
    jump(Opcode::Jump, top, source);
    mark(end);
}

// ---- targets

void Compiler::target(ExprId id) {
    const Span span = at(id).span;
    std::visit(Overloaded{
                   [&](const NameExpr& n) { store(n.name, span); },
                   [&](const AttributeExpr& n) {
                       expr(n.object);
                       emit(Opcode::StoreAttribute, 0, name(mangled(n.name, scope().className)), fromName(script_->source, n, span, span));
                   },
                   [&](const SubscriptExpr& n) {
                       expr(n.object);
                       expr(n.index);
                       emit(Opcode::StoreSubscript, 0, 0, span);
                   },
                   [&](const TupleExpr& n) { unpack(n.items, span); },
                   [&](const ListExpr& n) { unpack(n.items, span); },
                   [&](const auto&) {
                       throw CompileFault{"cannot assign to expression", span};
                   },
               },
               at(id).node);
}

void Compiler::unpack(const std::vector<ExprId>& items, Span span) {
    std::size_t star = items.size();
    const StarredExpr* starred = nullptr;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (const auto* one = ast_.as<StarredExpr>(items[i])) star = i, starred = one;
    }
    if (star == items.size()) {
        emit(Opcode::Unpack, 0, items.size(), span);
    } else {
        emit(Opcode::UnpackStar, star, items.size() - star - 1, span);
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
        target(starred != nullptr && i == star ? starred->value : items[i]);
    }
}

}  // namespace backstep::python
