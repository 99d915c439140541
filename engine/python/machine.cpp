// SPDX-License-Identifier: GPL-3.0-or-later
// Frames, arguments into parameters, generators, exceptions on their way: all of the machine but the loop (machine_run.cpp).
// Long because binding arguments has each of CPython's messages.
#include "engine/python/machine.h"

#include <algorithm>

#include "engine/python/argument_errors.h"
#include "engine/python/class_slots.h"
#include "engine/python/core_types.h"

namespace backstep::python {
namespace {

constexpr std::size_t kChunk = 1 << 14;  // values

[[noreturn]] void tooMany(const Function& f, const Code& code, std::size_t given, const Value* slots) {
    std::size_t keywordOnly = 0;
    for (std::size_t i = code.positional; i < code.positional + code.keywordOnly; ++i) keywordOnly += !slots[i].isEmpty();
    tooManyArguments(f.qualifiedName->text, {code.positional, f.defaults.size(), given, keywordOnly});
}

}  // namespace

std::uint32_t Code::lineAt(std::size_t instruction) const {
    return script->source.placeOf(spans[std::min(instruction, spans.size() - 1)].begin).line;
}

Machine::Machine(Interpreter& vm) : vm_(vm) {}
Machine::~Machine() = default;

// ---- frames: their values lie in chunks, one behind the other

Frame* Machine::pushFrame(Code& code, Function* function, Dict* globals, const Value& held) {
    if (code.body) std::exchange(code.body, {})(code);
    const std::size_t needed = code.slots();
    if (static_cast<std::size_t>(end_ - free_) < needed) nextChunk(needed);
    if (depth_ == frames_.size()) frames_.push_back(std::make_unique<Frame>());
    Frame* frame = frames_[depth_++].get();
    frame->code = &code;
    frame->function = function;
    frame->globals = globals;
    frame->names = nullptr;
    frame->slots = free_;
    frame->top = free_ + (needed - code.stackSize);
    frame->next = code.instructions.data();
    frame->generator = nullptr;
    frame->leaves = frame->constructs = false;
    frame->held = held;
    free_ += needed;
    return frame;
}

void Machine::nextChunk(std::size_t needed) {
    if (!chunks_.empty()) chunks_[chunk_++].top = free_;
    if (chunk_ == chunks_.size()) chunks_.emplace_back();
    Chunk& chunk = chunks_[chunk_];
    if (chunk.size < needed) {
        chunk.size = std::max(kChunk, needed);
        chunk.values = std::make_unique<Value[]>(chunk.size);
    }
    free_ = chunk.values.get();
    end_ = free_ + chunk.size;
}

// Frees what the frame still holds. (A stack of frames: only the newest goes.)
void Machine::popFrame(Frame* frame) {
    for (Value* slot = frame->slots; slot < frame->top; ++slot) slot->clear();
    frame->held.clear();
    --depth_;
    free_ = frame->slots;
    if (chunk_ > 0 && free_ == chunks_[chunk_].values.get()) {
        const Chunk& before = chunks_[--chunk_];
        free_ = before.top;
        end_ = before.values.get() + before.size;
    }
}

// ---- arguments

void Machine::bind(Function& function, const Call& call, Value* slots) {
    const Code& code = *static_cast<Code*>(function.code.get());
    const std::size_t placed = std::min<std::size_t>(call.count, code.positional);
    for (std::size_t i = 0; i < placed; ++i) slots[i] = call.values[i];
    std::size_t next = code.positional + code.keywordOnly;
    if (code.variadic) {
        slots[next++] = vm_.tuple({call.values + placed, call.values + call.count});
    }
    if (code.keywords) slots[next] = vm_.dict();
    bindKeywords(function, call, slots);
    if (call.count > placed && !code.variadic) tooMany(function, code, call.count, slots);
    const std::size_t firstDefault = code.positional - function.defaults.size();
    std::vector<std::string> lacking;
    for (std::size_t i = placed; i < code.positional; ++i) {
        if (!slots[i].isEmpty()) continue;
        if (i >= firstDefault) {
            slots[i] = function.defaults[i - firstDefault];
        } else {
            lacking.push_back("'" + code.locals[i]->text + "'");
        }
    }
    if (!lacking.empty()) missingArguments(function.qualifiedName->text, lacking, "positional");
    for (std::size_t i = 0; i < code.keywordOnly; ++i) {
        Value& slot = slots[code.positional + i];
        if (slot.isEmpty() && i < function.keywordDefaults.size()) slot = function.keywordDefaults[i];
        if (slot.isEmpty()) lacking.push_back("'" + code.locals[code.positional + i]->text + "'");
    }
    if (!lacking.empty()) missingArguments(function.qualifiedName->text, lacking, "keyword-only");
    for (std::size_t i = 0; i < code.cells.size(); ++i) {
        const Ref<Cell> cell = make<Cell>(vm_.types.cell);
        if (code.cellOfLocal[i] >= 0) cell->value = std::move(slots[code.cellOfLocal[i]]);
        slots[code.locals.size() + i] = cell;
    }
    for (std::size_t i = 0; i < function.closure.size(); ++i) slots[code.locals.size() + code.cells.size() + i] = function.closure[i];
}

void Machine::bindKeywords(Function& function, const Call& call, Value* slots) {
    const Code& code = *static_cast<Code*>(function.code.get());
    const std::size_t named = code.positional + code.keywordOnly;
    Dict* rest = code.keywords ? slots[named + (code.variadic ? 1 : 0)].as<Dict>() : nullptr;
    for (std::size_t k = 0; k < call.names.size(); ++k) {
        Str* name = call.names[k];
        std::size_t i = code.positionalOnly;
        while (i < named && code.locals[i] != name) ++i;
        if (i < named) {
            if (!slots[i].isEmpty()) givenTwice(function.qualifiedName->text, name->text);
            slots[i] = call.keyword(k);
        } else if (rest) {
            rest->set(name, call.keyword(k));
        } else {
            std::vector<std::string> positionalOnly;
            for (std::size_t p = 0; p < code.positionalOnly; ++p) {
                for (const Str* each : call.names) {
                    if (each == code.locals[p]) positionalOnly.push_back(each->text);
                }
            }
            if (!positionalOnly.empty()) {
                std::string names;
                for (const std::string& each : positionalOnly) names += (names.empty() ? "" : ", ") + each;
                raise<TypeError>(function.qualifiedName->text + "() got some positional-only arguments passed as keyword arguments: '" +
                                 names + "'");
            }
            unexpectedKeyword(function.qualifiedName->text, name->text);
        }
    }
}

// A frame with its arguments in place, not yet entered.
Frame* Machine::prepare(Function& function, const Call& call) {
    if (static_cast<std::int64_t>(depth_) + vm_.recursion_ >= vm_.limits_.callDepth)
        raise<RecursionError>("maximum recursion depth exceeded");
    Code& code = *static_cast<Code*>(function.code.get());
    Frame* frame = pushFrame(code, &function, function.globals.get(), Value(&function));
    if (code.simple && call.names.empty() && call.count == code.positional) {
        for (std::size_t i = 0; i < call.count; ++i) frame->slots[i] = call.values[i];
        for (std::size_t i = 0; i < function.closure.size(); ++i) frame->slots[code.locals.size() + i] = function.closure[i];
        return frame;
    }
    try {
        bind(function, call, frame->slots);
    } catch (...) {
        popFrame(frame);
        throw;
    }
    return frame;
}

Value Machine::call(Function& function, const Call& call) {
    vm_.checkStack();
    const Ref<Function> held(&function);
    Frame* frame = prepare(function, call);
    if (frame->code->generator) return makeGenerator(frame);
    frame->caller = frame_;
    frame->leaves = true;
    return run(frame);
}

Value Machine::runModule(const Ref<Code>& code, const Ref<Dict>& globals) {
    vm_.checkStack();
    Frame* frame = pushFrame(*code, nullptr, globals.get(), Value(code));
    frame->caller = frame_;
    frame->leaves = true;
    return run(frame);
}

Ref<Dict> Machine::runClassBody(const Value& function, Value& cell) {
    vm_.checkStack();
    Function& body = *function.as<Function>();
    const Ref<Dict> names = vm_.dict();
    Frame* frame = prepare(body, Call{});
    frame->names = names.get();
    frame->caller = frame_;
    frame->leaves = true;
    Code& code = *frame->code;
    if (!code.cells.empty()) cell = frame->slots[code.locals.size()];
    run(frame);
    return names;
}

// ---- generators

Value Machine::makeGenerator(Frame* frame) {
    Code& code = *frame->code;
    auto generator = make<Generator>(vm_.types.generator);
    generator->slots.resize(code.slots());
    for (std::size_t i = 0; frame->slots + i < frame->top; ++i) generator->slots[i] = std::move(frame->slots[i]);
    generator->frame = *frame;
    generator->frame.slots = generator->slots.data();
    generator->frame.top = generator->frame.stack();
    generator->frame.generator = generator.get();
    generator->name = frame->function->name;
    generator->qualifiedName = frame->function->qualifiedName;
    popFrame(frame);
    return generator;
}

bool Machine::resume(Generator& generator, Value sent, Value& out, const Ref<Exception>& thrown) {
    if (generator.running) raise<ValueError>("generator already executing");
    if (generator.finished) {
        if (thrown) raise(thrown);
        out = Value::none();
        return false;
    }
    const bool fresh = !generator.started;
    if (fresh && !sent.isEmpty() && !sent.isNone()) raise<TypeError>("can't send non-None value to a just-started generator");
    const Recursion depth(vm_, "");
    const Ref<Generator> held(&generator);
    Frame& frame = generator.frame;
    generator.running = generator.started = true;
    frame.caller = frame_;
    frame.leaves = true;
    if (!fresh) new (frame.top++) Value(sent.isEmpty() ? Value::none() : std::move(sent));
    const Value outer = handled_;
    if (!generator.handled.isEmpty()) handled_ = std::move(generator.handled);
    const auto done = [&] {
        generator.handled = same(handled_, outer) ? Value() : handled_;
        handled_ = outer;
        generator.running = false;
    };
    try {
        out = run(&frame, thrown);
    } catch (...) {
        done();
        generator.finished = true;
        for (Value& slot : generator.slots) slot = Value();
        frame.held = Value();
        throw;
    }
    done();
    if (!yielded_) {
        generator.finished = true;
        for (Value& slot : generator.slots) slot = Value();
        frame.held = Value();
        return false;
    }
    yielded_ = false;
    return true;
}

void Machine::finishDelegation(Generator& generator) {
    Frame& frame = generator.frame;
    if (frame.next->op != Opcode::YieldFrom) return;
    (--frame.top)->clear();  // the iterator
    ++frame.next;
}

// ---- exceptions on their way

void Machine::addTraceback(Exception& exception, const Frame& frame) {
    const Code& code = *frame.code;
    const Span span = frame.span();
    exception.traceback.push_back({code.script, code.name.get(), span});
    if (!vm_.observer_ || code.script->prelude) return;
    // Reported where it comes to a line of the user's for the first time.
    const auto& lines = exception.traceback;
    const bool first = std::none_of(lines.begin(), lines.end() - 1, [](const TracebackLine& line) { return !line.script->prelude; });
    if (first) vm_.observer_->raised(exception, span);
}

// The innermost handler around the instruction: the stack cut down to its depth, the exception on top.
bool Machine::unwind(Frame*& frame, const Ref<Exception>& error) {
    Code& code = *frame->code;
    const auto at = static_cast<std::uint32_t>(frame->next - code.instructions.data() - 1);
    for (const HandlerRange& range : code.handlers) {
        if (at < range.begin || at >= range.end) continue;
        Value* wanted = frame->stack() + range.depth;
        while (frame->top > wanted) *--frame->top = Value();
        *frame->top++ = Value(error);
        frame->next = code.instructions.data() + range.target;
        return true;
    }
    return false;
}

void Machine::refill() {
    constexpr std::int64_t kSteps = 512;
    if (pending_) std::rethrow_exception(std::exchange(pending_, nullptr));
    vm_.stepsLeft_ -= kSteps;
    if (vm_.stepsLeft_ < 0) {
        const std::int64_t left = vm_.stepsLeft_ + kSteps;
        vm_.stepsLeft_ = left;
        if (left <= 0) vm_.countSteps(1);
        vm_.stepsLeft_ = 0;
        budget_ = left;
    } else {
        budget_ = kSteps;
    }
    vm_.checkStop();
}

}  // namespace backstep::python
