// SPDX-License-Identifier: GPL-3.0-or-later
// Built-in functions of iteration: len, iter, next, sorted, any, all, and the types enumerate, zip, map, filter, reversed.
#include "engine/python/class_slots.h"
#include "engine/python/machine.h"
#include "engine/python/types_library.h"

namespace backstep::python {
namespace {

// One with the state of a NativeIterator, of a type that a program may have derived.
Value iteratorOf(Type& type, std::function<bool(Interpreter&, Value&)> advance) {
    const Ref<NativeIterator> made = makeOf<NativeIterator>(type);
    made->advance = std::move(advance);
    return made;
}

Value createEnumerate(Interpreter& vm, Type& type, const Call& call) {
    if (call.total() == 0) raise<TypeError>("enumerate() missing required argument 'iterable'");
    if (call.total() > 2) raise<TypeError>("enumerate() takes at most 2 arguments (" + std::to_string(call.total()) + " given)");
    Value iterable = call.count > 0 ? call.values[0] : Value(), start = call.count > 1 ? call.values[1] : Value(0);
    for (std::size_t i = 0; i < call.names.size(); ++i) {
        const std::string& name = call.names[i]->text;
        if (name != "start" && name != "iterable") raise<TypeError>("'" + name + "' is an invalid keyword argument for enumerate()");
        (name == "start" ? start : iterable) = call.keyword(i);
    }
    if (iterable.isEmpty()) raise<TypeError>("enumerate() missing required argument 'iterable'");
    if (!start.is<BigInt>()) start = Value(vm.toIndex(start));
    return iteratorOf(type, [it = vm.iterate(iterable), start](Interpreter& v, Value& out) mutable {
        Value item;
        if (!v.next(it, item)) return false;
        out = v.tuple({start, item});
        start = v.binary(BinaryOp::Add, start, Value(1));
        return true;
    });
}

std::string argumentsBefore(std::size_t i) { return i == 1 ? "argument 1" : "arguments 1-" + std::to_string(i); }

Value createZip(Interpreter& vm, Type& type, const Call& call) {
    bool strict = false;
    for (std::size_t i = 0; i < call.names.size(); ++i) {
        if (call.names[i]->text != "strict") raise<TypeError>("'" + call.names[i]->text + "' is an invalid keyword argument for zip()");
        strict = vm.truth(call.keyword(i));
    }
    std::vector<Value> iterators;
    for (const Value& each : call.positional()) iterators.push_back(vm.iterate(each));
    return iteratorOf(type, [iterators = std::move(iterators), strict](Interpreter& v, Value& out) {
        std::vector<Value> items(iterators.size());
        for (std::size_t i = 0; i < iterators.size(); ++i) {
            if (v.next(iterators[i], items[i])) continue;
            if (!strict) return false;
            if (i > 0) raise<ValueError>("zip() argument " + std::to_string(i + 1) + " is shorter than " + argumentsBefore(i));
            for (i = 1; i < iterators.size(); ++i) {
                if (v.next(iterators[i], items[i])) {
                    raise<ValueError>("zip() argument " + std::to_string(i + 1) + " is longer than " + argumentsBefore(i));
                }
            }
            return false;
        }
        if (items.empty()) return false;
        out = v.tuple(std::move(items));
        return true;
    });
}

Value createMap(Interpreter& vm, Type& type, const Call& call) {
    if (!call.names.empty()) raise<TypeError>("map() takes no keyword arguments");
    if (call.count < 2) raise<TypeError>("map() must have at least two arguments.");
    std::vector<Value> iterators;
    for (const Value& each : call.positional().subspan(1)) iterators.push_back(vm.iterate(each));
    return iteratorOf(type, [function = call.values[0], iterators = std::move(iterators)](Interpreter& v, Value& out) {
        std::vector<Value> items(iterators.size());
        for (std::size_t i = 0; i < iterators.size(); ++i) {
            if (!v.next(iterators[i], items[i])) return false;
        }
        out = v.call(function, std::span<const Value>(items));
        return true;
    });
}

Value createFilter(Interpreter& vm, Type& type, const Call& call) {
    takesPositional(call, "filter", 2, 2);
    return iteratorOf(type, [function = call.values[0], it = vm.iterate(call.values[1])](Interpreter& v, Value& out) {
        Ticker tick(v);
        const bool plain = function.isNone() || (function.isObject() && function.object() == v.types.boolean);
        for (Value item; v.next(it, item);) {
            tick();
            if (!v.truth(plain ? item : v.call(function, {item}))) continue;
            out = std::move(item);
            return true;
        }
        return false;
    });
}

Value createReversed(Interpreter& vm, Type&, const Call& call) {
    takesPositional(call, "reversed", 1, 1);
    const Value& sequence = call.values[0];
    const Value special = vm.findSpecial(sequence, vm.names.reversed);
    if (!special.isEmpty() && !special.isNone()) return vm.call(special);
    const Slots& slots = vm.typeOf(sequence)->slots;
    if (!slots.getItem || !slots.length || special.isNone() || sequence.is<Dict>()) {
        raise<TypeError>("'" + typeName(vm, sequence) + "' object is not reversible");
    }
    return reversedOf(vm, sequence);
}

Value makeIter(Interpreter& vm, Arguments& a) {
    if (!a.given(1)) return vm.iterate(a[0]);
    if (vm.typeOf(a[0])->slots.call == nullptr) raise<TypeError>("iter(v, w): v must be callable");
    return makeIterator(vm, "callable_iterator", [function = a[0], sentinel = a[1], ended = false](Interpreter& v, Value& out) mutable {
        if (ended) return false;
        try {
            out = v.call(function);
        } catch (const PythonError& error) {
            if (!isA(error, StopIteration)) throw;
            ended = true;
            return false;
        }
        ended = v.equal(sentinel, out);
        return !ended;
    });
}

// As the machine's own next, but an exhausted generator's value stays in its StopIteration.
Value next(Interpreter& vm, Arguments& a) {
    Type* type = vm.typeOf(a[0]);
    if (!type->slots.next) raise<TypeError>("'" + type->name + "' object is not an iterator");
    Value out;
    try {
        if (Generator* generator = a[0].as<Generator>()) {
            if (vm.machine().resume(*generator, Value::none(), out)) return out;
            if (!a.given(1)) raise(typeOf(StopIteration), out.isEmpty() || out.isNone() ? std::vector<Value>{} : std::vector<Value>{out});
        } else if (type->ofProgram && callSpecial(vm, a[0], vm.names.next, {}, out)) {
            return out;
        } else if (type->slots.next(vm, a[0], out)) {
            return out;
        }
    } catch (const PythonError& error) {
        if (!a.given(1) || !isA(error, StopIteration)) throw;
    }
    if (a.given(1)) return a[1];
    raise(typeOf(StopIteration), std::vector<Value>{});
}

Value anyOrAll(Interpreter& vm, Arguments& a, bool wanted) {
    const Value it = vm.iterate(a[0]);
    Ticker tick(vm);
    for (Value item; vm.next(it, item);) {
        tick();
        if (vm.truth(item) == wanted) return Value(wanted);
    }
    return Value(!wanted);
}

void defineIterator(Interpreter& vm, const char* name, Value (*create)(Interpreter&, Type&, const Call&)) {
    Type* type = defineIteratorType(vm, name);
    type->slots.create = create;
    finishType(*type);
    vm.builtins().fields->set(vm.intern(name), Value(type));
}

}  // namespace

void installIterationFunctions(Interpreter& vm) {
    Module& m = vm.builtins();
    defineIterator(vm, "enumerate", createEnumerate);
    defineIterator(vm, "zip", createZip);
    defineIterator(vm, "map", createMap);
    defineIterator(vm, "filter", createFilter);
    defineIterator(vm, "reversed", createReversed);
    defineFunction(m, "len(obj, /)", [](Interpreter& v, Arguments& a) -> Value { return Value(v.length(a[0])); });
    defineFunction(m, "iter(object, sentinel=..., /)", makeIter);
    defineFunction(m, "next(iterator, default=..., /)", next);
    defineFunction(m, "any(iterable, /)", [](Interpreter& v, Arguments& a) { return anyOrAll(v, a, true); });
    defineFunction(m, "all(iterable, /)", [](Interpreter& v, Arguments& a) { return anyOrAll(v, a, false); });
    defineFunction(m, "sorted(*args, key=None, reverse=False, **kwargs)", [](Interpreter& v, Arguments& a) -> Value {
        if (a.rest().size() != 1) raise<TypeError>("sorted expected 1 argument, got " + std::to_string(a.rest().size()));
        const Value list = v.list(v.toVector(a.rest()[0]));
        if (!a.keywordNames().empty()) raise<TypeError>("'" + a.keywordNames()[0]->text + "' is an invalid keyword argument for sort()");
        const bool reverse = a.truth(1);
        sortItems(v, list.as<List>()->items, a[0], reverse);
        return list;
    });
}

}  // namespace backstep::python
