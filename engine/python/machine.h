// SPDX-License-Identifier: GPL-3.0-or-later
// The virtual machine: runs code on frames of its own, so that recursion of a program is not recursion of ours.
#pragma once

#include <exception>

#include "engine/python/code.h"
#include "engine/python/interpreter.h"

namespace backstep::python {

struct Generator;

struct Frame {
    Code* code = nullptr;
    Function* function = nullptr;  // null: a module's or a class's body
    Dict* globals = nullptr;
    Dict* names = nullptr;   // of a class body
    Value* slots = nullptr;  // locals, cells, free variables, then the stack
    Value* top = nullptr;    // of the stack, while the frame waits
    Instruction* next = nullptr;
    Frame* caller = nullptr;
    Generator* generator = nullptr;
    bool leaves = false;      // returning from it leaves run()
    bool constructs = false;  // __init__: the object below its arguments is the result
    Value held;               // keeps the function (or the code) alive
    [[nodiscard]] Value* stack() const { return slots + code->locals.size() + code->cells.size() + code->freeNames.size(); }
    // Of the instruction at hand.
    [[nodiscard]] Span span() const {
        const auto at = next - code->instructions.data();
        return code->spans[static_cast<std::size_t>(at > 0 ? at - 1 : 0)];
    }
};

struct Generator : Object {
    Frame frame;
    std::vector<Value> slots;
    bool started = false, running = false, finished = false;
    Value delegate;  // of a `yield from`
    Value handled;   // the exception that it was handling
    Ref<Str> name, qualifiedName;
};

class Machine {
public:
    explicit Machine(Interpreter& vm);
    ~Machine();

    Value call(Function& function, const Call& call);
    Value runModule(const Ref<Code>& code, const Ref<Dict>& globals);
    // A class statement's body: the names it binds, and the __class__ cell if it has one.
    Ref<Dict> runClassBody(const Value& function, Value& cell);
    // Resumes a generator: false when it returned (its value in `out`). An exception goes in by `thrown`.
    bool resume(Generator& generator, Value sent, Value& out, const Ref<Exception>& thrown = {});

    // The generator that this one delegates to has ended otherwise: what is sent next is the value of the `yield from`.
    void finishDelegation(Generator& generator);

    // Something uncatchable happened where nothing may be thrown: it is thrown at the next step.
    void endSoon(std::exception_ptr end) {
        if (!pending_) pending_ = std::move(end);
        budget_ = 0;
    }

    [[nodiscard]] Frame* frame() const { return frame_; }
    [[nodiscard]] const Value& handled() const { return handled_; }  // the exception being handled, or Empty
    [[nodiscard]] std::size_t depth() const { return depth_; }
    void refill();

private:
    friend class Interpreter;
    Value run(Frame* entry, Ref<Exception> error = {});
    Value loop(Frame*& frame, bool& raised, Ref<Exception>& error);
    void abandon(Frame* frame);  // drops the frames of this run: something uncatchable passes
    void locate(Span& span, std::uint32_t& line) const;
    struct Chunk {
        std::unique_ptr<Value[]> values;
        std::size_t size = 0;
        Value* top = nullptr;  // kept here while a later chunk is in use
    };
    void nextChunk(std::size_t needed);

    Frame* pushFrame(Code& code, Function* function, Dict* globals, const Value& held);
    void popFrame(Frame* frame);
    Frame* prepare(Function& function, const Call& call);  // bound, ready to run
    void bind(Function& function, const Call& call, Value* slots);
    void bindKeywords(Function& function, const Call& call, Value* slots);
    Value makeGenerator(Frame* frame);
    void suggest(Exception& error, const Frame& frame) const;
    void addTraceback(Exception& exception, const Frame& frame);
    bool unwind(Frame*& frame, const Ref<Exception>& error);  // false: no handler in this frame
    void store(Frame& frame, std::size_t place, std::string_view name, const Value& value);
    Value loadGlobalSlow(Frame& frame, Instruction& i);
    Value makeFunction(Frame& frame, Code& code, std::size_t flags, Value*& sp);
    Value makeClass(Value* operands, const Value& name);
    Value callSpread(Value* operands, bool keywords);
    Value importName(const std::string& name, bool leaf);
    Value importFrom(const Value& module, Str* name);
    void importStar(Frame& frame, const Value& module);
    void unpack(const Value& value, std::size_t before, std::size_t after, bool star, Value*& sp);
    void mergeKeywords(Dict& into, const Value& more, const Value& callee);
    bool matches(const Value& exception, const Value& type);
    Ref<Exception> exceptionOf(const Value& value, const Value& cause);
    bool yieldFrom(Frame& frame, Value* operands, Value& out);

    Interpreter& vm_;
    Frame* frame_ = nullptr;
    Value handled_;
    bool yielded_ = false;
    std::exception_ptr pending_;
    std::vector<Chunk> chunks_;
    std::size_t chunk_ = 0;
    Value* free_ = nullptr;  // in the chunk in use
    Value* end_ = nullptr;
    std::vector<std::unique_ptr<Frame>> frames_;
    std::size_t depth_ = 0;
    std::int64_t budget_ = 0;  // steps until the next look at limits and stop
};

}  // namespace backstep::python
