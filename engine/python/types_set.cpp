// SPDX-License-Identifier: GPL-3.0-or-later
// set and frozenset: their methods. The order of insertion is CPython's, because programs see it.
#include "engine/python/types_library.h"
#include "engine/python/types_views.h"

namespace backstep::python {
namespace {

template <class F>
void eachKey(const Set& set, F&& f) {
    const Ref<Set> held(const_cast<Set*>(&set));
    for (std::size_t i = 0; i < set.slots.size(); ++i) {
        const Set::Slot slot = set.slots[i];
        if (!slot.key.isEmpty()) f(slot);
    }
}

Value createSet(Interpreter&, Type& type, const Call&) { return makeOf<Set>(type); }

void initSet(Interpreter& vm, const Value& self, const Call& call) {
    takesPositional(call, "set", 0, 1);
    self.as<Set>()->clear();
    if (call.count == 1) updateSet(vm, *self.as<Set>(), call.values[0]);
}

Value createFrozen(Interpreter& vm, Type& type, const Call& call) {
    takesPositional(call, "frozenset", 0, 1);
    if (&type == vm.types.frozenset && call.count == 1 && call.values[0].isObject() && call.values[0].object()->type == &type) {
        return call.values[0];
    }
    const Ref<Set> made = makeOf<Set>(type);
    if (call.count == 1) updateSet(vm, *made, call.values[0]);
    return made;
}

Type* baseType(Interpreter& vm, const Value& self) {
    return self.object()->type->isSubtype(vm.types.frozenset) ? vm.types.frozenset : vm.types.set;
}

Ref<Set> difference(Interpreter& vm, const Set& set, const Value& other, Type* type) {
    const Dict* dict = other.as<Dict>();
    const Set* against = other.as<Set>();
    const std::size_t size = against ? against->used : dict ? dict->count : 0;
    if ((!against && !dict) || (set.used >> 2) > size) {
        const Ref<Set> out = copyOf(vm, set, type);
        removeAll(vm, *out, other);
        return out;
    }
    const Ref<Set> out = make<Set>(type);
    eachKey(set, [&](const Set::Slot& slot) {
        if (!vm.contains(other, slot.key)) out->add(slot.key, slot.hash, vm);
    });
    return out;
}

Ref<Set> intersection(Interpreter& vm, Set& set, const Value& other, Type* type) {
    if (other.as<Set>() == &set) return copyOf(vm, set, type);
    const Ref<Set> out = make<Set>(type);
    if (Set* second = other.as<Set>()) {
        Set *small = second, *large = &set;
        if (small->used > large->used) std::swap(small, large);
        eachKey(*small, [&](const Set::Slot& slot) {
            if (large->contains(vm, slot.key)) out->add(slot.key, slot.hash, vm);
        });
        return out;
    }
    vm.forEach(other, [&](const Value& key) {
        if (set.contains(vm, key)) out->add(vm, key);
    });
    return out;
}

void replace(Set& set, Set& with) {
    std::swap(set.slots, with.slots);
    std::swap(set.used, with.used);
    std::swap(set.filled, with.filled);
    std::swap(set.mark, with.mark);
}

// To more than so many slots, as CPython does before the keys of a dict come.
void grow(Interpreter& vm, Set& set, std::size_t beyond) {
    std::size_t size = 8;
    while (size <= beyond) size *= 2;
    Set grown;
    grown.slots = std::vector<Set::Slot>(size);
    eachKey(set, [&](const Set::Slot& slot) { grown.add(slot.key, slot.hash, vm); });
    replace(set, grown);
}

bool isSubset(Interpreter& vm, const Set& inner, const Value& outer) {
    if (const Set* set = outer.as<Set>(); set && inner.used > set->used) return false;
    bool all = true;
    eachKey(inner, [&](const Set::Slot& slot) { all = all && vm.contains(outer, slot.key); });
    return all;
}

Value asSet(Interpreter& vm, const Value& v) { return v.is<Set>() ? v : Value(setOf(vm, v)); }

Value symmetricDifference(Interpreter& vm, Arguments& a) {
    const Ref<Set> out = make<Set>(baseType(vm, a[0]));
    updateSet(vm, *out, a[1]);
    toggleAll(vm, *out, a[0]);
    return out;
}

Value isDisjoint(Interpreter& vm, Arguments& a) {
    Set& set = a.as<Set>(0);
    const Value it = vm.iterate(a[1]);
    for (Value item; vm.next(it, item);) {
        if (set.contains(vm, item)) return Value(false);
    }
    return Value(true);
}

void defineShared(Type& type) {
    defineMethod(type, "copy(self, /)", [](Interpreter& v, Arguments& a) -> Value { return copyOf(v, a.as<Set>(0), a.as<Set>(0).type); });
    defineMethod(type, "union(self, /, *others)", [](Interpreter& v, Arguments& a) -> Value {
        const Ref<Set> out = copyOf(v, a.as<Set>(0), baseType(v, a[0]));
        for (const Value& other : a.rest()) updateSet(v, *out, other);
        return out;
    });
    defineMethod(type, "intersection(self, /, *others)", [](Interpreter& v, Arguments& a) -> Value {
        if (a.rest().empty()) return copyOf(v, a.as<Set>(0), baseType(v, a[0]));
        Ref<Set> out(&a.as<Set>(0));
        for (const Value& other : a.rest()) out = intersection(v, *out, other, baseType(v, a[0]));
        return out;
    });
    defineMethod(type, "difference(self, /, *others)", [](Interpreter& v, Arguments& a) -> Value {
        if (a.rest().empty()) return copyOf(v, a.as<Set>(0), baseType(v, a[0]));
        const Ref<Set> out = difference(v, a.as<Set>(0), a.rest()[0], baseType(v, a[0]));
        for (const Value& other : a.rest().subspan(1)) removeAll(v, *out, other);
        return out;
    });
    defineMethod(type, "symmetric_difference(self, other, /)", symmetricDifference);
    defineMethod(type, "isdisjoint(self, other, /)", isDisjoint);
    defineMethod(type, "issubset(self, other, /)",
                 [](Interpreter& v, Arguments& a) -> Value { return Value(isSubset(v, a.as<Set>(0), asSet(v, a[1]))); });
    defineMethod(type, "issuperset(self, other, /)", [](Interpreter& v, Arguments& a) -> Value {
        const Value other = asSet(v, a[1]);
        return Value(isSubset(v, *other.as<Set>(), a[0]));
    });
}

Value pop(Interpreter& vm, Arguments& a) {
    Set& set = a.as<Set>(0);
    if (set.used == 0) raise(typeOf(KeyError), std::vector<Value>{vm.text("pop from an empty set")});
    for (std::size_t i = 0;; ++i) {
        const Value key = set.slots[i].key;
        if (key.isEmpty()) continue;
        set.remove(vm, key);
        return key;
    }
}

void defineChanging(Type& type) {
    const auto define = [&](const char* signature, void (*change)(Interpreter&, Set&, Arguments&)) {
        defineMethod(type, signature, [change](Interpreter& v, Arguments& a) -> Value {
            change(v, a.as<Set>(0), a);
            return Value::none();
        });
    };
    define("add(self, elem, /)", [](Interpreter& v, Set& set, Arguments& a) { set.add(v, a[1]); });
    define("discard(self, elem, /)", [](Interpreter& v, Set& set, Arguments& a) { set.remove(v, a[1]); });
    define("remove(self, elem, /)", [](Interpreter& v, Set& set, Arguments& a) {
        if (!set.remove(v, a[1])) raise(typeOf(KeyError), std::vector<Value>{a[1]});
    });
    define("clear(self, /)", [](Interpreter&, Set& set, Arguments&) { set.clear(); });
    define("update(self, /, *others)", [](Interpreter& v, Set& set, Arguments& a) {
        for (const Value& other : a.rest()) updateSet(v, set, other);
    });
    define("difference_update(self, /, *others)", [](Interpreter& v, Set& set, Arguments& a) {
        for (const Value& other : a.rest()) removeAll(v, set, other);
    });
    define("intersection_update(self, /, *others)", [](Interpreter& v, Set& set, Arguments& a) {
        for (const Value& other : a.rest()) {
            const Ref<Set> kept = intersection(v, set, other, v.types.set);
            replace(set, *kept);
        }
    });
    define("symmetric_difference_update(self, other, /)", [](Interpreter& v, Set& set, Arguments& a) { toggleAll(v, set, a[1]); });
    defineMethod(type, "pop(self, /)", pop);
}

}  // namespace

void updateSet(Interpreter& vm, Set& set, const Value& from) {
    if (const Set* other = from.as<Set>()) {
        set.merge(vm, *other);
        return;
    }
    if (const Dict* dict = from.as<Dict>()) {
        if ((set.filled + dict->count) * 5 >= (set.slots.size() - 1) * 3) grow(vm, set, (set.used + dict->count) * 2);
        for (std::size_t i = 0; i < dict->entries.size(); ++i) {
            const Dict::Entry entry = dict->entries[i];
            if (!entry.key.isEmpty()) set.add(entry.key, entry.hash, vm);
        }
        return;
    }
    vm.forEach(from, [&](const Value& key) { set.add(vm, key); });
}

Ref<Set> setOf(Interpreter& vm, const Value& iterable) {
    Ref<Set> out = vm.set();
    updateSet(vm, *out, iterable);
    return out;
}

Ref<Set> copyOf(Interpreter& vm, const Set& set, Type* type) {
    Ref<Set> out = makeOf<Set>(*type);
    out->merge(vm, set);
    return out;
}

void removeAll(Interpreter& vm, Set& set, const Value& from) {
    if (from.as<Set>() == &set) {
        set.clear();
        return;
    }
    vm.forEach(from, [&](const Value& key) { set.remove(vm, key); });
}

void toggleAll(Interpreter& vm, Set& set, const Value& from) {
    if (from.as<Set>() == &set) {
        set.clear();
        return;
    }
    const Value other = from.is<Set>() ? from : Value(setOf(vm, from));
    eachKey(*other.as<Set>(), [&](const Set::Slot& slot) {
        if (!set.remove(vm, slot.key)) set.add(slot.key, slot.hash, vm);
    });
}

void installSetTypes(Interpreter& vm) {
    vm.types.set->slots.create = createSet;
    vm.types.set->slots.init = initSet;
    vm.types.frozenset->slots.create = createFrozen;
    for (Type* type : {vm.types.set, vm.types.frozenset}) defineShared(*type);
    defineChanging(*vm.types.set);
}

}  // namespace backstep::python
