// SPDX-License-Identifier: GPL-3.0-or-later
// Making the types in the order that they need each other; object, type, modules; dunder attributes of native types.
// Long because the dunder attributes of native types are one table.
#include "engine/python/core_types.h"

#include <algorithm>
#include <array>

#include "engine/python/class_slots.h"
#include "engine/python/code.h"
#include "engine/python/machine.h"
#include "engine/python/sequences.h"

namespace backstep::python {
namespace {

constexpr std::array<const char*, 13> kOperators{"add",    "sub", "mul", "truediv", "pow",    "floordiv", "mod",
                                                 "matmul", "and", "or",  "xor",     "lshift", "rshift"};
constexpr std::array<const char*, 6> kComparisons{"__lt__", "__le__", "__gt__", "__ge__", "__eq__", "__ne__"};

Type* rawType(Interpreter& vm, const char* name, std::vector<Type*> bases, const Layout* layout) {
    auto type = make<Type>(vm.types.type, std::string(name), std::move(bases), layout);
    type->module = "builtins";
    vm.keep(type);
    return type.get();
}

// ---- object

Value objectRepr(Interpreter& vm, const Value& self) {
    const Type* type = vm.typeOf(self);
    const std::string prefix = type->module == "builtins" ? "" : type->module + ".";
    return vm.text("<" + prefix + type->qualifiedName + " object at " + (self.isObject() ? addressOf(self.object()) : "0x7f5a00000000") +
                   ">");
}
std::uint64_t identityHash(Interpreter&, const Value& self) {
    if (!self.isObject()) return static_cast<std::uint64_t>(self.tag()) * 7919 + 1;
    const std::uint64_t at = Heap::current().numberOf(self.object());
    return (at >> 4) | (at << 60);
}
Value objectCompare(Interpreter&, CompareOp op, const Value& self, const Value& other) {
    if (op == CompareOp::Equal && same(self, other)) return Value(true);
    return Value::notImplemented();
}
void objectInit(Interpreter& vm, const Value& self, const Call& call) {
    if (call.total() == 0) return;
    Type* type = vm.typeOf(self);
    if (type->slots.init != objectInit) {
        raise<TypeError>("object.__init__() takes exactly one argument (the instance to initialize)");
    }
    if (type->slots.create == vm.types.object->slots.create) raise<TypeError>(type->name + "() takes no arguments");
}
Value objectCreate(Interpreter& vm, Type& type, const Call& call) {
    if (call.total() > 0) {
        if (type.slots.create != objectCreate) raise<TypeError>("object.__new__() takes exactly one argument (the type to instantiate)");
        if (type.slots.init == objectInit) raise<TypeError>(type.name + "() takes no arguments");
    }
    if (!type.layout->make) raise<TypeError>("cannot create '" + type.name + "' instances");
    (void)vm;
    return type.layout->make(&type);
}

Value classOf(Interpreter& vm, const Value& self) { return Value(vm.typeOf(self)); }
void setClass(Interpreter& vm, const Value& self, const Value& value) {
    Type* type = value.as<Type>();
    if (!type) raise<TypeError>("__class__ must be set to a class, not '" + vm.typeOf(value)->name + "' object");
    if (!self.isObject() || self.object()->type->layout != type->layout) raise<TypeError>("__class__ assignment: object layout differs");
    self.object()->type = type;
}
Value fieldsDict(Interpreter& vm, const Value& self) {
    Fields* fields = self.isObject() ? fieldsOf(self.object()) : nullptr;
    if (!fields) raise<AttributeError>("'" + vm.typeOf(self)->name + "' object has no attribute '__dict__'");
    if (!*fields) *fields = vm.dict();
    return *fields;
}
void setFieldsDict(Interpreter& vm, const Value& self, const Value& value) {
    Fields* fields = self.isObject() ? fieldsOf(self.object()) : nullptr;
    if (!fields || !value.is<Dict>()) raise<TypeError>("__dict__ must be set to a dictionary, not a '" + vm.typeOf(value)->name + "'");
    *fields = Ref<Dict>(value.as<Dict>());
}

// ---- type

// int | None, in annotations.
Value typeBinary(Interpreter& vm, BinaryOp op, const Value& self, const Value& other, bool reflected) {
    if (op != BinaryOp::BitOr || !(other.isNone() || other.is<Type>())) return Value::notImplemented();
    const Value join = vm.getAttribute(vm.importModule("types"), "_union");
    return reflected ? vm.call(join, {other, self}) : vm.call(join, {self, other});
}

Value typeRepr(Interpreter& vm, const Value& self) {
    const Type& type = *self.as<Type>();
    return vm.text("<class '" + (type.module == "builtins" ? "" : type.module + ".") + type.qualifiedName + "'>");
}
Value typeCreate(Interpreter& vm, Type&, const Call& call) {
    if (call.count != 3) raise<TypeError>("type() takes 1 or 3 arguments");
    const Str* name = call.values[0].as<Str>();
    const Tuple* bases = call.values[1].as<Tuple>();
    const Dict* body = call.values[2].as<Dict>();
    if (!name || !bases || !body) raise<TypeError>("type() takes a str, a tuple and a dict");
    std::vector<Type*> types;
    for (const Value& base : bases->items) {
        if (!base.is<Type>()) raise<TypeError>("bases must be types");
        types.push_back(base.as<Type>());
    }
    const Ref<Dict> copy = vm.dict();
    for (const Dict::Entry& entry : body->entries) {
        if (!entry.key.isEmpty()) copy->set(vm, entry.key.is<Str>() ? Value(vm.intern(entry.key.as<Str>()->text)) : entry.key, entry.value);
    }
    const Ref<Type> type = makeClass(vm, name->text, std::move(types), copy, Call{});
    if (type->module.empty()) type->module = "__main__";
    return type;
}

Value typeText(Interpreter& vm, const std::string& text) { return vm.text(text); }

void installType(Interpreter& vm) {
    Type& t = *vm.types.type;
    for (Type* generic : {vm.types.list, vm.types.dict, vm.types.tuple, vm.types.set, vm.types.frozenset}) {
        defineClassMethod(*generic, "__class_getitem__(type, item, /)", [](Interpreter& v, Arguments& a) {
            return v.call(v.getAttribute(v.importModule("types"), "GenericAlias"), {a[0], a[1]});
        });
    }
    const auto of = [](const Value& self) -> Type& { return *self.as<Type>(); };
    defineProperty(
        t, "__name__",
        [of](Interpreter& v, const Value& self) {  // a native type's name may begin with its module, as messages show it
            const Type& type = of(self);
            return typeText(v, type.ofProgram ? type.name : type.name.substr(type.name.rfind('.') + 1));
        },
        [of](Interpreter& v, const Value& self, const Value& value) { of(self).name = v.str(value); });
    defineProperty(
        t, "__qualname__", [of](Interpreter& v, const Value& self) { return typeText(v, of(self).qualifiedName); },
        [of](Interpreter& v, const Value& self, const Value& value) { of(self).qualifiedName = v.str(value); });
    defineProperty(
        t, "__module__", [of](Interpreter& v, const Value& self) { return typeText(v, of(self).module); },
        [of](Interpreter& v, const Value& self, const Value& value) { of(self).module = v.str(value); });
    defineProperty(
        t, "__doc__", [of](Interpreter& v, const Value& self) { return of(self).hasDoc ? typeText(v, of(self).doc) : Value::none(); },
        [of](Interpreter& v, const Value& self, const Value& value) {
            of(self).hasDoc = !value.isNone();
            of(self).doc = v.str(value);
        });
    const auto typesTuple = [](Interpreter& v, const std::vector<Type*>& types) {
        std::vector<Value> items;
        items.reserve(types.size());
        for (Type* each : types) items.emplace_back(each);
        return v.tuple(std::move(items));
    };
    defineProperty(t, "__mro__", [of, typesTuple](Interpreter& v, const Value& self) { return typesTuple(v, of(self).mro); });
    defineProperty(t, "__bases__", [of, typesTuple](Interpreter& v, const Value& self) { return typesTuple(v, of(self).bases); });
    defineProperty(t, "__base__", [of](Interpreter&, const Value& self) { return of(self).base ? Value(of(self).base) : Value::none(); });
    defineProperty(t, "__dict__", [of](Interpreter& v, const Value& self) {
        const Ref<Dict> copy = v.dict();
        for (const Dict::Entry& entry : of(self).attributes->entries) {
            if (!entry.key.isEmpty()) copy->set(v, entry.key, entry.value);
        }
        return Value(copy);
    });
    defineMethod(t, "mro(self, /)", [](Interpreter& v, Arguments& a) {
        std::vector<Value> items;
        for (Type* each : a.as<Type>(0).mro) items.emplace_back(each);
        return v.list(std::move(items));
    });
    defineMethod(t, "__subclasses__(self, /)", [](Interpreter& v, Arguments& a) {
        std::vector<Value> items;
        for (Type* each : a.as<Type>(0).derived) items.emplace_back(each);
        return v.list(std::move(items));
    });
}

// ---- modules

Value moduleRepr(Interpreter& vm, const Value& self) {
    const Module& m = *self.as<Module>();
    if (m.file.empty()) return vm.text("<module '" + m.name + "' (built-in)>");
    return vm.text("<module '" + m.name + "' from '" + m.file + "'>");
}
Value moduleGet(Interpreter& vm, const Value& self, Str* name) {
    Module& m = *self.as<Module>();
    if (const Value* found = m.fields->find(name)) return *found;
    Value value = vm.genericGetAttribute(self, name);
    if (!value.isEmpty()) return value;
    // A part of a package that nobody imported by name: torch.nn after `import torch`.
    if (const std::string part = m.name + "." + name->text; m.real && vm.hasModule(part)) return vm.importModule(part);
    if (const Value* hook = m.fields->find(vm.names.getAttr)) {
        const Value function = *hook;
        return vm.call(function, {Value(name)});
    }
    return {};
}

Value singletonRepr(Interpreter& vm, const Value& self) {
    return vm.text(self.isNone() ? "None" : self.isEllipsis() ? "Ellipsis" : "NotImplemented");
}
bool noneTruth(Interpreter&, const Value&) { return false; }

// ---- dunder attributes of native types: their slots as methods

using Caller = std::function<Value(Interpreter&, const Value& self, std::span<const Value> rest)>;

void wrap(Type& type, const std::string& name, std::size_t arguments, Caller caller) {
    Interpreter& vm = Interpreter::current();
    if (type.findOwn(vm.intern(name)) != nullptr) return;
    std::string signature = name + "(self";
    for (std::size_t i = 0; i < arguments; ++i) signature += ", " + std::string(1, static_cast<char>('a' + i));
    defineMethod(type, signature + ", /)", [caller = std::move(caller)](Interpreter& v, Arguments& a) {
        return caller(v, a.raw().values[0], {a.raw().values + 1, a.raw().count - 1});
    });
}

void wrapText(Type& type, const Slots* base) {
    const Slots& s = type.slots;
    const auto own = [&](auto Slots::*slot) { return s.*slot != nullptr && (!base || base->*slot != s.*slot); };
    if (own(&Slots::repr)) wrap(type, "__repr__", 0, [f = s.repr](Interpreter& v, const Value& self, auto) { return f(v, self); });
    if (own(&Slots::str)) wrap(type, "__str__", 0, [f = s.str](Interpreter& v, const Value& self, auto) { return f(v, self); });
    if (own(&Slots::format)) {
        wrap(type, "__format__", 1, [f = s.format](Interpreter& v, const Value& self, auto rest) { return f(v, self, v.str(rest[0])); });
    }
    if (own(&Slots::truth)) wrap(type, "__bool__", 0, [f = s.truth](Interpreter& v, const Value& self, auto) { return Value(f(v, self)); });
    if (own(&Slots::hash)) {
        wrap(type, "__hash__", 0,
             [f = s.hash](Interpreter& v, const Value& self, auto) { return Value(static_cast<std::int64_t>(f(v, self))); });
    }
    if (!s.hash && base && base->hash) type.set(Interpreter::current().names.hash, Value::none());
    if (own(&Slots::index))
        wrap(type, "__index__", 0, [f = s.index](Interpreter& v, const Value& self, auto) { return Value(f(v, self)); });
    if (own(&Slots::real)) wrap(type, "__float__", 0, [f = s.real](Interpreter& v, const Value& self, auto) { return Value(f(v, self)); });
}

void wrapContainer(Type& type, const Slots* base) {
    const Slots& s = type.slots;
    const auto own = [&](auto Slots::*slot) { return s.*slot != nullptr && (!base || base->*slot != s.*slot); };
    if (own(&Slots::length))
        wrap(type, "__len__", 0, [f = s.length](Interpreter& v, const Value& self, auto) { return Value(f(v, self)); });
    if (own(&Slots::getItem)) {
        wrap(type, "__getitem__", 1, [f = s.getItem](Interpreter& v, const Value& self, auto rest) { return f(v, self, rest[0]); });
    }
    if (own(&Slots::setItem)) {
        wrap(type, "__setitem__", 2, [f = s.setItem](Interpreter& v, const Value& self, auto rest) {
            f(v, self, rest[0], rest[1]);
            return Value::none();
        });
    }
    if (own(&Slots::deleteItem)) {
        wrap(type, "__delitem__", 1, [f = s.deleteItem](Interpreter& v, const Value& self, auto rest) {
            f(v, self, rest[0]);
            return Value::none();
        });
    }
    if (own(&Slots::contains)) {
        wrap(type, "__contains__", 1,
             [f = s.contains](Interpreter& v, const Value& self, auto rest) { return Value(f(v, self, rest[0])); });
    }
    if (own(&Slots::iterate)) wrap(type, "__iter__", 0, [f = s.iterate](Interpreter& v, const Value& self, auto) { return f(v, self); });
    if (own(&Slots::next)) {
        wrap(type, "__next__", 0, [f = s.next](Interpreter& v, const Value& self, auto) {
            Value out;
            if (!f(v, self, out)) raise(typeOf(StopIteration), std::vector<Value>{});
            return out;
        });
    }
}

void wrapOperators(Type& type, const Slots* base) {
    const Slots& s = type.slots;
    const auto own = [&](auto Slots::*slot) { return s.*slot != nullptr && (!base || base->*slot != s.*slot); };
    if (own(&Slots::compare)) {
        for (std::size_t i = 0; i < kComparisons.size(); ++i) {
            if (i < 4 && (type.name == "object" || type.name == "dict" || type.name == "slice")) continue;
            wrap(type, kComparisons[i], 1, [f = s.compare, op = static_cast<CompareOp>(i)](Interpreter& v, const Value& self, auto rest) {
                return f(v, op, self, rest[0]);
            });
        }
    }
    for (std::size_t i = 0; i < kOperators.size(); ++i) {
        const auto op = static_cast<BinaryOp>(i);
        const std::string stem = kOperators[i];
        const bool sequence = type.name == "str" || type.name == "list" || type.name == "tuple";
        if (sequence && op != BinaryOp::Add && op != BinaryOp::Multiply && !(type.name == "str" && op == BinaryOp::Modulo)) continue;
        if (own(&Slots::binary)) {
            wrap(type, "__" + stem + "__", 1,
                 [f = s.binary, op](Interpreter& v, const Value& self, auto rest) { return f(v, op, self, rest[0], false); });
            wrap(type, "__r" + stem + "__", 1,
                 [f = s.binary, op](Interpreter& v, const Value& self, auto rest) { return f(v, op, self, rest[0], true); });
        }
        if (own(&Slots::inplace)) {
            wrap(type, "__i" + stem + "__", 1,
                 [f = s.inplace, op](Interpreter& v, const Value& self, auto rest) { return f(v, op, self, rest[0]); });
        }
    }
    if (own(&Slots::unary)) {
        const auto unary = [&](const char* name, UnaryOp op) {
            wrap(type, name, 0, [f = s.unary, op](Interpreter& v, const Value& self, auto) { return f(v, op, self); });
        };
        unary("__neg__", UnaryOp::Minus);
        unary("__pos__", UnaryOp::Plus);
        if (type.name != "float") unary("__invert__", UnaryOp::Invert);
    }
}

void wrapMaking(Type& type, const Slots* base) {
    Interpreter& vm = Interpreter::current();
    const Slots& s = type.slots;
    const auto own = [&](auto Slots::*slot) { return s.*slot != nullptr && (!base || base->*slot != s.*slot); };
    const auto raw = [&](const char* name, NativeCode code) {
        if (type.findOwn(vm.intern(name)) == nullptr) defineMethod(type, std::string(name) + "(...)", std::move(code));
    };
    const auto rest = [](const Call& c) { return Call{c.values + 1, c.count - 1, c.names}; };
    if (own(&Slots::call))
        raw("__call__", [f = s.call, rest](Interpreter& v, Arguments& a) { return f(v, a.raw().values[0], rest(a.raw())); });
    if (own(&Slots::init)) {
        raw("__init__", [f = s.init, rest](Interpreter& v, Arguments& a) {
            f(v, a.raw().values[0], rest(a.raw()));
            return Value::none();
        });
    }
    if (own(&Slots::create) && type.findOwn(vm.names.new_) == nullptr) {
        defineStaticMethod(type, "__new__(...)", [f = s.create, rest, name = type.name](Interpreter& v, Arguments& a) {
            Type* wanted = a.raw().count > 0 ? a.raw().values[0].as<Type>() : nullptr;
            if (!wanted) raise<TypeError>(name + ".__new__(): not enough arguments");
            return f(v, *wanted, rest(a.raw()));
        });
    }
    if (own(&Slots::descriptorGet)) {
        wrap(type, "__get__", 2, [f = s.descriptorGet](Interpreter& v, const Value& self, auto r) {
            return f(v, self, r[0].isNone() ? Value() : r[0], r[1].template is<Type>() ? *r[1].template as<Type>() : *v.typeOf(r[0]));
        });
    }
}

}  // namespace

std::string addressOf(const Object* object) {
    std::uint64_t at = Heap::current().numberOf(object);
    std::string digits;
    for (; at > 0; at >>= 4) digits.insert(digits.begin(), "0123456789abcdef"[at & 0xF]);
    return "0x" + digits;
}

void finishType(Type& type) {
    const Slots* base = type.base ? &type.base->slots : nullptr;
    wrapText(type, base);
    wrapContainer(type, base);
    wrapOperators(type, base);
    wrapMaking(type, base);
}

Type* defineType(std::string_view name, std::string_view module, Type* base, const Layout* layout) {
    Interpreter& vm = Interpreter::current();
    auto type = make<Type>(vm.types.type, std::string(name), std::vector<Type*>{base ? base : vm.types.object}, layout);
    type->module = std::string(module);
    type->qualifiedName = type->name.substr(type->name.rfind('.') + 1);  // "torch.dtype" is what messages call it
    type->attributes = vm.dict();
    vm.keep(type);
    return type.get();
}

void raiseNoAttribute(Interpreter& vm, const Value& object, Str* name) {
    if (vm.missingAttribute) vm.missingAttribute(vm, object, name);
    std::string message;
    if (const Type* type = object.as<Type>()) {
        message = "type object '" + type->name + "' has no attribute '" + name->text + "'";
    } else if (const Module* module = object.as<Module>()) {
        message = "module '" + module->name + "' has no attribute '" + name->text + "'";
    } else {
        message = "'" + vm.typeOf(object)->name + "' object has no attribute '" + name->text + "'";
    }
    Ref<Exception> error = makeException(typeOf(AttributeError), {vm.text(message)});
    error->subject = object;
    error->wanted = Ref<Str>(name);
    raise(std::move(error));
}

void installObjects(Interpreter& vm) {
    Type& object = *vm.types.object;
    Slots& s = object.slots;
    s.repr = objectRepr;
    s.hash = identityHash;
    s.compare = objectCompare;
    s.create = objectCreate;
    s.init = objectInit;
    defineProperty(object, "__class__", classOf, setClass);
    defineProperty(object, "__dict__", fieldsDict, setFieldsDict);
    defineProperty(
        object, "__doc__",
        [](Interpreter& v, const Value& self) {
            for (const Type* type : v.typeOf(self)->mro) {
                if (type->hasDoc) return v.text(type->doc);
            }
            return Value::none();
        },
        [](Interpreter& v, const Value& self, const Value& value) {
            const Value fields = fieldsDict(v, self);
            fields.as<Dict>()->set(v.names.doc, value);
        });
    defineProperty(object, "__module__", [](Interpreter& v, const Value& self) { return v.text(v.typeOf(self)->module); });
    wrap(object, "__getattribute__", 1, [](Interpreter& v, const Value& self, auto rest) {
        Str* name = v.intern(v.str(rest[0]));
        Value value = v.nativeGetAttribute(self, name);
        if (value.isEmpty()) raiseNoAttribute(v, self, name);
        return value;
    });
    wrap(object, "__setattr__", 2, [](Interpreter& v, const Value& self, auto rest) {
        v.nativeSetAttribute(self, v.intern(v.str(rest[0])), rest[1]);
        return Value::none();
    });
    wrap(object, "__delattr__", 1, [](Interpreter& v, const Value& self, auto rest) {
        v.nativeSetAttribute(self, v.intern(v.str(rest[0])), {});
        return Value::none();
    });
    wrap(object, "__str__", 0, [](Interpreter& v, const Value& self, auto) { return v.text(v.repr(self)); });
    wrap(object, "__format__", 1, [](Interpreter& v, const Value& self, auto rest) {
        const std::string spec = v.str(rest[0]);
        if (!spec.empty()) raise<TypeError>("unsupported format string passed to " + v.typeOf(self)->name + ".__format__");
        return v.text(v.str(self));
    });
    defineClassMethod(object, "__init_subclass__(...)", [](Interpreter& v, Arguments& a) {
        if (a.raw().total() > 1) {
            raise<TypeError>(v.str(v.getAttribute(a.raw().values[0], "__name__")) + ".__init_subclass__() takes no keyword arguments");
        }
        return Value::none();
    });

    Slots& t = vm.types.type->slots;
    t = object.slots;
    t.repr = typeRepr;
    t.call = callType;
    t.create = typeCreate;
    t.init = nullptr;
    t.getAttribute = typeGetAttribute;
    t.setAttribute = typeSetAttribute;
    t.binary = typeBinary;
    installType(vm);

    vm.types.module->slots = object.slots;
    vm.types.module->slots.repr = moduleRepr;
    vm.types.module->slots.getAttribute = moduleGet;
    vm.types.module->slots.create = nullptr;
    for (Type* type : {vm.types.none, vm.types.ellipsis, vm.types.notImplemented}) type->slots.repr = singletonRepr;
    vm.types.none->slots.truth = noneTruth;
}

void installCoreTypes(Interpreter& vm) {
    BuiltinTypes& t = vm.types;
    t.type = rawType(vm, "type", {}, &layoutOf<Type>);
    t.type->type = t.type;
    t.object = rawType(vm, "object", {}, &layoutOf<Object>);
    t.type->bases = {t.object};
    t.type->base = t.object;
    t.type->mro = {t.type, t.object};
    const auto add = [&](Type*& slot, const char* name, const Layout* layout, bool mayDerive = false) {
        slot = rawType(vm, name, {t.object}, layout);
        slot->mayDerive = mayDerive;
    };
    t.object->mayDerive = true;
    t.type->mayDerive = false;
    add(t.str, "str", &layoutOf<Str>, true);
    add(t.dict, "dict", &layoutOf<Dict>, true);
    add(t.none, "NoneType", &layoutOf<Instance>);
    add(t.ellipsis, "ellipsis", &layoutOf<Instance>);
    add(t.notImplemented, "NotImplementedType", &layoutOf<Instance>);
    add(t.integer, "int", &layoutOf<BigInt>);
    t.boolean = rawType(vm, "bool", {t.integer}, &layoutOf<BigInt>);
    t.boolean->mayDerive = false;
    add(t.real, "float", &layoutOf<Instance>);
    add(t.bytes, "bytes", &layoutOf<Bytes>);
    add(t.list, "list", &layoutOf<List>, true);
    add(t.tuple, "tuple", &layoutOf<Tuple>, true);
    add(t.set, "set", &layoutOf<Set>, true);
    add(t.frozenset, "frozenset", &layoutOf<Set>, true);
    add(t.range, "range", &layoutOf<Range>);
    add(t.slice, "slice", &layoutOf<Slice>);
    add(t.function, "function", &layoutOf<Function>);
    add(t.nativeFunction, "builtin_function_or_method", &layoutOf<NativeFunction>);
    add(t.nativeMethod, "method_descriptor", &layoutOf<NativeFunction>);
    add(t.boundMethod, "method", &layoutOf<BoundMethod>);
    add(t.nativeBound, "builtin_function_or_method", &layoutOf<BoundMethod>);
    add(t.module, "module", &layoutOf<Module>, true);
    add(t.cell, "cell", &layoutOf<Cell>);
    add(t.code, "code", &layoutOf<Code>);
    add(t.generator, "generator", &layoutOf<Generator>);
    add(t.property, "property", &layoutOf<Property>, true);
    add(t.nativeProperty, "getset_descriptor", &layoutOf<NativeProperty>);
    add(t.staticMethod, "staticmethod", &layoutOf<StaticMethod>);
    add(t.classMethod, "classmethod", &layoutOf<ClassMethod>);
    add(t.super, "super", &layoutOf<Super>);
    add(t.iterator, "iterator", &layoutOf<NativeIterator>);
    add(t.traceback, "traceback", &layoutOf<Instance>);
    add(t.listIterator, "list_iterator", &layoutOf<SequenceIterator>);
    add(t.tupleIterator, "tuple_iterator", &layoutOf<SequenceIterator>);
    add(t.rangeIterator, "range_iterator", &layoutOf<RangeIterator>);
    add(t.dictIterator, "dict_keyiterator", &layoutOf<DictIterator>);
    add(t.setIterator, "set_iterator", &layoutOf<NativeIterator>);
    add(t.strIterator, "str_iterator", &layoutOf<NativeIterator>);
    vm.prepareNames();
    for (Type* type : {t.type, t.object}) type->attributes = vm.dict();
    for (Type* type : t.object->derived) type->attributes = vm.dict();
    t.boolean->attributes = vm.dict();
    installObjects(vm);
    // What was copied from object when its slots were empty still.
    for (Type* type : t.object->derived) {
        Slots kept = type->slots;
        const bool own = type == t.type || type == t.module;
        if (!own) {
            type->slots = t.object->slots;
            if (kept.repr) type->slots.repr = kept.repr;
            if (kept.truth) type->slots.truth = kept.truth;
            type->slots.init = nullptr;
            type->slots.create = nullptr;
        }
    }
    t.boolean->slots = t.integer->slots;
    installFunctions(vm);
    installExceptions(vm);
    installGenerators(vm);
    for (Type* it : {t.setIterator, t.strIterator}) {
        it->slots.iterate = [](Interpreter&, const Value& self) { return self; };
        it->slots.next = [](Interpreter& v, const Value& self, Value& out) { return v.types.iterator->slots.next(v, self, out); };
    }
}

void finishCoreTypes(Interpreter& vm) {
    BuiltinTypes& t = vm.types;
    std::vector<Type*> all{t.object, t.type};
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (Type* derived : all[i]->derived) {
            if (std::find(all.begin(), all.end(), derived) == all.end()) all.push_back(derived);
        }
    }
    for (Type* type : all) finishType(*type);
    Dict& names = *vm.builtins().fields;
    for (Type* type : {t.object, t.type, t.integer, t.real, t.boolean, t.str, t.bytes, t.list, t.tuple, t.dict, t.set, t.frozenset, t.range,
                       t.slice, t.property, t.staticMethod, t.classMethod, t.super}) {
        names.set(vm.intern(type->name), Value(type));
    }
    for (Type* type : t.errors) names.set(vm.intern(type->name), Value(type));
    names.set(vm.intern("EnvironmentError"), Value(t.errors[static_cast<std::size_t>(ErrorType::OSError)]));
    names.set(vm.intern("IOError"), Value(t.errors[static_cast<std::size_t>(ErrorType::OSError)]));
    names.set(vm.intern("NotImplemented"), Value::notImplemented());
    names.set(vm.intern("Ellipsis"), Value::ellipsis());
    names.set(vm.intern("__debug__"), Value(true));
}

void Interpreter::nativeSetAttribute(const Value& object, Str* name, const Value& value) {
    for (const Type* type : typeOf(object)->mro) {
        if (type->ofProgram) continue;
        if (type->slots.setAttribute) return type->slots.setAttribute(*this, object, name, value);
        break;
    }
    genericSetAttribute(object, name, value);
}

void Interpreter::prepareNames() {
#define NAME(identifier, text) names.identifier = intern(text);
#include "engine/python/names.def"
    for (std::size_t i = 0; i < kOperators.size(); ++i) {
        const std::string stem = std::string(kOperators[i]) + "__";
        names.binary[i] = intern("__" + stem);
        names.reflected[i] = intern("__r" + stem);
        names.inplace[i] = intern("__i" + stem);
    }
    for (std::size_t i = 0; i < kComparisons.size(); ++i) names.compare[i] = intern(kComparisons[i]);
    const auto of = [&](Tag tag, Type* type) { inlineTypes_[static_cast<std::size_t>(tag)] = type; };
    of(Tag::Empty, types.none);
    of(Tag::None, types.none);
    of(Tag::Ellipsis, types.ellipsis);
    of(Tag::NotImplemented, types.notImplemented);
    of(Tag::Bool, types.boolean);
    of(Tag::Int, types.integer);
    of(Tag::Float, types.real);
}

}  // namespace backstep::python
