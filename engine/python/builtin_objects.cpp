// SPDX-License-Identifier: GPL-3.0-or-later
// Built-in functions of objects: getattr, isinstance, repr, format, id, dir, vars, globals …
#include <algorithm>

#include "engine/python/class_slots.h"
#include "engine/python/code.h"
#include "engine/python/core_types.h"
#include "engine/python/format.h"
#include "engine/python/machine.h"
#include "engine/python/types_library.h"

namespace backstep::python {
namespace {

Str* attributeName(Interpreter& vm, const Value& v) {
    const Str* s = v.as<Str>();
    if (!s) raise<TypeError>("attribute name must be string, not '" + typeName(vm, v) + "'");
    return vm.intern(s->text);
}

Value getAttr(Interpreter& vm, Arguments& a) {
    Str* name = attributeName(vm, a[1]);
    if (!a.given(2)) return vm.getAttribute(a[0], name);
    const Value found = vm.findAttribute(a[0], name);
    return found.isEmpty() ? a[2] : found;
}

enum class Asked : std::uint8_t { Instance, Subclass };

bool isOf(Interpreter& vm, Type* type, const Value& classes, Asked asked) {
    if (const Tuple* tuple = classes.as<Tuple>()) {
        return std::any_of(tuple->items.begin(), tuple->items.end(), [&](const Value& each) { return isOf(vm, type, each, asked); });
    }
    if (const Type* wanted = classes.as<Type>()) {
        if (type->isSubtype(wanted)) return true;
        // The classes of collections.abc ask what a type can do.
        const Value* hook = wanted->ofProgram ? wanted->findOwn(vm.intern("__subclasshook_native__")) : nullptr;
        if (!hook) return false;
        const Value held = describe(vm, *hook, {}, const_cast<Type&>(*wanted));
        return vm.truth(vm.call(held, {Value(type)}));
    }
    if (classes.isNone()) return type == vm.types.none;  // from int | None
    const Value parts = vm.findAttribute(classes, "__args__");
    if (parts.is<Tuple>() && typeName(vm, classes) == "UnionType") return isOf(vm, type, parts, asked);
    if (typeName(vm, classes) == "GenericAlias") {
        raise<TypeError>(std::string(asked == Asked::Instance ? "isinstance" : "issubclass") +
                         "() argument 2 cannot be a parameterized generic");
    }
    if (asked == Asked::Instance) raise<TypeError>("isinstance() arg 2 must be a type, a tuple of types, or a union");
    raise<TypeError>("issubclass() arg 2 must be a class, a tuple of classes, or a union");
}

bool isInstanceOf(Interpreter& vm, const Value& value, const Value& classes) {
    if (const Tuple* tuple = classes.as<Tuple>()) {
        return std::any_of(tuple->items.begin(), tuple->items.end(), [&](const Value& each) { return isInstanceOf(vm, value, each); });
    }
    if (classes.isObject() && vm.typeOf(classes) != vm.types.type) {  // what is asked may answer itself
        Value answer;
        if (callSpecialMethod(vm, classes, "__instancecheck__", {value}, answer)) return vm.truth(answer);
    }
    return isOf(vm, vm.typeOf(value), classes, Asked::Instance);
}

Value isInstance(Interpreter& vm, Arguments& a) {
    if (a[1].isNone()) raise<TypeError>("isinstance() arg 2 must be a type, a tuple of types, or a union");
    return Value(isInstanceOf(vm, a[0], a[1]));
}

Value isSubclass(Interpreter& vm, Arguments& a) {
    Type* type = a[0].as<Type>();
    if (!type) raise<TypeError>("issubclass() arg 1 must be a class");
    return Value(isOf(vm, type, a[1], Asked::Subclass));
}

Value identity(Interpreter& vm, Arguments& a) {
    if (a[0].isObject()) return Value(static_cast<std::int64_t>(std::stoull(addressOf(a[0].object()), nullptr, 16)));
    constexpr std::int64_t kConstants = 0x955e20;
    return Value(
        kConstants +
        (a[0].isNone() ? 0 : static_cast<std::int64_t>((vm.hash(a[0]) & 0xffffff) * 32 + static_cast<std::uint64_t>(a[0].tag()) * 8)));
}

void addNames(std::vector<std::string>& names, const Dict* dict) {
    if (!dict) return;
    for (const Dict::Entry& entry : dict->entries) {
        if (const Str* s = entry.key.as<Str>()) names.push_back(s->text);
    }
}

Value sortedList(Interpreter& vm, std::vector<std::string> names) {
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    std::vector<Value> out;
    out.reserve(names.size());
    for (std::string& name : names) out.push_back(vm.text(std::move(name)));
    return vm.list(std::move(out));
}

// The names where the program is: of the module, the class body or the function.
Ref<Dict> localNames(Interpreter& vm) {
    const Frame* frame = vm.machine().frame();
    if (!frame) return Ref<Dict>(vm.mainModule().globals());
    if (frame->names) return Ref<Dict>(frame->names);
    if (!frame->function) return Ref<Dict>(frame->globals);
    Ref<Dict> out = vm.dict();
    const Code& code = *frame->code;
    std::size_t slot = 0;
    for (Str* name : code.locals) {
        if (!frame->slots[slot].isEmpty() && !name->text.starts_with('.')) out->set(name, frame->slots[slot]);
        ++slot;
    }
    for (const auto* names : {&code.cells, &code.freeNames}) {
        for (Str* name : *names) {
            const Cell* cell = frame->slots[slot++].as<Cell>();
            if (cell && !cell->value.isEmpty()) out->set(name, cell->value);
        }
    }
    return out;
}

Value dir(Interpreter& vm, Arguments& a) {
    std::vector<std::string> names;
    if (!a.given(0)) {
        const Ref<Dict> local = localNames(vm);
        addNames(names, local.get());
        return sortedList(vm, std::move(names));
    }
    Value listed;
    if (vm.typeOf(a[0])->find(vm.intern("__dir__")) && callSpecialMethod(vm, a[0], "__dir__", {}, listed)) {
        const Value list = vm.list(vm.toVector(listed));
        sortItems(vm, list.as<List>()->items, {}, false);
        return list;
    }
    if (Module* module = a[0].as<Module>()) {
        addNames(names, module->globals());
        return sortedList(vm, std::move(names));
    }
    if (a[0].isObject()) {
        if (const Fields* fields = fieldsOf(a[0].object())) addNames(names, fields->get());
    }
    const Type* type = a[0].is<Type>() ? a[0].as<Type>() : vm.typeOf(a[0]);
    for (const Type* each : type->mro) addNames(names, each->attributes.get());
    return sortedList(vm, std::move(names));
}

Value vars(Interpreter& vm, Arguments& a) {
    if (!a.given(0)) return localNames(vm);
    const Value dict = vm.findAttribute(a[0], vm.names.dict);
    if (dict.isEmpty()) raise<TypeError>("vars() argument must have __dict__ attribute");
    return dict;
}

Value globals(Interpreter& vm, Arguments&) {
    const Frame* frame = vm.machine().frame();
    return Ref<Dict>(frame ? frame->globals : vm.mainModule().globals());
}

}  // namespace

void installObjectFunctions(Interpreter& vm) {
    Module& m = vm.builtins();
    defineFunction(m, "getattr(object, name, default=..., /)", getAttr);
    defineFunction(m, "setattr(obj, name, value, /)", [](Interpreter& v, Arguments& a) -> Value {
        v.setAttribute(a[0], attributeName(v, a[1]), a[2]);
        return Value::none();
    });
    defineFunction(m, "delattr(obj, name, /)", [](Interpreter& v, Arguments& a) -> Value {
        v.setAttribute(a[0], attributeName(v, a[1]), Value());
        return Value::none();
    });
    defineFunction(m, "hasattr(obj, name, /)", [](Interpreter& v, Arguments& a) -> Value {
        Str* name = attributeName(v, a[1]);
        const bool has = !v.findAttribute(a[0], name).isEmpty();
        if (!has && v.missingAttribute) v.missingAttribute(v, a[0], name);  // the library has it: "no" would be untrue
        return Value(has);
    });
    defineFunction(m, "isinstance(obj, class_or_tuple, /)", isInstance);
    defineFunction(m, "issubclass(cls, class_or_tuple, /)", isSubclass);
    defineFunction(m, "callable(obj, /)",
                   [](Interpreter& v, Arguments& a) -> Value { return Value(v.typeOf(a[0])->slots.call != nullptr); });
    defineFunction(m, "repr(obj, /)", [](Interpreter& v, Arguments& a) -> Value { return v.text(v.repr(a[0])); });
    defineFunction(m, "ascii(obj, /)", [](Interpreter& v, Arguments& a) -> Value { return v.text(asciiRepr(v, a[0])); });
    defineFunction(m, "format(value, format_spec='', /)", [](Interpreter& v, Arguments& a) -> Value {
        if (!a[1].is<Str>()) raise<TypeError>("format() argument 2 must be str, not " + typeName(v, a[1]));
        return v.text(v.format(a[0], a.text(1)));
    });
    defineFunction(m, "id(obj, /)", identity);
    defineFunction(m, "dir(object=..., /)", dir);
    defineFunction(m, "vars(object=..., /)", vars);
    defineFunction(m, "globals()", globals);
    defineFunction(m, "locals()", [](Interpreter& v, Arguments&) -> Value { return localNames(v); });
}

}  // namespace backstep::python
