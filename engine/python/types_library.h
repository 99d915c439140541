// SPDX-License-Identifier: GPL-3.0-or-later
// What the files types_*.cpp and builtin_*.cpp share.
#pragma once

#include "engine/python/interpreter.h"

namespace backstep::python {

// An empty object of the type, whose layout is T or derives from it.
template <class T>
[[nodiscard]] Ref<T> makeOf(Type& type) {
    if (!type.layout->make) raise<TypeError>("cannot create '" + type.name + "' instances");
    const Ref<Object> made = type.layout->make(&type);
    return Ref<T>(cast<T>(made.get()));
}

[[nodiscard]] inline const std::string& typeName(Interpreter& vm, const Value& value) { return vm.typeOf(value)->name; }

// For create slots that take positional arguments only: CPython's words if there are too few, too many, or names.
void takesPositional(const Call& call, std::string_view name, std::size_t least, std::size_t most);

// Counts native work on a long sequence: a step for every few items.
class Ticker {
public:
    explicit Ticker(Interpreter& vm) : vm_(vm) {}
    void operator()() {
        if (++items_ % 16 == 0) vm_.countSteps(1);
    }

private:
    Interpreter& vm_;
    std::uint32_t items_ = 0;
};

// A type of iterators in native code; its objects are NativeIterators.
Type* defineIteratorType(Interpreter& vm, std::string_view name, std::string_view module = "builtins");
// The one of that name, made when first asked for.
[[nodiscard]] Value makeIterator(Interpreter& vm, std::string_view typeName, std::function<bool(Interpreter&, Value&)> advance);

// A keyed dunder method of the value's type, called if there is one; false if there is none.
bool callSpecialMethod(Interpreter& vm, const Value& self, std::string_view name, std::initializer_list<Value> arguments, Value& result);

// int(x), float(x), round(x, digits): nothing is assumed of x.
Value toInt(Interpreter& vm, const Value& x);
Value intFromText(Interpreter& vm, std::string_view text, int base, const Value& literal);
Value toReal(Interpreter& vm, const Value& x);
[[nodiscard]] Value roundReal(Interpreter& vm, double x, const Value& digits);  // None: to an int
[[nodiscard]] Value roundInteger(Interpreter& vm, const Value& x, std::int64_t digits);

// list.sort(key=…, reverse=…) on items that no one else sees meanwhile.
void sortItems(Interpreter& vm, std::vector<Value>& items, const Value& key, bool reverse);

// dict.update: a mapping or an iterable of pairs.
void updateDict(Interpreter& vm, Dict& dict, const Value& from);
[[nodiscard]] Value reversedOf(Interpreter& vm, const Value& sequence);

// A refused function: what and what to use instead.
void refuseFunction(Module& module, std::string_view name, std::string_view hint = {});

void installNumberTypes(Interpreter& vm);
void installStrType(Interpreter& vm);
void installStrSearch(Interpreter& vm);
void installStrCase(Interpreter& vm);
void installSequenceTypes(Interpreter& vm);
void installDictTypes(Interpreter& vm);
void installSetTypes(Interpreter& vm);

void installNumberFunctions(Interpreter& vm);
void installIterationFunctions(Interpreter& vm);
void installObjectFunctions(Interpreter& vm);
void installOutputFunctions(Interpreter& vm);

}  // namespace backstep::python
