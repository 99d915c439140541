// SPDX-License-Identifier: GPL-3.0-or-later
// What the interpreter asks of the built-in library when it starts. The core (interpreter.cpp and its neighbours) makes the
// types and gives them the slots that operators and syntax need: repr, hash, compare, + and *, iteration, len(), indexing,
// `in`. Here come their methods, conversions (int('3'), list(x): the `create` slots), formatting and the built-in functions.
#pragma once

#include "engine/python/interpreter.h"

namespace backstep::python {

// Methods, create and format slots of int, float, bool, str, list, tuple, dict, set, frozenset, range, slice, object, type;
// vm.percentFormat. Each type's finishType() is called after this by the core.
void installTypes(Interpreter& vm);

// print, len, sorted … in vm.builtins(). NotImplemented, Ellipsis, the types' and exceptions' names are put there by the core.
void installBuiltins(Interpreter& vm);

// math, random, itertools … by vm.addModule(name, fill); refused names by vm.addRefused(name).
void installModules(Interpreter& vm);

}  // namespace backstep::python
