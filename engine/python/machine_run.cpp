// SPDX-License-Identifier: GPL-3.0-or-later
// Long because it is the one loop of the machine, a case an instruction.
// The loop. Long because it is one switch over all opcodes: the compiler keeps its registers only within one function.
#include <cmath>

#include "engine/python/class_slots.h"
#include "engine/python/core_types.h"
#include "engine/python/machine.h"
#include "engine/python/numbers.h"
#include "engine/python/sequences.h"

namespace backstep::python {
namespace {

// The stack's slots are Values at all times; those above the top are Empty, so a push need not look at what was there.
inline void push(Value*& sp, Value&& value) { new (sp++) Value(std::move(value)); }
inline void push(Value*& sp, const Value& value) { new (sp++) Value(value); }
inline void drop(Value*& sp) { (--sp)->clear(); }
inline void drop(Value*& sp, std::size_t n) {
    while (n-- > 0) (--sp)->clear();
}

// The commonest arithmetic, without a call. False: the long way.
[[gnu::always_inline]] inline bool quickBinary(BinaryOp op, const Value& a, const Value& b, Value& out) {
    if (a.isFloat() && (b.isFloat() || b.isInt())) {
        const double x = a.real(), y = b.isFloat() ? b.real() : static_cast<double>(b.integer());
        switch (op) {
            case BinaryOp::Add: out = Value(x + y); return true;
            case BinaryOp::Subtract: out = Value(x - y); return true;
            case BinaryOp::Multiply: out = Value(x * y); return true;
            case BinaryOp::Divide:
                if (y == 0) return false;
                out = Value(x / y);
                return true;
            case BinaryOp::Power:
                if (y != 2 || !(std::fabs(x) < 1e150)) return false;
                out = Value(x * x);
                return true;
            default: return false;
        }
    }
    if (a.isInt() && b.isInt()) {
        std::int64_t r = 0;
        switch (op) {
            case BinaryOp::Add:
                if (__builtin_add_overflow(a.integer(), b.integer(), &r)) return false;
                out = Value(r);
                return true;
            case BinaryOp::Subtract:
                if (__builtin_sub_overflow(a.integer(), b.integer(), &r)) return false;
                out = Value(r);
                return true;
            case BinaryOp::Multiply:
                if (__builtin_mul_overflow(a.integer(), b.integer(), &r)) return false;
                out = Value(r);
                return true;
            case BinaryOp::Modulo:
                if (a.integer() < 0 || b.integer() <= 0) return false;
                out = Value(a.integer() % b.integer());
                return true;
            case BinaryOp::FloorDivide:
                if (a.integer() < 0 || b.integer() <= 0) return false;
                out = Value(a.integer() / b.integer());
                return true;
            default: return false;
        }
    }
    if (a.isInt() && b.isFloat()) {
        const double x = static_cast<double>(a.integer()), y = b.real();
        switch (op) {
            case BinaryOp::Add: out = Value(x + y); return true;
            case BinaryOp::Subtract: out = Value(x - y); return true;
            case BinaryOp::Multiply: out = Value(x * y); return true;
            case BinaryOp::Divide:
                if (y == 0) return false;
                out = Value(x / y);
                return true;
            default: return false;
        }
    }
    return false;
}

template <class T>
inline bool ordered(CompareOp op, T x, T y, bool& out) {
    switch (op) {
        case CompareOp::Less: out = x < y; return true;
        case CompareOp::LessEqual: out = x <= y; return true;
        case CompareOp::Greater: out = x > y; return true;
        case CompareOp::GreaterEqual: out = x >= y; return true;
        case CompareOp::Equal: out = x == y; return true;
        case CompareOp::NotEqual: out = x != y; return true;
        default: return false;
    }
}
[[gnu::always_inline]] inline bool quickCompare(CompareOp op, const Value& a, const Value& b, bool& out) {
    if (a.isInt() && b.isInt()) return ordered(op, a.integer(), b.integer(), out);
    if (a.isFloat() && b.isFloat()) return ordered(op, a.real(), b.real(), out);
    if (op == CompareOp::Is) {
        out = same(a, b);
        return true;
    }
    if (op == CompareOp::IsNot) {
        out = !same(a, b);
        return true;
    }
    return false;
}

inline bool quickTruth(Interpreter& vm, const Value& v) {
    if (v.isBool() || v.isInt()) return v.integer() != 0;
    return vm.truth(v);
}

// A list's item at a plain index, the commonest subscript.
inline const Value* quickItem(Interpreter& vm, const Value& object, const Value& key) {
    if (!object.isObject() || !key.isInt()) return nullptr;
    const std::vector<Value>* items = nullptr;
    if (object.object()->type == vm.types.list) items = &static_cast<List*>(object.object())->items;
    else if (object.object()->type == vm.types.tuple) items = &static_cast<Tuple*>(object.object())->items;
    else return nullptr;
    const auto size = static_cast<std::int64_t>(items->size());
    const std::int64_t at = key.integer() < 0 ? key.integer() + size : key.integer();
    return at >= 0 && at < size ? &(*items)[static_cast<std::size_t>(at)] : nullptr;
}

[[noreturn]] void unboundLocal(const Code& code, std::size_t slot) {
    Ref<Exception> error =
        makeException(typeOf(UnboundLocalError), {Interpreter::current().text("cannot access local variable '" + code.locals[slot]->text +
                                                                              "' where it is not associated with a value")});
    error->wanted = Ref<Str>(code.locals[slot]);
    raise(std::move(error));
}
[[noreturn]] void unboundCell(const Code& code, std::size_t slot) {
    const std::size_t i = slot - code.locals.size();
    const bool own = i < code.cells.size();
    Str* name = own ? code.cells[i] : code.freeNames[i - code.cells.size()];
    Interpreter& vm = Interpreter::current();
    const std::string text =
        own ? "cannot access local variable '" + name->text + "' where it is not associated with a value"
            : "cannot access free variable '" + name->text + "' where it is not associated with a value in enclosing scope";
    raise(makeException(typeOf(own ? UnboundLocalError : NameError), {vm.text(text)}));
}
[[noreturn]] void undefined(Str* name) {
    Ref<Exception> error = makeException(typeOf(NameError), {Interpreter::current().text("name '" + name->text + "' is not defined")});
    error->wanted = Ref<Str>(name);
    raise(std::move(error));
}

}  // namespace

void Machine::locate(Span& span, std::uint32_t& line) const {
    if (line != 0) return;
    span = vm_.currentSpan();
    line = vm_.currentLine();
}

void Machine::abandon(Frame* frame) {
    while (true) {
        Frame* caller = frame->caller;
        const bool leaves = frame->leaves;
        if (!frame->generator) popFrame(frame);
        frame_ = caller;
        if (leaves) return;
        frame = caller;
    }
}

// Runs until the entry frame returns or yields. What is thrown inside comes to its handler here.
Value Machine::run(Frame* entry, Ref<Exception> error) {
    Frame* frame = entry;
    frame_ = entry;
    bool raised = static_cast<bool>(error);  // with a line of the traceback still to be added
    while (true) {
        try {
            if (!error) {
                Value result = loop(frame, raised, error);
                if (!error) return result;
            }
            if (raised) {
                if (error->traceback.empty()) suggest(*error, *frame);
                addTraceback(*error, *frame);
            }
            raised = true;
            while (!unwind(frame, error)) {
                Frame* caller = frame->caller;
                const bool leaves = frame->leaves;
                if (vm_.observer_ && frame->function && !frame->code->script->prelude) vm_.observer_->callLeft(*frame->function, Value());
                if (!frame->generator) popFrame(frame);
                frame_ = frame = caller;
                if (leaves) throw PythonError{error};
                addTraceback(*error, *frame);
            }
            error = nullptr;
        } catch (LimitReached& limit) {
            locate(limit.span, limit.line);
            abandon(frame);
            throw;
        } catch (Interrupted& interrupted) {
            locate(interrupted.span, interrupted.line);
            abandon(frame);
            throw;
        } catch (Unsupported& refused) {
            locate(refused.span, refused.line);
            abandon(frame);
            throw;
        }
    }
}

// One stretch without exceptions: returns the result of the entry frame, or sets `error` (frame: where it was raised).
Value Machine::loop(Frame*& frame, bool& raised, Ref<Exception>& error) {
    Interpreter& vm = vm_;
    // Of the frame at hand, in registers.
    Instruction* pc = nullptr;
    Value* sp = nullptr;
    Value* slots = nullptr;
    Str* const* symbols = nullptr;
    const Value* constants = nullptr;
    Observer* watcher = nullptr;  // of the program's own code
    const auto settle = [&] {
        const Code& code = *frame->code;
        pc = frame->next;
        sp = frame->top;
        slots = frame->slots;
        symbols = code.names.data();
        constants = code.constants.data();
        watcher = code.script->prelude ? nullptr : vm.observer_;
    };
    settle();
    const auto enter = [&](Frame* next) {  // sp: what the caller keeps
        frame->top = sp;
        next->caller = frame;
        if (watcher && !next->code->script->prelude && next->function) {
            watcher->callEntered(*next->function, frame->span());
        }
        frame_ = frame = next;
        settle();
        --budget_;
    };
    const auto fail = [&](Ref<Exception> exception, bool fresh) {
        frame->top = sp;
        error = std::move(exception);
        raised = fresh;
    };
    // A plain function with arguments for its plain parameters: they move over from the caller's stack, which ends at `base`.
    const auto enterPlain = [&](Function& function, Value* base, Value* arguments, std::size_t count) -> bool {
        Code& code = *static_cast<Code*>(function.code.get());
        if (!code.simple || count > code.positional || count + function.defaults.size() < code.positional) return false;
        if (static_cast<std::int64_t>(depth_) + vm.recursion_ >= vm.limits_.callDepth) return false;
        Frame* next = pushFrame(code, &function, function.globals.get(), Value(&function));
        Value* to = next->slots;
        for (std::size_t k = 0; k < count; ++k) to[k] = std::move(arguments[k]);
        for (std::size_t k = count; k < code.positional; ++k) to[k] = function.defaults[k - (code.positional - function.defaults.size())];
        to += code.locals.size();
        for (const Ref<Cell>& cell : function.closure) *to++ = cell;
        while (sp > base) (--sp)->clear();
        enter(next);
        return true;
    };
    // [callee …count positional, values of names] -> a frame for a function (true), or the result pushed (false).
    const auto callValue = [&](Value* callee, Value* arguments, std::size_t count, std::span<Str* const> names) -> bool {
        Object* object = callee->isObject() ? callee->object() : nullptr;
        Call call{arguments, count, names};
        if (object && object->type == vm.types.boundMethod) {
            BoundMethod& method = *static_cast<BoundMethod*>(object);
            if (method.function.isObject() && callee + 1 == arguments) {
                const Value function = method.function;
                Value self = method.self;
                *callee = std::move(self);
                call = {callee, count + 1, names};
                if (function.object()->type == vm.types.function) {
                    if (names.empty() && enterPlain(*static_cast<Function*>(function.object()), callee, callee, count + 1)) return true;
                    Frame* next = prepare(*static_cast<Function*>(function.object()), call);
                    drop(sp, static_cast<std::size_t>(sp - callee));
                    if (next->code->generator) {
                        push(sp, makeGenerator(next));
                        return false;
                    }
                    enter(next);
                    return true;
                }
                Value result = vm.call(function, call);
                drop(sp, static_cast<std::size_t>(sp - callee));
                push(sp, std::move(result));
                return false;
            }
        }
        if (object && object->type == vm.types.function) {
            if (names.empty() && enterPlain(*static_cast<Function*>(object), callee, arguments, count)) return true;
            Frame* next = prepare(*static_cast<Function*>(object), call);
            drop(sp, static_cast<std::size_t>(sp - callee));
            if (next->code->generator) {
                push(sp, makeGenerator(next));
                return false;
            }
            enter(next);
            return true;
        }
        if (object && object->type == vm.types.nativeFunction) {
            Value result = static_cast<NativeFunction*>(object)->call(vm, call);
            drop(sp, static_cast<std::size_t>(sp - callee));
            push(sp, std::move(result));
            return false;
        }
        if (object && object->type == vm.types.type) {
            // A program's class with object's __new__ and a Python __init__: the frame of __init__ is entered, not called.
            Type& type = *static_cast<Type*>(object);
            if (type.ofProgram && type.slots.create == vm.types.object->slots.create) {
                const Value* init = type.find(vm.names.init);
                if (init && init->isObject() && init->object()->type == vm.types.function && callee + 1 == arguments) {
                    const Value made(type.layout->make(&type));
                    const Value function = *init;
                    *callee = made;
                    Frame* next = prepare(*static_cast<Function*>(function.object()), Call{callee, count + 1, names});
                    drop(sp, static_cast<std::size_t>(sp - callee));
                    push(sp, made);
                    if (next->code->generator) {
                        makeGenerator(next);
                        raise<TypeError>("__init__() should return None, not 'generator'");
                    }
                    next->constructs = true;
                    enter(next);
                    return true;
                }
            }
        }
        --budget_;
        Value result = vm.call(*callee, call);
        drop(sp, static_cast<std::size_t>(sp - callee));
        push(sp, std::move(result));
        return false;
    };

    try {
        while (true) {
            Instruction& i = *pc++;
            frame->next = pc;
            switch (i.op) {
                case Opcode::Nop: break;
                case Opcode::Line:
                    if (--budget_ < 0) refill();
                    if (watcher) watcher->lineRun(frame->span());
                    break;
                case Opcode::LoopBegin: slots[i.b] = Value(-1); break;
                case Opcode::Iteration:
                    if (i.a != 0 && --budget_ < 0) refill();
                    if (watcher) {
                        slots[i.b] = Value(slots[i.b].integer() + 1);
                        watcher->iterationBegun(frame->span(), slots[i.b].integer());
                    }
                    break;
                case Opcode::Branch:
                    if (watcher) watcher->branchTaken(frame->span(), i.a != 0);
                    break;
                case Opcode::Echo:
                    if (watcher && !sp[-1].isNone()) {
                        const Value shown = sp[-1];
                        watcher->echoed(shown, vm.repr(shown), frame->span());
                    }
                    drop(sp);
                    break;
                case Opcode::Pop: drop(sp); break;
                case Opcode::Dup: push(sp, sp[-1]); break;
                case Opcode::DupTwo:
                    push(sp, sp[-2]);
                    push(sp, sp[-2]);
                    break;
                case Opcode::Swap: std::swap(sp[-1], sp[-static_cast<std::ptrdiff_t>(i.a)]); break;
                case Opcode::RotateThree:
                    std::swap(sp[-1], sp[-2]);
                    std::swap(sp[-2], sp[-3]);
                    break;
                case Opcode::RotateFour:
                    std::swap(sp[-1], sp[-2]);
                    std::swap(sp[-2], sp[-3]);
                    std::swap(sp[-3], sp[-4]);
                    break;

                // ---- variables
                case Opcode::LoadConst: push(sp, constants[i.b]); break;
                case Opcode::LoadFast:
                    if (slots[i.b].isEmpty()) unboundLocal(*frame->code, i.b);
                    push(sp, slots[i.b]);
                    break;
                case Opcode::StoreFast:
                    slots[i.b] = std::move(*--sp);
                    if (watcher && frame->code->locals[i.b]) {
                        watcher->nameBound(frame->code->locals[i.b]->text, slots[i.b], frame->span(), false);
                    }
                    break;
                case Opcode::MoveFast: slots[i.b] = slots[i.a]; break;
                case Opcode::DeleteFast:
                    if (slots[i.b].isEmpty() && i.a == 0) unboundLocal(*frame->code, i.b);
                    slots[i.b].clear();
                    break;
                case Opcode::LoadFastFast:
                    if (slots[i.a].isEmpty()) unboundLocal(*frame->code, i.a);
                    push(sp, slots[i.a]);
                    if (slots[i.b].isEmpty()) unboundLocal(*frame->code, i.b);
                    push(sp, slots[i.b]);
                    break;
                case Opcode::LoadFastConst:
                    if (slots[i.a].isEmpty()) unboundLocal(*frame->code, i.a);
                    push(sp, slots[i.a]);
                    push(sp, constants[i.b]);
                    break;
                case Opcode::LoadGlobal: {
                    Str* name = symbols[i.b];
                    const auto& entries = frame->globals->entries;
                    if (i.cache < entries.size() && entries[i.cache].key.isObject() && entries[i.cache].key.object() == name) {
                        push(sp, entries[i.cache].value);
                    } else {
                        push(sp, loadGlobalSlow(*frame, i));
                    }
                    break;
                }
                case Opcode::StoreGlobal: {
                    Str* name = symbols[i.b];
                    auto& entries = frame->globals->entries;
                    if (i.cache < entries.size() && entries[i.cache].key.isObject() && entries[i.cache].key.object() == name) {
                        entries[i.cache].value = std::move(*--sp);
                    } else {
                        frame->globals->set(name, std::move(*--sp));
                        i.cache = static_cast<std::uint32_t>(frame->globals->place(name));
                    }
                    if (watcher) {
                        watcher->nameBound(name->text, frame->globals->entries[i.cache].value, frame->span(), frame->code->isModule);
                    }
                    break;
                }
                case Opcode::DeleteGlobal:
                    if (!frame->globals->remove(symbols[i.b]) && i.a == 0) undefined(symbols[i.b]);
                    break;
                // A class body has names of its own. NOLINTBEGIN(clang-analyzer-core.CallAndMessage)
                case Opcode::LoadName: {
                    const Value* found = frame->names->find(symbols[i.b]);
                    push(sp, found ? *found : loadGlobalSlow(*frame, i));
                    break;
                }
                case Opcode::StoreName: frame->names->set(symbols[i.b], std::move(*--sp)); break;
                case Opcode::DeleteName:
                    if (!frame->names->remove(symbols[i.b]) && i.a == 0) undefined(symbols[i.b]);
                    break;
                // NOLINTEND(clang-analyzer-core.CallAndMessage)
                case Opcode::LoadCell: {
                    const Value& value = static_cast<Cell*>(slots[i.b].object())->value;
                    if (value.isEmpty()) unboundCell(*frame->code, i.b);
                    push(sp, value);
                    break;
                }
                case Opcode::StoreCell: {
                    Cell& cell = *static_cast<Cell*>(slots[i.b].object());
                    cell.value = std::move(*--sp);
                    if (watcher) {
                        const Code& code = *frame->code;
                        const std::size_t at = i.b - code.locals.size();
                        const Str* name = at < code.cells.size() ? code.cells[at] : code.freeNames[at - code.cells.size()];
                        watcher->nameBound(name->text, cell.value, frame->span(), false);
                    }
                    break;
                }
                case Opcode::DeleteCell: {
                    Cell& cell = *static_cast<Cell*>(slots[i.b].object());
                    if (cell.value.isEmpty() && i.a == 0) unboundCell(*frame->code, i.b);
                    cell.value.clear();
                    break;
                }
                case Opcode::LoadClassCell: {
                    const Code& code = *frame->code;
                    const std::size_t at = i.b - code.locals.size();
                    Str* name = at < code.cells.size() ? code.cells[at] : code.freeNames[at - code.cells.size()];
                    const Value* own = frame->names ? frame->names->find(name) : nullptr;
                    const Value& value = own ? *own : static_cast<Cell*>(slots[i.b].object())->value;
                    if (value.isEmpty()) unboundCell(code, i.b);
                    push(sp, value);
                    break;
                }
                case Opcode::LoadClosure: push(sp, slots[i.b]); break;

                // ---- attributes and items
                case Opcode::LoadAttribute: {
                    Value value = vm.getAttribute(sp[-1], symbols[i.b]);
                    sp[-1] = std::move(value);
                    break;
                }
                case Opcode::StoreAttribute:
                    vm.setAttribute(sp[-1], symbols[i.b], sp[-2]);
                    drop(sp, 2);
                    break;
                case Opcode::DeleteAttribute:
                    vm.setAttribute(sp[-1], symbols[i.b], Value());
                    drop(sp);
                    break;
                case Opcode::LoadMethod: {
                    // A function found on the type and shadowed by no field needs no bound method.
                    Str* name = symbols[i.b];
                    Type* type = vm.typeOf(sp[-1]);
                    if (!type->slots.getAttribute) {
                        const Value* found = type->find(name);
                        if (found && found->isObject() &&
                            (found->object()->type == vm.types.function || found->object()->type == vm.types.nativeMethod)) {
                            const Fields* fields = sp[-1].isObject() ? fieldsOf(sp[-1].object()) : nullptr;
                            if (!fields || !*fields || !(*fields)->find(name)) {
                                Value self = std::move(sp[-1]);
                                sp[-1] = *found;
                                push(sp, std::move(self));
                                break;
                            }
                        }
                    }
                    Value value = vm.getAttribute(sp[-1], name);
                    sp[-1].clear();
                    push(sp, std::move(value));
                    break;
                }
                case Opcode::Subscript: {
                    if (const Value* item = quickItem(vm, sp[-2], sp[-1])) {
                        Value held = *item;
                        drop(sp);
                        sp[-1] = std::move(held);
                        break;
                    }
                    Value value = vm.getItem(sp[-2], sp[-1]);
                    drop(sp);
                    sp[-1] = std::move(value);
                    break;
                }
                case Opcode::StoreSubscript:
                    if (const Value* item =
                            sp[-2].isObject() && sp[-2].object()->type == vm.types.list ? quickItem(vm, sp[-2], sp[-1]) : nullptr) {
                        *const_cast<Value*>(item) = std::move(sp[-3]);
                    } else {
                        vm.setItem(sp[-2], sp[-1], sp[-3]);
                    }
                    drop(sp, 3);
                    break;
                case Opcode::DeleteSubscript:
                    vm.deleteItem(sp[-2], sp[-1]);
                    drop(sp, 2);
                    break;

                // ---- operators
                case Opcode::Binary: {
                    Value out;
                    if (!quickBinary(static_cast<BinaryOp>(i.a), sp[-2], sp[-1], out))
                        out = vm.binary(static_cast<BinaryOp>(i.a), sp[-2], sp[-1]);
                    drop(sp);
                    sp[-1] = std::move(out);
                    break;
                }
                case Opcode::BinaryFast: {
                    if (slots[i.b].isEmpty()) unboundLocal(*frame->code, i.b);
                    Value out;
                    if (!quickBinary(static_cast<BinaryOp>(i.a), sp[-1], slots[i.b], out)) {
                        const Value right = slots[i.b];
                        out = vm.binary(static_cast<BinaryOp>(i.a), sp[-1], right);
                    }
                    sp[-1] = std::move(out);
                    break;
                }
                case Opcode::BinaryConst: {
                    Value out;
                    const Value& right = constants[i.b];
                    if (!quickBinary(static_cast<BinaryOp>(i.a), sp[-1], right, out))
                        out = vm.binary(static_cast<BinaryOp>(i.a), sp[-1], right);
                    sp[-1] = std::move(out);
                    break;
                }
                case Opcode::Inplace: {
                    Value out;
                    if (!quickBinary(static_cast<BinaryOp>(i.a), sp[-2], sp[-1], out))
                        out = vm.inplace(static_cast<BinaryOp>(i.a), sp[-2], sp[-1]);
                    drop(sp);
                    sp[-1] = std::move(out);
                    break;
                }
                case Opcode::Unary: {
                    Value out = vm.unary(static_cast<UnaryOp>(i.a), sp[-1]);
                    sp[-1] = std::move(out);
                    break;
                }
                case Opcode::Compare: {
                    bool truth = false;
                    if (quickCompare(static_cast<CompareOp>(i.a), sp[-2], sp[-1], truth)) {
                        drop(sp);
                        sp[-1] = Value(truth);
                        break;
                    }
                    Value out = vm.compare(static_cast<CompareOp>(i.a), sp[-2], sp[-1]);
                    drop(sp);
                    sp[-1] = std::move(out);
                    break;
                }
                case Opcode::CompareJump: {
                    bool truth = false;
                    if (!quickCompare(static_cast<CompareOp>(i.a & 0xFF), sp[-2], sp[-1], truth)) {
                        const Value out = vm.compare(static_cast<CompareOp>(i.a & 0xFF), sp[-2], sp[-1]);
                        truth = quickTruth(vm, out);
                    }
                    drop(sp, 2);
                    if (i.a >= 256 && watcher) watcher->branchTaken(frame->span(), truth);
                    if (!truth) pc = frame->code->instructions.data() + i.b;
                    break;
                }

                // ---- jumps
                case Opcode::Jump: pc = frame->code->instructions.data() + i.b; break;
                case Opcode::JumpIfFalse:
                case Opcode::JumpIfTrue: {
                    const bool truth = quickTruth(vm, sp[-1]);
                    drop(sp);
                    if (i.a != 0 && watcher) watcher->branchTaken(frame->span(), truth);
                    if (truth == (i.op == Opcode::JumpIfTrue)) pc = frame->code->instructions.data() + i.b;
                    break;
                }
                case Opcode::JumpIfFalseOrPop:
                case Opcode::JumpIfTrueOrPop:
                    if (quickTruth(vm, sp[-1]) == (i.op == Opcode::JumpIfTrueOrPop)) {
                        pc = frame->code->instructions.data() + i.b;
                    } else {
                        drop(sp);
                    }
                    break;
                case Opcode::GetIterator: {
                    Value it = vm.iterate(sp[-1]);
                    sp[-1] = std::move(it);
                    break;
                }
                case Opcode::ForIterator: {
                    Object* it = sp[-1].object();
                    if (it->type == vm.types.rangeIterator) {
                        RangeIterator& range = *static_cast<RangeIterator*>(it);
                        if (range.left > 0) {
                            push(sp, Value(range.next));
                            if (--range.left > 0) range.next += range.step;
                            break;
                        }
                    } else if (it->type == vm.types.listIterator) {
                        SequenceIterator& list = *static_cast<SequenceIterator*>(it);
                        if (list.sequence) {
                            const auto& items = static_cast<List*>(list.sequence.get())->items;
                            if (list.at < items.size()) {
                                push(sp, items[list.at++]);
                                break;
                            }
                            list.sequence = nullptr;
                        }
                    } else {
                        Value out;
                        if (vm.next(sp[-1], out)) {
                            push(sp, std::move(out));
                            break;
                        }
                    }
                    drop(sp);
                    pc = frame->code->instructions.data() + i.b;
                    break;
                }

                // ---- calls
                case Opcode::Call: callValue(sp - i.a - 1, sp - i.a, i.a, {}); break;
                case Opcode::CallMethod: {
                    Value* method = sp - i.a - 2;
                    if (method->isEmpty()) {  // an ordinary attribute: [Empty callee arguments]
                        for (Value* at = method; at + 1 < sp; ++at) *at = std::move(at[1]);
                        --sp;
                        callValue(sp - i.a - 1, sp - i.a, i.a, {});
                        break;
                    }
                    if (method->object()->type == vm.types.function) {
                        if (enterPlain(*static_cast<Function*>(method->object()), method, method + 1, i.a + std::size_t{1})) break;
                        Frame* next = prepare(*static_cast<Function*>(method->object()), Call{method + 1, i.a + std::size_t{1}, {}});
                        drop(sp, i.a + std::size_t{2});
                        if (next->code->generator) {
                            push(sp, makeGenerator(next));
                        } else {
                            enter(next);
                        }
                        break;
                    }
                    --budget_;
                    Value result = static_cast<NativeFunction*>(method->object())->call(vm, Call{method + 1, i.a + std::size_t{1}, {}});
                    drop(sp, i.a + std::size_t{2});
                    push(sp, std::move(result));
                    break;
                }
                case Opcode::CallKeywords: {
                    const auto& names = static_cast<Tuple*>(constants[i.b].object())->items;
                    std::array<Str*, 32> keys{};
                    if (names.size() > keys.size()) unsupported("a call with more than 32 keywords");
                    for (std::size_t k = 0; k < names.size(); ++k) keys[k] = static_cast<Str*>(names[k].object());
                    const std::size_t all = i.a + names.size();
                    callValue(sp - all - 1, sp - all, i.a, {keys.data(), names.size()});
                    break;
                }
                case Opcode::CallSpread: {
                    --budget_;
                    Value result = callSpread(sp - 2 - i.a, i.a != 0);
                    drop(sp, i.a + std::size_t{2});
                    push(sp, std::move(result));
                    break;
                }
                case Opcode::Return: {
                    Value result = std::move(*--sp);
                    frame->top = sp;
                    if (watcher && frame->function) watcher->callLeft(*frame->function, result);
                    Frame* caller = frame->caller;
                    const bool leaves = frame->leaves, constructs = frame->constructs;
                    if (!frame->generator) popFrame(frame);
                    frame_ = caller;
                    if (leaves) return result;
                    frame = caller;
                    settle();
                    if (constructs) {
                        if (!result.isNone()) raise<TypeError>("__init__() should return None, not '" + vm.typeOf(result)->name + "'");
                    } else {
                        push(sp, std::move(result));
                    }
                    break;
                }

                // ---- displays
                case Opcode::BuildList:
                case Opcode::BuildTuple: {
                    std::vector<Value> items(std::make_move_iterator(sp - i.b), std::make_move_iterator(sp));
                    sp -= i.b;
                    push(sp, i.op == Opcode::BuildList ? vm.list(std::move(items)) : vm.tuple(std::move(items)));
                    break;
                }
                case Opcode::BuildSet: {
                    Ref<Set> set = vm.set();
                    for (Value* item = sp - i.b; item < sp; ++item) set->add(vm, *item);
                    if (i.a == 1) {
                        // CPython's compiler makes the frozenset twice, the second time in the first one's order.
                        const Ref<Set> first = std::exchange(set, vm.set()), second = vm.set();
                        for (const Set::Slot& slot : first->slots) {
                            if (!slot.key.isEmpty()) second->add(slot.key, slot.hash, vm);
                        }
                        set->merge(vm, *second);
                    }
                    drop(sp, i.b);
                    push(sp, Value(set));
                    break;
                }
                case Opcode::BuildDict: {
                    const Ref<Dict> dict = vm.dict();
                    for (Value* item = sp - 2 * std::ptrdiff_t{i.b}; item < sp; item += 2) dict->set(vm, item[0], item[1]);
                    drop(sp, 2 * std::size_t{i.b});
                    push(sp, Value(dict));
                    break;
                }
                case Opcode::BuildText: {
                    std::string text;
                    for (Value* part = sp - i.b; part < sp; ++part) text += part->as<Str>()->text;
                    drop(sp, i.b);
                    push(sp, vm.text(std::move(text)));
                    break;
                }
                case Opcode::BuildSlice: {
                    auto slice = make<Slice>(vm.types.slice);
                    slice->step = i.a == 3 ? std::move(sp[-1]) : Value::none();
                    slice->stop = std::move(sp[1 - static_cast<std::ptrdiff_t>(i.a)]);
                    slice->start = std::move(sp[-static_cast<std::ptrdiff_t>(i.a)]);
                    sp -= i.a;
                    push(sp, Value(std::move(slice)));
                    break;
                }
                case Opcode::ListAppend: {
                    List& list = *static_cast<List*>(sp[-1 - static_cast<std::ptrdiff_t>(i.b)].object());
                    willHold(list, list.items.size() + 1);
                    list.items.push_back(std::move(*--sp));
                    break;
                }
                case Opcode::SetAdd: {
                    static_cast<Set*>(sp[-1 - static_cast<std::ptrdiff_t>(i.b)].object())->add(vm, sp[-1]);
                    drop(sp);
                    break;
                }
                case Opcode::DictAdd: {
                    static_cast<Dict*>(sp[-2 - static_cast<std::ptrdiff_t>(i.b)].object())->set(vm, sp[-2], sp[-1]);
                    drop(sp, 2);
                    break;
                }
                case Opcode::ListExtend: {
                    if (!vm.typeOf(sp[-1])->slots.iterate && !vm.typeOf(sp[-1])->slots.getItem) {
                        raise<TypeError>("Value after * must be an iterable, not " + vm.typeOf(sp[-1])->name);
                    }
                    std::vector<Value> more = vm.toVector(sp[-1]);
                    List& list = *static_cast<List*>(sp[-2].object());
                    willHold(list, list.items.size() + more.size());
                    list.items.insert(list.items.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
                    drop(sp);
                    break;
                }
                case Opcode::SetUpdate: {
                    Set& set = *static_cast<Set*>(sp[-2].object());
                    if (const Set* other = sp[-1].as<Set>()) {
                        set.merge(vm, *other);
                    } else {
                        vm.forEach(sp[-1], [&](const Value& item) { set.add(vm, item); });
                    }
                    drop(sp);
                    break;
                }
                case Opcode::DictUpdate: {
                    const Value more = sp[-1];
                    Dict& dict = *static_cast<Dict*>(sp[-2].object());
                    if (const Dict* other = more.as<Dict>()) {
                        for (const Dict::Entry& entry : other->entries) {
                            if (!entry.key.isEmpty()) dict.set(vm, entry.key, entry.value);
                        }
                    } else {
                        const Value keys = vm.findAttribute(more, "keys");
                        if (keys.isEmpty()) raise<TypeError>("'" + vm.typeOf(more)->name + "' object is not a mapping");
                        vm.forEach(vm.call(keys), [&](const Value& key) { dict.set(vm, key, vm.getItem(more, key)); });
                    }
                    drop(sp);
                    break;
                }
                case Opcode::DictMerge:
                    mergeKeywords(*static_cast<Dict*>(sp[-2].object()), sp[-1], sp[-2 - static_cast<std::ptrdiff_t>(i.b)]);
                    drop(sp);
                    break;
                case Opcode::ListToTuple: {
                    Value tuple = vm.tuple(std::move(static_cast<List*>(sp[-1].object())->items));
                    sp[-1] = std::move(tuple);
                    break;
                }
                case Opcode::Unpack: unpack(sp[-1], i.b, 0, false, sp); break;
                case Opcode::UnpackStar: unpack(sp[-1], i.a, i.b, true, sp); break;
                case Opcode::FormatValue: {
                    Value& value = sp[-1 - static_cast<std::ptrdiff_t>(i.b)];
                    if (i.a == 'r') value = vm.text(vm.repr(value));
                    if (i.a == 'a') value = vm.text(asciiOnly(vm.repr(value)));
                    if (i.a == 's') value = vm.text(vm.str(value));
                    const std::string text = vm.format(value, i.b != 0 ? std::string_view(sp[-1].as<Str>()->text) : std::string_view());
                    drop(sp, i.b);
                    sp[-1] = vm.text(text);
                    break;
                }

                // ---- functions, classes, generators
                case Opcode::MakeFunction: {
                    Value function = makeFunction(*frame, *static_cast<Code*>(constants[i.b].object()), i.a, sp);
                    push(sp, std::move(function));
                    break;
                }
                case Opcode::MakeClass: {
                    Value made = makeClass(sp - 3, constants[i.b]);
                    drop(sp, 3);
                    push(sp, std::move(made));
                    break;
                }
                case Opcode::Yield: {
                    Value value = std::move(*--sp);
                    frame->top = sp;
                    frame_ = frame->caller;
                    yielded_ = true;
                    return value;
                }
                case Opcode::GetYieldFrom: {
                    if (sp[-1].is<Generator>()) break;
                    Value it = vm.iterate(sp[-1]);
                    sp[-1] = std::move(it);
                    break;
                }
                case Opcode::YieldFrom: {
                    Value out;
                    if (yieldFrom(*frame, sp - 2, out)) {  // [iterator sent]: what comes is yielded, and then this again
                        drop(sp);
                        frame->next = --pc;
                        frame->top = sp;
                        frame_ = frame->caller;
                        yielded_ = true;
                        return out;
                    }
                    drop(sp, 2);
                    push(sp, std::move(out));
                    break;
                }

                // ---- exceptions
                case Opcode::Raise: {
                    if (i.a == 0) {
                        if (!handled_.is<Exception>()) raise<RuntimeError>("No active exception to reraise");
                        fail(Ref<Exception>(handled_.as<Exception>()), false);
                        return {};
                    }
                    Ref<Exception> exception = exceptionOf(sp[-static_cast<std::ptrdiff_t>(i.a)], i.a == 2 ? sp[-1] : Value());
                    drop(sp, i.a);
                    if (handled_.is<Exception>() && handled_.as<Exception>() != exception.get()) exception->context = handled_;
                    fail(std::move(exception), true);
                    return {};
                }
                case Opcode::Reraise: {
                    Ref<Exception> exception(sp[-1].as<Exception>());
                    drop(sp);
                    fail(std::move(exception), false);
                    return {};
                }
                case Opcode::PushHandled: {
                    Value exception = std::move(sp[-1]);
                    sp[-1] = handled_.isEmpty() ? Value::none() : handled_;
                    handled_ = exception;
                    push(sp, std::move(exception));
                    break;
                }
                case Opcode::PopHandled:
                    handled_ = sp[-1].isNone() ? Value() : sp[-1];
                    drop(sp);
                    break;
                case Opcode::CleanUp: {
                    Ref<Exception> exception(sp[-1].as<Exception>());
                    handled_ = sp[-2].isNone() ? Value() : sp[-2];
                    drop(sp, 2);
                    fail(std::move(exception), false);
                    return {};
                }
                case Opcode::MatchException: {
                    const bool fits = matches(sp[-2], sp[-1]);
                    sp[-1] = Value(fits);
                    break;
                }
                case Opcode::WithEnter: {
                    const Value manager = sp[-1];
                    const Value enterMethod = vm.findSpecial(manager, vm.names.enter);
                    const std::string protocol = "'" + vm.typeOf(manager)->name + "' object does not support the context manager protocol";
                    if (enterMethod.isEmpty()) raise<TypeError>(protocol);
                    Value exitMethod = vm.findSpecial(manager, vm.names.exit);
                    if (exitMethod.isEmpty()) raise<TypeError>(protocol + " (missed __exit__ method)");
                    Value entered = vm.call(enterMethod);
                    sp[-1] = std::move(exitMethod);
                    push(sp, std::move(entered));
                    break;
                }
                case Opcode::WithExit: {
                    vm.call(sp[-1], {Value::none(), Value::none(), Value::none()});
                    drop(sp);
                    break;
                }
                case Opcode::WithException: {
                    const Value exception = sp[-1];
                    Value answer = vm.call(sp[-3], {Value(vm.typeOf(exception)), exception, vm.getAttribute(exception, "__traceback__")});
                    push(sp, std::move(answer));
                    break;
                }
                case Opcode::AssertFailed: {
                    std::vector<Value> arguments;
                    if (i.a != 0) arguments.push_back(sp[-1]);
                    raise(typeOf(AssertionError), std::move(arguments));
                }

                // ---- modules
                case Opcode::Import: push(sp, importName(symbols[i.b]->text, i.a != 0)); break;
                case Opcode::ImportFrom: push(sp, importFrom(sp[-1], symbols[i.b])); break;
                case Opcode::ImportStar:
                    importStar(*frame, sp[-1]);
                    drop(sp);
                    break;
                case Opcode::Refuse: unsupported(constants[i.b].as<Str>()->text);
                case Opcode::Annotate: {
                    Dict& names = frame->names ? *frame->names : *frame->globals;
                    if (!names.find(vm.names.annotations)) names.set(vm.names.annotations, Value(vm.dict()));
                    if (Dict* dict = names.find(vm.names.annotations)->as<Dict>()) dict->set(symbols[i.b], sp[-1]);
                    drop(sp);
                    break;
                }
            }
        }
    } catch (PythonError& thrown) {
        if (thrown.exception->traceback.empty() && handled_.is<Exception>() && handled_.as<Exception>() != thrown.exception.get() &&
            thrown.exception->context.isEmpty()) {
            thrown.exception->context = handled_;
        }
        fail(std::move(thrown.exception), true);
        return {};
    } catch (...) {
        frame->top = sp;
        throw;
    }
}

Value Machine::loadGlobalSlow(Frame& frame, Instruction& i) {
    Str* name = frame.code->names[i.b];
    const int at = frame.globals->place(name);
    if (at >= 0) {
        i.cache = static_cast<std::uint32_t>(at);
        return frame.globals->entries[static_cast<std::size_t>(at)].value;
    }
    if (const Value* found = vm_.builtins().fields->find(name)) return *found;
    undefined(name);
}

}  // namespace backstep::python
