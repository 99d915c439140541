// SPDX-License-Identifier: GPL-3.0-or-later
// dict: its methods, and the views that keys(), values() and items() give.
#include "engine/python/sequences.h"
#include "engine/python/types_library.h"
#include "engine/python/types_views.h"

namespace backstep::python {
namespace {

using Part = DictIterator::Part;

Value createDict(Interpreter&, Type& type, const Call&) { return makeOf<Dict>(type); }

void initDict(Interpreter& vm, const Value& self, const Call& call) {
    if (call.count > 1) raise<TypeError>("dict expected at most 1 argument, got " + std::to_string(call.count));
    Dict& dict = *self.as<Dict>();
    if (call.count == 1) updateDict(vm, dict, call.values[0]);
    for (std::size_t i = 0; i < call.names.size(); ++i) dict.set(call.names[i], call.keyword(i));
}

[[noreturn]] void noKey(const Value& key) { raise(typeOf(KeyError), std::vector<Value>{key}); }

Value get(Interpreter& vm, Arguments& a) {
    const Value* found = a.as<Dict>(0).find(vm, a[1]);
    return found ? *found : a[2];
}

Value setDefault(Interpreter& vm, Arguments& a) {
    Dict& dict = a.as<Dict>(0);
    if (const Value* found = dict.find(vm, a[1])) return *found;
    dict.set(vm, a[1], a[2]);
    return a[2];
}

Value pop(Interpreter& vm, Arguments& a) {
    if (std::optional<Value> taken = a.as<Dict>(0).remove(vm, a[1])) return *taken;
    if (a.given(2)) return a[2];
    noKey(a[1]);
}

Value popItem(Interpreter& vm, Arguments& a) {
    Dict& dict = a.as<Dict>(0);
    if (dict.count == 0) noKey(vm.text("popitem(): dictionary is empty"));
    std::size_t at = dict.entries.size() - 1;
    while (dict.entries[at].key.isEmpty()) --at;
    const Dict::Entry entry = dict.entries[at];
    dict.removeAt(at);
    return vm.tuple({entry.key, entry.value});
}

Value update(Interpreter& vm, Arguments& a) {
    Dict& dict = a.as<Dict>(0);
    if (a.rest().size() > 1) raise<TypeError>("update expected at most 1 argument, got " + std::to_string(a.rest().size()));
    if (a.rest().size() == 1) updateDict(vm, dict, a.rest()[0]);
    for (std::size_t i = 0; i < a.keywordNames().size(); ++i) dict.set(a.keywordNames()[i], a.keywordValue(i));
    return Value::none();
}

Value copy(Interpreter& vm, Arguments& a) {
    const Ref<Dict> made = vm.dict();
    for (const Dict::Entry& entry : a.as<Dict>(0).entries) {
        if (!entry.key.isEmpty()) made->append(entry.key, entry.hash, entry.value);
    }
    return made;
}

Value fromKeys(Interpreter& vm, Arguments& a) {
    Type& type = a.as<Type>(0);
    const Value made = &type == vm.types.dict ? Value(vm.dict()) : vm.call(a[0]);
    vm.forEach(a[1], [&](const Value& key) { vm.setItem(made, key, a[2]); });
    return made;
}

}  // namespace

void updateDict(Interpreter& vm, Dict& dict, const Value& from) {
    if (const Dict* other = from.as<Dict>()) {
        if (other == &dict) return;
        for (std::size_t i = 0; i < other->entries.size(); ++i) {
            const Dict::Entry entry = other->entries[i];
            if (entry.key.isEmpty()) continue;
            const int at = dict.place(vm, entry.key, entry.hash);
            if (at >= 0) {
                dict.entries[static_cast<std::size_t>(at)].value = entry.value;
            } else {
                dict.append(entry.key, entry.hash, entry.value);
            }
        }
        return;
    }
    const Value keys = vm.findAttribute(from, "keys");
    if (!keys.isEmpty()) {
        vm.forEach(vm.call(keys), [&](const Value& key) { dict.set(vm, key, vm.getItem(from, key)); });
        return;
    }
    std::size_t i = 0;
    vm.forEach(from, [&](const Value& pair) {
        const Slots& slots = vm.typeOf(pair)->slots;
        const std::string number = "#" + std::to_string(i++);
        if (!slots.iterate && !slots.getItem)
            raise<TypeError>("cannot convert dictionary update sequence element " + number + " to a sequence");
        const std::vector<Value> items = vm.toVector(pair);
        if (items.size() != 2) {
            raise<ValueError>("dictionary update sequence element " + number + " has length " + std::to_string(items.size()) +
                              "; 2 is required");
        }
        dict.set(vm, items[0], items[1]);
    });
}

void installDictTypes(Interpreter& vm) {
    Type& type = *vm.types.dict;
    type.slots.create = createDict;
    type.slots.init = initDict;
    installViewTypes(vm);
    defineMethod(type, "get(self, key, default=None, /)", get);
    defineMethod(type, "setdefault(self, key, default=None, /)", setDefault);
    defineMethod(type, "pop(self, key, default=..., /)", pop);
    defineMethod(type, "popitem(self, /)", popItem);
    defineMethod(type, "update(self, /, *args, **kwargs)", update);
    defineMethod(type, "copy(self, /)", copy);
    defineClassMethod(type, "fromkeys(type, iterable, value=None, /)", fromKeys);
    defineMethod(type, "clear(self, /)", [](Interpreter&, Arguments& a) -> Value {
        a.as<Dict>(0).clear();
        return Value::none();
    });
    defineMethod(type, "keys(self, /)", [](Interpreter& v, Arguments& a) -> Value { return viewOf(v, a[0], Part::Keys); });
    defineMethod(type, "values(self, /)", [](Interpreter& v, Arguments& a) -> Value { return viewOf(v, a[0], Part::Values); });
    defineMethod(type, "items(self, /)", [](Interpreter& v, Arguments& a) -> Value { return viewOf(v, a[0], Part::Items); });
    defineMethod(type, "__reversed__(self, /)", [](Interpreter& v, Arguments& a) -> Value { return reversedOf(v, a[0]); });
}

}  // namespace backstep::python
