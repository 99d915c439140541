// SPDX-License-Identifier: GPL-3.0-or-later
// Generators as programs see them: next, send, throw, close.
#include <algorithm>
#include <exception>

#include "engine/python/core_types.h"
#include "engine/python/machine.h"

namespace backstep::python {
namespace {

Generator& of(const Value& self) { return *self.as<Generator>(); }

Value generatorRepr(Interpreter& vm, const Value& self) {
    return vm.text("<generator object " + of(self).qualifiedName->text + " at " + addressOf(self.object()) + ">");
}

// A StopIteration that leaves the generator's own code is a mistake of the program.
bool resumed(Interpreter& vm, const Value& self, const Value& sent, Value& out, const Ref<Exception>& thrown = {}) {
    Generator& g = of(self);
    try {
        return vm.machine().resume(g, sent, out, thrown);
    } catch (const PythonError& error) {
        if (!isA(error, StopIteration) || (thrown && error.exception == thrown && !g.started)) throw;
        Ref<Exception> wrong = makeException(typeOf(RuntimeError), {vm.text("generator raised StopIteration")});
        wrong->cause = wrong->context = Value(error.exception);
        wrong->suppressContext = true;
        wrong->traceback = error.exception->traceback;
        raise(std::move(wrong));
    }
}

[[noreturn]] void stop(const Value& result) {
    raise(typeOf(StopIteration), result.isNone() ? std::vector<Value>{} : std::vector<Value>{result});
}

bool generatorNext(Interpreter& vm, const Value& self, Value& out) { return resumed(vm, self, {}, out); }

// An exception thrown in goes to the generator that it delegates to, if there is one.
Value throwInto(Interpreter& vm, const Value& self, const Ref<Exception>& exception) {
    Generator& g = of(self);
    Value out;
    if (g.delegate.is<Generator>() && !g.finished) {
        const Value inner = g.delegate;
        try {
            return throwInto(vm, inner, exception);  // it yielded again: so does this one
        } catch (const PythonError& error) {
            g.delegate = Value();
            if (of(inner).running) throw;
            if (isA(error, StopIteration) && error.exception != exception) {
                // The inner one returned: its value is that of the `yield from`.
                const Value value = vm.getAttribute(Value(error.exception), "value");
                vm.machine().finishDelegation(g);
                if (resumed(vm, self, value, out)) return out;
                stop(out);
            }
            if (resumed(vm, self, {}, out, error.exception)) return out;
            stop(out);
        }
    }
    if (!g.started && !g.finished) {
        g.finished = true;
        g.started = true;
        raise(exception);
    }
    if (resumed(vm, self, {}, out, exception)) return out;
    stop(out);
}

Ref<Exception> exceptionFrom(Interpreter& vm, const Value& type, const Value& value) {
    if (Exception* e = type.as<Exception>()) return Ref<Exception>(e);
    const Type* t = type.as<Type>();
    if (!t || !t->isSubtype(typeOf(ErrorType::BaseException))) {
        raise<TypeError>("exceptions must be classes or instances deriving from BaseException, not " + vm.typeOf(type)->name);
    }
    if (Exception* e = value.as<Exception>()) return Ref<Exception>(e);
    const Value made = value.isNone() ? vm.call(type) : vm.call(type, {value});
    return Ref<Exception>(made.as<Exception>());
}

Value closeGenerator(Interpreter& vm, const Value& self) {
    Generator& g = of(self);
    if (!g.started) g.finished = true;
    if (g.finished) return Value::none();
    try {
        throwInto(vm, self, makeException(typeOf(ErrorType::GeneratorExit), {}));
    } catch (const PythonError& error) {
        if (isA(error, StopIteration) || isA(error, ErrorType::GeneratorExit)) return Value::none();
        throw;
    }
    raise<RuntimeError>("generator ignored GeneratorExit");
}

// A generator that is dropped in the middle of a try or a with is closed, as CPython does.
void finalizeGenerator(Interpreter& vm, Object* object) {
    Generator& g = *static_cast<Generator*>(object);
    if (!g.started || g.finished || g.running) return;
    const auto at = static_cast<std::uint32_t>(g.frame.next - g.frame.code->instructions.data() - 1);
    const auto& handlers = g.frame.code->handlers;
    const bool guarded = std::any_of(handlers.begin(), handlers.end(), [&](const HandlerRange& r) { return at >= r.begin && at < r.end; });
    if (!guarded) return;
    const auto pending = [&](auto& error) { vm.machine().endSoon(std::make_exception_ptr(error)); };
    try {
        closeGenerator(vm, Value(object));
    } catch (const PythonError&) {  // CPython prints "Exception ignored in …" on standard error, and goes on
    } catch (LimitReached& limit) {
        pending(limit);
    } catch (Interrupted& interrupted) {
        pending(interrupted);
    } catch (Unsupported& refused) {
        pending(refused);
    }
    g.finished = true;
}

}  // namespace

void installGenerators(Interpreter& vm) {
    Type& t = *vm.types.generator;
    t.slots.repr = generatorRepr;
    t.slots.finalize = finalizeGenerator;
    t.slots.iterate = [](Interpreter&, const Value& self) { return self; };
    t.slots.next = generatorNext;
    defineMethod(t, "send(self, value, /)", [](Interpreter& v, Arguments& a) {
        Value out;
        if (!resumed(v, a[0], a[1], out)) stop(out);
        return out;
    });
    defineMethod(t, "__next__(self, /)", [](Interpreter& v, Arguments& a) {
        Value out;
        if (!resumed(v, a[0], {}, out)) stop(out);
        return out;
    });
    defineMethod(t, "throw(self, type, value=None, traceback=None, /)",
                 [](Interpreter& v, Arguments& a) { return throwInto(v, a[0], exceptionFrom(v, a[1], a[2])); });
    defineMethod(t, "close(self, /)", [](Interpreter& v, Arguments& a) { return closeGenerator(v, a[0]); });
    defineProperty(t, "__name__", [](Interpreter&, const Value& self) { return Value(of(self).name); });
    defineProperty(t, "__qualname__", [](Interpreter&, const Value& self) { return Value(of(self).qualifiedName); });
}

}  // namespace backstep::python
