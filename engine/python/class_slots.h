// SPDX-License-Identifier: GPL-3.0-or-later
// The slots of classes that a program writes: each looks its dunder method up and calls it.
#pragma once

#include "engine/python/interpreter.h"

namespace backstep::python {

// The attribute has been set on the type: a dunder method takes over its slot, in derived types too.
void updateSlot(Type& type, Str* attribute);

// An attribute found on a type, as seen from an instance (or Empty: from the type).
Value describe(Interpreter& vm, const Value& attribute, const Value& instance, Type& owner);

// A new class: bases, the names its body has bound, the cell of __class__ if its methods use it. Calls __set_name__ and
// __init_subclass__.
Ref<Type> makeClass(Interpreter& vm, std::string_view name, std::vector<Type*> bases, const Ref<Dict>& body, const Call& keywords,
                    const Value& cell = {});

Value typeGetAttribute(Interpreter& vm, const Value& self, Str* name);
void typeSetAttribute(Interpreter& vm, const Value& self, Str* name, const Value& value);
Value callType(Interpreter& vm, const Value& self, const Call& call);

// The special method of the value's type, called if there is one; false if there is none.
bool callSpecial(Interpreter& vm, const Value& self, Str* name, std::initializer_list<Value> arguments, Value& result);

}  // namespace backstep::python
