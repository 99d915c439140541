// SPDX-License-Identifier: GPL-3.0-or-later
// What dict.keys(), values() and items() give, and set operations on any iterables.
#pragma once

#include "engine/python/sequences.h"

namespace backstep::python {

struct DictView : Object {
    Ref<Dict> dict;
    DictIterator::Part part = DictIterator::Part::Keys;
};
void installViewTypes(Interpreter& vm);
[[nodiscard]] Value viewOf(Interpreter& vm, const Value& dict, DictIterator::Part part);
// Backwards through a dict, as reversed(dict) and reversed(dict.items()) go.
[[nodiscard]] Value reversedDict(Interpreter& vm, const Ref<Dict>& dict, DictIterator::Part part);

// In CPython's order of insertion: set.update(…), difference_update …
void updateSet(Interpreter& vm, Set& set, const Value& from);
[[nodiscard]] Ref<Set> setOf(Interpreter& vm, const Value& iterable);
[[nodiscard]] Ref<Set> copyOf(Interpreter& vm, const Set& set, Type* type);
void removeAll(Interpreter& vm, Set& set, const Value& from);
void toggleAll(Interpreter& vm, Set& set, const Value& from);

}  // namespace backstep::python
