// SPDX-License-Identifier: GPL-3.0-or-later
// Between sequences.cpp, text.cpp and mappings.cpp only.
#pragma once

#include "engine/python/interpreter.h"
#include "engine/python/sequences.h"

namespace backstep::python {

void installText(Interpreter& vm);      // str
void installMappings(Interpreter& vm);  // dict, set, frozenset

// What the other operand makes of it, if it is no built-in sequence or number: numpy's arrays, classes with __radd__.
inline Value reflectedOf(Interpreter& vm, BinaryOp op, const Value& self, const Value& other) {
    const auto slot = vm.typeOf(other)->slots.binary;
    const bool plain = !other.isObject() || other.is<BigInt>() || other.is<Str>() || other.is<List>() || other.is<Tuple>();
    return slot && !plain ? slot(vm, op, other, self, true) : Value::notImplemented();
}

// sequence * n: `repeat` gets n; "can't multiply sequence by non-int of type 'float'".
template <class F>
Value repeatSequence(Interpreter& vm, const Value& self, const Value& times, bool reflected, F&& repeat) {
    if (!reflected) {
        Value tried = reflectedOf(vm, BinaryOp::Multiply, self, times);
        if (!tried.isNotImplemented()) return tried;
    }
    if (!isIndex(vm, times)) raise<TypeError>("can't multiply sequence by non-int of type '" + vm.typeOf(times)->name + "'");
    if (times.is<BigInt>()) raise<OverflowError>("cannot fit 'int' into an index-sized integer");
    return repeat(vm.toIndex(times));
}

}  // namespace backstep::python
