// SPDX-License-Identifier: GPL-3.0-or-later
// Emitting instructions: labels, constants, names, protected ranges, and the code of a scope from its begin to its end.
#include <algorithm>

#include "engine/python/compiler_core.h"

namespace backstep::python {
namespace {

// How many values an instruction leaves on the stack more than it found (for a jump: where it does not jump).
int effect(Opcode op, std::size_t a, std::size_t b) {
    const int n = static_cast<int>(b), m = static_cast<int>(a);
    using enum Opcode;
    switch (op) {
        // clang-format off
        case Nop: case Line: case LoopBegin: case Iteration: case Branch: case Swap: case RotateThree: case RotateFour: case DeleteFast:
        case DeleteGlobal: case DeleteName: case DeleteCell: case LoadAttribute: case Unary: case Jump: case GetIterator: case ListToTuple:
        case Yield: case GetYieldFrom: case MatchException: case Refuse: case MoveFast: case BinaryFast: case BinaryConst: return 0;
        case Echo: case Pop: case StoreFast: case StoreGlobal: case StoreName: case StoreCell: case DeleteAttribute: case Subscript:
        case Binary: case Inplace: case Compare: case JumpIfFalse: case JumpIfTrue: case JumpIfFalseOrPop: case JumpIfTrueOrPop:
        case ListAppend: case SetAdd: case ListExtend: case SetUpdate: case DictUpdate: case DictMerge: case Return: case Reraise:
        case PopHandled: case WithExit: case ImportStar: case YieldFrom: case Annotate: return -1;
        case StoreAttribute: case DeleteSubscript: case DictAdd: case CleanUp: case MakeClass: case CompareJump: return -2;
        case StoreSubscript: return -3;
        case Dup: case LoadConst: case LoadFast: case LoadGlobal: case LoadName: case LoadCell: case LoadClassCell: case LoadClosure:
        case LoadMethod: case ForIterator: case PushHandled: case WithEnter: case WithException: case Import: case ImportFrom: return 1;
        case DupTwo: case LoadFastFast: case LoadFastConst: return 2;
        // clang-format on
        case CallMethod: return -m - 1;
        case Call: return -m;
        case CallKeywords: return -n;  // b is the number of values here; patched afterwards
        case CallSpread: return -1 - m;
        case BuildList:
        case BuildTuple:
        case BuildSet:
        case BuildText: return 1 - n;
        case BuildDict: return 1 - 2 * n;
        case BuildSlice: return 1 - m;
        case Unpack: return n - 1;
        case UnpackStar: return m + n;
        case FormatValue: return -n;
        case MakeFunction: return 1 - ((m & 1) + ((m >> 1) & 1) + ((m >> 2) & 1) + ((m >> 3) & 1));
        case Raise:
        case AssertFailed: return -m;
    }
    return 0;
}

bool isJump(Opcode op) {
    using enum Opcode;
    return op == Jump || op == JumpIfFalse || op == JumpIfTrue || op == JumpIfFalseOrPop || op == JumpIfTrueOrPop || op == ForIterator ||
           op == CompareJump;
}

}  // namespace

Compiler::Compiler(Interpreter& vm, const Ast& ast, std::shared_ptr<const Script> script, const Symbols& symbols,
                   std::shared_ptr<const void> lasting)
    : vm_(vm), ast_(ast), script_(std::move(script)), symbols_(symbols), lasting_(std::move(lasting)) {}

Ref<Code> Compiler::run() {
    enter(symbols_.module.get(), "<module>");
    unit_->code->isModule = true;
    if (const TextExpr* doc = docOf(ast_.body)) {
        loadText(doc->value, {});
        store("__doc__", {});
    }
    block(ast_.body);
    return leave();
}

std::size_t Compiler::emit(Opcode op, std::size_t a, std::size_t b, Span span) {
    Code& code = *unit_->code;
    unit_->depth += effect(op, a, b);
    code.stackSize = std::max(code.stackSize, static_cast<std::uint32_t>(std::max(unit_->depth, 0) + 1));
    if (a > 0xFFFF) unsupported("a call or a display with more than 65535 items");
    code.instructions.push_back({op, static_cast<std::uint16_t>(a), static_cast<std::uint32_t>(b), 0, 0});
    code.spans.push_back(span);
    return code.instructions.size() - 1;
}

void Compiler::jump(Opcode op, Label& label, Span span, std::size_t a) {
    const std::size_t here = emit(op, a, 0, span);
    label.uses.push_back(here);
    int depth = unit_->depth;
    if (op == Opcode::JumpIfFalseOrPop || op == Opcode::JumpIfTrueOrPop) depth += 1;
    if (op == Opcode::ForIterator) depth -= 2;
    label.depth = depth;
    if (label.at >= 0) unit_->code->instructions[here].b = static_cast<std::uint32_t>(label.at);
}

void Compiler::mark(Label& label) {
    Code& code = *unit_->code;
    label.at = static_cast<int>(code.instructions.size());
    if (label.depth >= 0) unit_->depth = label.depth;
    for (const std::size_t use : label.uses) code.instructions[use].b = static_cast<std::uint32_t>(label.at);
    for (const std::size_t range : label.ranges) code.handlers[range].target = static_cast<std::uint32_t>(label.at);
}

std::uint32_t Compiler::constant(const Value& value, const std::string& key) {
    const auto [at, fresh] = unit_->constants.try_emplace(key, static_cast<std::uint32_t>(unit_->code->constants.size()));
    if (fresh || key.empty()) {
        at->second = static_cast<std::uint32_t>(unit_->code->constants.size());
        unit_->code->constants.push_back(value);
    }
    return at->second;
}

void Compiler::loadConstant(const Value& value, const std::string& key, Span span) {
    emit(Opcode::LoadConst, 0, constant(value, key), span);
}

void Compiler::loadText(const std::string& text, Span span) {
    const Value value = text.size() <= 64 ? Value(vm_.intern(text)) : vm_.text(text);
    loadConstant(value, "s" + text, span);
}

std::uint32_t Compiler::name(std::string_view text) {
    Str* interned = vm_.intern(text);
    const auto [at, fresh] = unit_->names.try_emplace(interned, static_cast<std::uint32_t>(unit_->code->names.size()));
    if (fresh) unit_->code->names.push_back(interned);
    return at->second;
}

// ---- variables

void Compiler::load(const std::string& plain, Span span) {
    const std::string text = mangled(plain, scope().className);
    const Scope::Symbol& symbol = scope().symbolOf(text);
    switch (symbol.place) {
        case Place::Local: emit(Opcode::LoadFast, 0, symbol.index, span); break;
        case Place::Cell: emit(Opcode::LoadCell, 0, symbol.index, span); break;
        case Place::Free: emit(scope().kind == Scope::Kind::Class ? Opcode::LoadClassCell : Opcode::LoadCell, 0, symbol.index, span); break;
        case Place::Name: emit(Opcode::LoadName, 0, name(text), span); break;
        case Place::Global:
        case Place::Unknown: emit(Opcode::LoadGlobal, 0, name(text), span); break;
    }
}

void Compiler::store(const std::string& plain, Span span) {
    const std::string text = mangled(plain, scope().className);
    const Scope::Symbol& symbol = scope().symbolOf(text);
    switch (symbol.place) {
        case Place::Local: emit(Opcode::StoreFast, 0, symbol.index, span); break;
        case Place::Cell:
        case Place::Free: emit(Opcode::StoreCell, 0, symbol.index, span); break;
        case Place::Name: emit(Opcode::StoreName, 0, name(text), span); break;
        case Place::Global:
        case Place::Unknown: emit(Opcode::StoreGlobal, 0, name(text), span); break;
    }
}

void Compiler::erase(const std::string& plain, Span span, bool mayLack) {
    const std::string text = mangled(plain, scope().className);
    const Scope::Symbol& symbol = scope().symbolOf(text);
    switch (symbol.place) {
        case Place::Local: emit(Opcode::DeleteFast, mayLack ? 1 : 0, symbol.index, span); break;
        case Place::Cell:
        case Place::Free: emit(Opcode::DeleteCell, mayLack ? 1 : 0, symbol.index, span); break;
        case Place::Name: emit(Opcode::DeleteName, mayLack ? 1 : 0, name(text), span); break;
        case Place::Global:
        case Place::Unknown: emit(Opcode::DeleteGlobal, mayLack ? 1 : 0, name(text), span); break;
    }
}

// ---- protected ranges: closed and opened again around code that leaves the block, for it is outside already

void Compiler::beginRange(Enclosing& e) { e.openedAt = static_cast<int>(unit_->code->instructions.size()); }

void Compiler::endRange(Enclosing& e) {
    if (e.openedAt < 0) return;
    Code& code = *unit_->code;
    const auto begin = static_cast<std::uint32_t>(e.openedAt), end = static_cast<std::uint32_t>(code.instructions.size());
    e.openedAt = -1;
    if (begin == end) return;
    e.handler->ranges.push_back(code.handlers.size());
    code.handlers.push_back({begin, end, 0, static_cast<std::uint32_t>(e.depth)});
}

// ---- scopes

void Compiler::enter(const Scope* scope, std::string_view plainName) {
    auto unit = std::make_unique<Unit>();
    unit->scope = scope;
    unit->code = make<Code>(vm_.types.code);
    Code& code = *unit->code;
    code.script = script_;
    code.name = Ref<Str>(vm_.intern(plainName));
    std::string qualified(plainName);
    if (unit_ && unit_->scope->kind != Scope::Kind::Module) {
        const bool method = unit_->scope->kind == Scope::Kind::Class;
        const bool global = scope != nullptr && [&] {
            const auto found = unit_->scope->symbols.find(std::string(plainName));
            return found != unit_->scope->symbols.end() && found->second.global;
        }();
        if (!global) qualified = unit_->code->qualifiedName->text + (method ? "." : ".<locals>.") + qualified;
    }
    code.qualifiedName = Ref<Str>(vm_.intern(qualified));
    const auto interned = [&](const std::vector<std::string>& from, std::vector<Str*>& to) {
        for (const std::string& text : from) to.push_back(text.empty() ? nullptr : vm_.intern(text));
    };
    interned(scope->locals, code.locals);
    interned(scope->cells, code.cells);
    interned(scope->freeNames, code.freeNames);
    for (const std::string& cell : scope->cells) {
        const auto local = std::find(scope->locals.begin(), scope->locals.end(), cell);
        code.cellOfLocal.push_back(local == scope->locals.end() ? -1 : static_cast<std::int32_t>(local - scope->locals.begin()));
    }
    code.generator = scope->generator;
    code.isClass = scope->kind == Scope::Kind::Class;
    units_.push_back(std::move(unit));
    unit_ = units_.back().get();
}

// The function at hand, without its body: that is compiled when somebody calls it.
Ref<Code> Compiler::leaveForLater(const Block& body) {
    const Ref<Code> code = unit_->code;
    code->body = [&vm = vm_, &ast = ast_, &symbols = symbols_, lasting = lasting_, scope = unit_->scope, &body](Code& made) {
        Compiler compiler(vm, ast, made.script, symbols, lasting);
        compiler.units_.push_back(std::make_unique<Unit>());
        compiler.unit_ = compiler.units_.back().get();
        compiler.unit_->scope = scope;
        compiler.unit_->code = Ref<Code>(&made);
        compiler.block(body);
        (void)compiler.leave();
    };
    units_.pop_back();
    unit_ = units_.back().get();
    return code;
}

Ref<Code> Compiler::leave() {
    Code& code = *unit_->code;
    const Span end = code.spans.empty() ? Span{} : code.spans.back();
    loadNone(end);
    emit(Opcode::Return, 0, 0, end);
    Ref<Code> done = unit_->code;
    units_.pop_back();
    unit_ = units_.empty() ? nullptr : units_.back().get();
    // Two jumps after another become one.
    for (Instruction& i : done->instructions) {
        for (int steps = 0; isJump(i.op) && done->instructions[i.b].op == Opcode::Jump && steps < 8; ++steps)
            i.b = done->instructions[i.b].b;
    }
    joinInstructions(*done);
    return done;
}

// [… flags' tuples] -> [function]; the cells that its free variables are, handed over as one more tuple.
void Compiler::makeFunction(const Ref<Code>& code, std::size_t flags, Span span) {
    if (!code->freeNames.empty()) {
        for (const Str* free : code->freeNames) {
            const std::string& text = free->text;
            const auto place = [&](const std::vector<std::string>& names) {
                const auto found = std::find(names.begin(), names.end(), text);
                return found == names.end() ? -1 : static_cast<int>(found - names.begin());
            };
            const int cell = place(scope().cells);
            const std::size_t slot =
                scope().locals.size() +
                (cell >= 0 ? static_cast<std::size_t>(cell) : scope().cells.size() + static_cast<std::size_t>(place(scope().freeNames)));
            emit(Opcode::LoadClosure, 0, slot, span);
        }
        emit(Opcode::BuildTuple, 0, code->freeNames.size(), span);
        flags |= 8;
    }
    emit(Opcode::MakeFunction, flags, constant(Value(code), {}), span);
}

Ref<Code> compile(Interpreter& vm, const Ast& ast, std::shared_ptr<const Script> script) {
    const Symbols symbols = resolve(ast);
    return Compiler(vm, ast, std::move(script), symbols, {}).run();
}

Ref<Code> compileLasting(Interpreter& vm, const Ast& ast, std::shared_ptr<const Script> script, const Symbols& symbols,
                         std::shared_ptr<const void> lasting) {
    return Compiler(vm, ast, std::move(script), symbols, std::move(lasting)).run();
}

}  // namespace backstep::python
