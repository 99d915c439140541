// SPDX-License-Identifier: GPL-3.0-or-later
// Functions, native functions, bound methods, properties, staticmethod, classmethod, super.
#include "engine/python/class_slots.h"
#include "engine/python/code.h"
#include "engine/python/core_types.h"
#include "engine/python/machine.h"

namespace backstep::python {
namespace {

Value bound(Interpreter& vm, const Value& function, const Value& self) {
    const bool native = function.isObject() && function.object()->type->layout == &layoutOf<NativeFunction>;
    auto method = make<BoundMethod>(native ? vm.types.nativeBound : vm.types.boundMethod);
    method->self = self;
    method->function = function;
    return method;
}

// ---- functions of a program

Value functionRepr(Interpreter& vm, const Value& self) {
    return vm.text("<function " + self.as<Function>()->qualifiedName->text + " at " + addressOf(self.object()) + ">");
}
Value functionCall(Interpreter& vm, const Value& self, const Call& call) { return vm.machine().call(*self.as<Function>(), call); }
Value functionGet(Interpreter& vm, const Value& self, const Value& instance, Type&) {
    return instance.isEmpty() ? self : bound(vm, self, instance);
}

void installFunction(Interpreter& vm) {
    Type& f = *vm.types.function;
    f.slots.repr = functionRepr;
    f.slots.call = functionCall;
    f.slots.descriptorGet = functionGet;
    const auto of = [](const Value& self) -> Function& { return *self.as<Function>(); };
    defineProperty(
        f, "__name__", [of](Interpreter&, const Value& self) { return Value(of(self).name); },
        [of](Interpreter& v, const Value& self, const Value& value) { of(self).name = Ref<Str>(v.intern(v.str(value))); });
    defineProperty(
        f, "__qualname__", [of](Interpreter&, const Value& self) { return Value(of(self).qualifiedName); },
        [of](Interpreter& v, const Value& self, const Value& value) { of(self).qualifiedName = Ref<Str>(v.intern(v.str(value))); });
    defineProperty(
        f, "__doc__", [of](Interpreter&, const Value& self) { return of(self).doc.isEmpty() ? Value::none() : of(self).doc; },
        [of](Interpreter&, const Value& self, const Value& value) { of(self).doc = value; });
    defineProperty(
        f, "__module__",
        [of](Interpreter& v, const Value& self) {
            if (of(self).fields) {
                if (const Value* own = of(self).fields->find(v.names.module)) return *own;
            }
            const Value* name = of(self).globals->find(v.names.name);
            return name ? *name : Value::none();
        },
        [of](Interpreter& v, const Value& self, const Value& value) {
            if (!of(self).fields) of(self).fields = v.dict();
            of(self).fields->set(v.names.module, value);
        });
    defineProperty(
        f, "__defaults__",
        [of](Interpreter& v, const Value& self) { return of(self).defaults.empty() ? Value::none() : v.tuple(of(self).defaults); },
        [of](Interpreter& v, const Value& self, const Value& value) {
            of(self).defaults = value.isNone() ? std::vector<Value>{} : v.toVector(value);
        });
    defineProperty(f, "__kwdefaults__", [of](Interpreter& v, const Value& self) {
        const Function& function = of(self);
        const Code& code = *static_cast<const Code*>(function.code.get());
        const Value out = v.dict();
        auto* dict = static_cast<Dict*>(out.object());
        for (std::size_t i = 0; i < function.keywordDefaults.size(); ++i) {
            if (!function.keywordDefaults[i].isEmpty()) dict->set(code.locals[code.positional + i], function.keywordDefaults[i]);
        }
        return dict->entries.empty() ? Value::none() : out;
    });
    defineProperty(f, "__code__", [of](Interpreter&, const Value& self) { return Value(of(self).code); });
    defineProperty(f, "__globals__", [of](Interpreter&, const Value& self) { return Value(of(self).globals); });
    defineProperty(f, "__closure__", [of](Interpreter& v, const Value& self) {
        if (of(self).closure.empty()) return Value::none();
        std::vector<Value> cells;
        for (const Ref<Cell>& cell : of(self).closure) cells.emplace_back(cell);
        return v.tuple(std::move(cells));
    });
    defineProperty(
        f, "__annotations__",
        [of](Interpreter& v, const Value& self) {
            if (!of(self).annotations) of(self).annotations = v.dict();
            return Value(of(self).annotations);
        },
        [of](Interpreter& v, const Value& self, const Value& value) {
            if (value.isEmpty() || value.isNone()) {
                of(self).annotations = v.dict();
            } else {
                if (!value.is<Dict>()) raise<TypeError>("__annotations__ must be set to a dict object");
                of(self).annotations = Ref<Dict>(value.as<Dict>());
            }
        });
    const auto code = [](const Value& self) -> Code& { return *self.as<Code>(); };
    Type& c = *vm.types.code;
    defineProperty(c, "co_name", [code](Interpreter&, const Value& self) { return Value(code(self).name); });
    defineProperty(c, "co_argcount", [code](Interpreter&, const Value& self) { return Value(code(self).positional); });
    defineProperty(c, "co_varnames", [code](Interpreter& v, const Value& self) {
        std::vector<Value> names;
        for (Str* name : code(self).locals) {
            if (name) names.emplace_back(name);
        }
        return v.tuple(std::move(names));
    });
    defineProperty(*vm.types.cell, "cell_contents", [](Interpreter&, const Value& self) {
        const Value& value = self.as<Cell>()->value;
        if (value.isEmpty()) raise<ValueError>("Cell is empty");
        return value;
    });
}

// ---- native functions and bound methods

Value nativeRepr(Interpreter& vm, const Value& self) {
    const NativeFunction& f = *self.as<NativeFunction>();
    const std::string at = addressOf(self.object());
    if (!f.signature.written.empty()) return vm.text("<function " + f.signature.written + " at " + at + ">");
    if (f.module == "torch" && !f.owner) return vm.text("<built-in method " + f.signature.name + " of type object at " + at + ">");
    if (f.owner) return vm.text("<method '" + f.signature.name + "' of '" + f.owner->name + "' objects>");
    return vm.text("<built-in function " + f.signature.name + ">");
}
Value nativeCall(Interpreter& vm, const Value& self, const Call& call) { return self.as<NativeFunction>()->call(vm, call); }
Value nativeGet(Interpreter& vm, const Value& self, const Value& instance, Type&) {
    return instance.isEmpty() || !self.as<NativeFunction>()->owner ? self : bound(vm, self, instance);
}

Value boundRepr(Interpreter& vm, const Value& self) {
    const BoundMethod& m = *self.as<BoundMethod>();
    if (const NativeFunction* native = m.function.as<NativeFunction>()) {
        const std::string at = m.self.isObject() ? addressOf(m.self.object()) : "0x7f5a00000000";
        const bool isType = m.self.is<Type>();
        const std::string& written = native->signature.written;
        if (!written.empty()) return vm.text("<bound method " + written + " of " + vm.repr(m.self) + ">");
        return vm.text("<built-in method " + native->signature.name + " of " + (isType ? "type" : vm.typeOf(m.self)->name) + " object at " +
                       at + ">");
    }
    const Value name = vm.findAttribute(m.function, vm.names.qualifiedName);
    return vm.text("<bound method " + (name.isEmpty() ? "?" : vm.str(name)) + " of " + vm.repr(m.self) + ">");
}
Value boundCall(Interpreter& vm, const Value& self, const Call& call) {
    const BoundMethod& m = *self.as<BoundMethod>();
    constexpr std::size_t kFew = 6;
    if (call.total() < kFew) {
        std::array<Value, kFew> all;
        all[0] = m.self;
        std::copy(call.values, call.values + call.total(), all.begin() + 1);
        return vm.call(m.function, Call{all.data(), call.count + 1, call.names});
    }
    std::vector<Value> all{m.self};
    all.insert(all.end(), call.values, call.values + call.total());
    return vm.call(m.function, Call{all.data(), call.count + 1, call.names});
}
Value boundGetAttribute(Interpreter& vm, const Value& self, Str* name) {
    Value own = vm.genericGetAttribute(self, name);
    return own.isEmpty() ? vm.findAttribute(self.as<BoundMethod>()->function, name) : own;
}
Value boundCompare(Interpreter& vm, CompareOp op, const Value& self, const Value& other) {
    const BoundMethod* b = other.as<BoundMethod>();
    if (!b || (op != CompareOp::Equal && op != CompareOp::NotEqual)) return Value::notImplemented();
    const BoundMethod& a = *self.as<BoundMethod>();
    return Value((same(a.self, b->self) && vm.equal(a.function, b->function)) == (op == CompareOp::Equal));
}
std::uint64_t boundHash(Interpreter& vm, const Value& self) {
    const BoundMethod& m = *self.as<BoundMethod>();
    return vm.hash(m.function) ^ (m.self.isObject() ? Heap::current().numberOf(m.self.object()) : vm.hash(m.self));
}

void installNative(Interpreter& vm) {
    for (Type* type : {vm.types.nativeFunction, vm.types.nativeMethod}) {
        type->slots.repr = nativeRepr;
        type->slots.call = nativeCall;
        type->slots.descriptorGet = nativeGet;
        const auto name = [](Interpreter& v, const Value& self) { return v.text(self.as<NativeFunction>()->signature.name); };
        defineProperty(*type, "__name__", name);
        defineProperty(*type, "__qualname__",
                       [](Interpreter& v, const Value& self) { return v.text(self.as<NativeFunction>()->qualifiedName()); });
        defineProperty(*type, "__doc__", [](Interpreter& v, const Value& self) { return v.text(self.as<NativeFunction>()->doc); });
        defineProperty(*type, "__module__", [](Interpreter& v, const Value& self) {
            const NativeFunction& f = *self.as<NativeFunction>();
            return f.module.empty() ? Value::none() : v.text(f.module);
        });
    }
    for (Type* m : {vm.types.boundMethod, vm.types.nativeBound}) {
        m->slots.repr = boundRepr;
        m->slots.call = boundCall;
        m->slots.getAttribute = boundGetAttribute;
        m->slots.compare = boundCompare;
        m->slots.hash = boundHash;
        defineProperty(*m, "__self__", [](Interpreter&, const Value& self) { return self.as<BoundMethod>()->self; });
    }
    defineProperty(*vm.types.boundMethod, "__func__", [](Interpreter&, const Value& self) { return self.as<BoundMethod>()->function; });
}

// ---- properties and the like

Value nativePropertyGet(Interpreter& vm, const Value& self, const Value& instance, Type&) {
    return instance.isEmpty() ? self : self.as<NativeProperty>()->getter(vm, instance);
}
void nativePropertySet(Interpreter& vm, const Value& self, const Value& instance, const Value& value) {
    const NativeProperty& p = *self.as<NativeProperty>();
    if (!p.setter) {
        raise<AttributeError>("attribute '" + p.name + "' of '" + p.owner->name + "' objects is not writable");
    }
    p.setter(vm, instance, value);
}
Value nativePropertyRepr(Interpreter& vm, const Value& self) {
    const NativeProperty& p = *self.as<NativeProperty>();
    return vm.text("<attribute '" + p.name + "' of '" + p.owner->name + "' objects>");
}

std::string propertyName(Interpreter& vm, const Property& p) {
    const Value name = p.getter.isEmpty() || p.getter.isNone() ? Value() : vm.findAttribute(p.getter, vm.names.name);
    return name.isEmpty() ? "" : "'" + vm.str(name) + "' ";
}
Value propertyGet(Interpreter& vm, const Value& self, const Value& instance, Type&) {
    if (instance.isEmpty()) return self;
    const Property& p = *self.as<Property>();
    if (p.getter.isEmpty() || p.getter.isNone()) {
        raise<AttributeError>("property " + propertyName(vm, p) + "of '" + vm.typeOf(instance)->name + "' object has no getter");
    }
    const Value getter = p.getter;
    return vm.call(getter, {instance});
}
void propertySet(Interpreter& vm, const Value& self, const Value& instance, const Value& value) {
    const Property& p = *self.as<Property>();
    const Value function = value.isEmpty() ? p.deleter : p.setter;
    if (function.isEmpty() || function.isNone()) {
        raise<AttributeError>("property " + propertyName(vm, p) + "of '" + vm.typeOf(instance)->qualifiedName + "' object has no " +
                              (value.isEmpty() ? "deleter" : "setter"));
    }
    if (value.isEmpty()) {
        vm.call(function, {instance});
    } else {
        vm.call(function, {instance, value});
    }
}
void propertyInit(Interpreter& vm, const Value& self, const Call& call) {
    static constexpr std::array<const char*, 4> kNames{"fget", "fset", "fdel", "doc"};
    Property& p = *self.as<Property>();
    const std::array<Value*, 4> parts{&p.getter, &p.setter, &p.deleter, &p.doc};
    for (Value* part : parts) *part = Value::none();
    for (std::size_t i = 0; i < call.count && i < 4; ++i) *parts[i] = call.values[i];
    for (std::size_t k = 0; k < call.names.size(); ++k) {
        for (std::size_t i = 0; i < 4; ++i) {
            if (call.names[k]->text == kNames[i]) *parts[i] = call.keyword(k);
        }
    }
    if (p.doc.isNone() && !p.getter.isNone()) {
        const Value doc = vm.findAttribute(p.getter, vm.names.doc);
        if (!doc.isEmpty()) p.doc = doc;
    }
}

template <class T>
Value plainCreate(Interpreter&, Type& type, const Call&) {
    return make<T>(&type);
}

void installProperties(Interpreter& vm) {
    vm.types.nativeProperty->slots.descriptorGet = nativePropertyGet;
    vm.types.nativeProperty->slots.descriptorSet = nativePropertySet;
    vm.types.nativeProperty->slots.repr = nativePropertyRepr;
    Type& p = *vm.types.property;
    p.slots.descriptorGet = propertyGet;
    p.slots.descriptorSet = propertySet;
    p.slots.create = [](Interpreter&, Type& type, const Call&) -> Value { return type.layout->make(&type); };
    p.slots.init = propertyInit;
    const auto changed = [](Value Property::*part) {
        return [part](Interpreter& v, Arguments& a) {
            const Property& old = a.as<Property>(0);
            auto copy = make<Property>(v.types.property);
            copy->getter = old.getter;
            copy->setter = old.setter;
            copy->deleter = old.deleter;
            copy->doc = old.doc;
            (*copy).*part = a[1];
            return Value(copy);
        };
    };
    defineMethod(p, "getter(self, f, /)", changed(&Property::getter));
    defineMethod(p, "setter(self, f, /)", changed(&Property::setter));
    defineMethod(p, "deleter(self, f, /)", changed(&Property::deleter));
    const auto part = [&](const char* name, Value Property::*which) {
        defineProperty(p, name, [which](Interpreter&, const Value& self) { return (*self.as<Property>()).*which; });
    };
    part("fget", &Property::getter);
    part("fset", &Property::setter);
    part("fdel", &Property::deleter);
    part("__doc__", &Property::doc);

    Type& s = *vm.types.staticMethod;
    s.slots.create = plainCreate<StaticMethod>;
    s.slots.init = [](Interpreter&, const Value& self, const Call& call) {
        if (call.count != 1) raise<TypeError>("staticmethod expected 1 argument, got " + std::to_string(call.count));
        self.as<StaticMethod>()->function = call.values[0];
    };
    s.slots.descriptorGet = [](Interpreter&, const Value& self, const Value&, Type&) { return self.as<StaticMethod>()->function; };
    s.slots.call = [](Interpreter& v, const Value& self, const Call& call) { return v.call(self.as<StaticMethod>()->function, call); };
    defineProperty(s, "__func__", [](Interpreter&, const Value& self) { return self.as<StaticMethod>()->function; });
    Type& c = *vm.types.classMethod;
    c.slots.create = plainCreate<ClassMethod>;
    c.slots.init = [](Interpreter&, const Value& self, const Call& call) {
        if (call.count != 1) raise<TypeError>("classmethod expected 1 argument, got " + std::to_string(call.count));
        self.as<ClassMethod>()->function = call.values[0];
    };
    c.slots.descriptorGet = [](Interpreter& v, const Value& self, const Value& instance, Type& owner) {
        const Value function = self.as<ClassMethod>()->function;
        Type* type = &owner;
        if (!instance.isEmpty() && !instance.is<Type>()) type = v.typeOf(instance);
        return bound(v, function, Value(type));
    };
    defineProperty(c, "__func__", [](Interpreter&, const Value& self) { return self.as<ClassMethod>()->function; });
}

// ---- super

Value superGet(Interpreter& vm, const Value& self, Str* name) {
    const Super& s = *self.as<Super>();
    Type* type = s.self.is<Type>() && s.self.as<Type>()->isSubtype(s.after) ? s.self.as<Type>() : vm.typeOf(s.self);
    auto at = std::find(type->mro.begin(), type->mro.end(), s.after);
    if (name != vm.names.class_) {
        for (at = at == type->mro.end() ? at : at + 1; at != type->mro.end(); ++at) {
            if (const Value* found = (*at)->findOwn(name)) {
                const Value attribute = *found;
                return describe(vm, attribute, type == s.self.as<Type>() ? Value() : s.self, *type);
            }
        }
    }
    return vm.genericGetAttribute(self, name);
}

void superInit(Interpreter& vm, const Value& self, const Call& call) {
    Super& s = *self.as<Super>();
    if (call.count == 0) {
        const Frame* frame = vm.machine().frame();
        const Code& code = *frame->code;
        if (code.positional == 0) raise<RuntimeError>("super(): no arguments");
        Value first = frame->slots[0];
        for (std::size_t i = 0; i < code.cellOfLocal.size(); ++i) {  // the first parameter may live in a cell
            if (code.cellOfLocal[i] == 0) first = frame->slots[code.locals.size() + i].as<Cell>()->value;
        }
        if (first.isEmpty()) raise<RuntimeError>("super(): arg[0] deleted");
        const Value* cell = nullptr;
        for (std::size_t i = 0; i < code.freeNames.size(); ++i) {
            if (code.freeNames[i] == vm.names.class_) cell = &frame->slots[code.locals.size() + code.cells.size() + i];
        }
        if (!cell) raise<RuntimeError>("super(): __class__ cell not found");
        const Value& type = cell->as<Cell>()->value;
        if (type.isEmpty()) raise<RuntimeError>("super(): empty __class__ cell");
        s.after = type.as<Type>();
        s.self = first;
    } else {
        s.after = call.values[0].as<Type>();
        if (!s.after) raise<TypeError>("super() argument 1 must be a type, not " + vm.typeOf(call.values[0])->name);
        if (call.count < 2) unsupported("super() with one argument", "super()");
        s.self = call.values[1];
    }
    const bool fits = vm.isInstance(s.self, s.after) || (s.self.is<Type>() && s.self.as<Type>()->isSubtype(s.after));
    if (!fits) raise<TypeError>("super(type, obj): obj must be an instance or subtype of type");
}

Value superRepr(Interpreter& vm, const Value& self) {
    const Super& s = *self.as<Super>();
    return vm.text("<super: <class '" + s.after->name + "'>, <" + vm.typeOf(s.self)->name + " object>>");
}

}  // namespace

void installFunctions(Interpreter& vm) {
    installFunction(vm);
    installNative(vm);
    installProperties(vm);
    Slots& s = vm.types.super->slots;
    s.create = plainCreate<Super>;
    s.init = superInit;
    s.getAttribute = superGet;
    s.repr = superRepr;
}

}  // namespace backstep::python
