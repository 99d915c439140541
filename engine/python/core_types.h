// SPDX-License-Identifier: GPL-3.0-or-later
// The types that the language itself is made of: object, type, functions, methods, properties, super, modules, exceptions.
#pragma once

#include "engine/python/interpreter.h"

namespace backstep::python {

void installCoreTypes(Interpreter& vm);  // makes every type of BuiltinTypes, fills the slots of these
void installObjects(Interpreter& vm);    // object and type
void installFunctions(Interpreter& vm);  // functions, methods, properties, super
void installExceptions(Interpreter& vm);
void installGenerators(Interpreter& vm);
void finishCoreTypes(Interpreter& vm);  // their dunder attributes, and their names in builtins

[[noreturn]] void raiseNoAttribute(Interpreter& vm, const Value& object, Str* name);
// "<main.Foo object at 0x…>": the address is made up, but the same in every run.
[[nodiscard]] std::string addressOf(const Object* object);

}  // namespace backstep::python
