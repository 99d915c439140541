// SPDX-License-Identifier: GPL-3.0-or-later
// Long because each slot has a function here, and each dunder method a row in one table.
#include "engine/python/class_slots.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "engine/base/numbers.h"

namespace backstep::python {
namespace {

// The method and what it is called with; a plain function gets self without a bound method being made.
Value callFound(Interpreter& vm, const Value& self, const Value& method, std::initializer_list<Value> arguments) {
    if (method.is<Function>() || (method.is<NativeFunction>() && method.as<NativeFunction>()->owner)) {
        std::array<Value, 4> all{self};
        std::copy(arguments.begin(), arguments.end(), all.begin() + 1);
        return vm.call(method, Call{all.data(), arguments.size() + 1, {}});
    }
    return vm.call(describe(vm, method, self, *vm.typeOf(self)), arguments);
}

Value callSlot(Interpreter& vm, const Value& self, Str* name, std::initializer_list<Value> arguments) {
    const Value* found = vm.typeOf(self)->find(name);
    if (!found) raise<AttributeError>("'" + vm.typeOf(self)->name + "' object has no attribute '" + name->text + "'");
    const Value method = *found;
    return callFound(vm, self, method, arguments);
}

Value needText(Interpreter& vm, Value value, const char* method) {
    if (!value.is<Str>()) raise<TypeError>(std::string(method) + " returned non-string (type " + vm.typeOf(value)->name + ")");
    return value;
}

Value slotRepr(Interpreter& vm, const Value& self) { return needText(vm, callSlot(vm, self, vm.names.repr, {}), "__repr__"); }
Value slotStr(Interpreter& vm, const Value& self) { return needText(vm, callSlot(vm, self, vm.names.str, {}), "__str__"); }
Value slotFormat(Interpreter& vm, const Value& self, std::string_view spec) {
    return needText(vm, callSlot(vm, self, vm.names.format, {vm.text(std::string(spec))}), "__format__");
}

bool slotTruth(Interpreter& vm, const Value& self) {
    const Value answer = callSlot(vm, self, vm.names.bool_, {});
    if (!answer.isBool()) raise<TypeError>("__bool__ should return bool, returned " + vm.typeOf(answer)->name);
    return answer.boolean();
}

std::uint64_t slotHash(Interpreter& vm, const Value& self) {
    const Value* found = vm.typeOf(self)->find(vm.names.hash);
    if (!found || found->isNone()) raise<TypeError>("unhashable type: '" + vm.typeOf(self)->name + "'");
    const Value hash = callSlot(vm, self, vm.names.hash, {});
    if (!hash.isInt() && !hash.isBool() && !hash.is<BigInt>()) raise<TypeError>("__hash__ method should return an integer");
    return vm.hash(hash);
}

std::int64_t slotLength(Interpreter& vm, const Value& self) {
    const Value length = callSlot(vm, self, vm.names.len, {});
    const std::int64_t n = vm.toIndex(length);
    if (n < 0) raise<ValueError>("__len__() should return >= 0");
    return n;
}

Value slotCall(Interpreter& vm, const Value& self, const Call& call) {
    const Recursion depth(vm, " while calling a Python object");
    const Value* found = vm.typeOf(self)->find(vm.names.call);
    if (!found) raise<TypeError>("'" + vm.typeOf(self)->name + "' object is not callable");
    const Value method = *found;
    if (!method.is<Function>()) return vm.call(describe(vm, method, self, *vm.typeOf(self)), call);
    std::vector<Value> all{self};
    all.insert(all.end(), call.values, call.values + call.total());
    return vm.call(method, Call{all.data(), call.count + 1, call.names});
}

Value slotGetAttribute(Interpreter& vm, const Value& self, Str* name) {
    Type* type = vm.typeOf(self);
    const Value* own = type->find(vm.names.getAttribute);
    const bool overridden = own && own->is<Function>();
    const Value* fallback = type->find(vm.names.getAttr);
    try {
        Value value;
        if (overridden) {
            const Value method = *own;
            value = callFound(vm, self, method, {name});
        } else {
            value = vm.nativeGetAttribute(self, name);
        }
        if (!value.isEmpty() || !fallback) return value;
    } catch (const PythonError& error) {
        if (!fallback || !isA(error, AttributeError)) throw;
    }
    const Value method = *type->find(vm.names.getAttr);
    return callFound(vm, self, method, {name});
}

void slotSetAttribute(Interpreter& vm, const Value& self, Str* name, const Value& value) {
    const Value* found = vm.typeOf(self)->find(value.isEmpty() ? vm.names.deleteAttr : vm.names.setAttr);
    const Value method = found ? *found : Value();
    if (value.isEmpty()) {
        callFound(vm, self, method, {name});
    } else {
        callFound(vm, self, method, {name, value});
    }
}

Value slotGetItem(Interpreter& vm, const Value& self, const Value& key) { return callSlot(vm, self, vm.names.getItem, {key}); }
void slotSetItem(Interpreter& vm, const Value& self, const Value& key, const Value& value) {
    callSlot(vm, self, vm.names.setItem, {key, value});
}
void slotDeleteItem(Interpreter& vm, const Value& self, const Value& key) { callSlot(vm, self, vm.names.deleteItem, {key}); }
bool slotContains(Interpreter& vm, const Value& self, const Value& item) { return vm.truth(callSlot(vm, self, vm.names.contains, {item})); }
Value slotIterate(Interpreter& vm, const Value& self) {
    Value it = callSlot(vm, self, vm.names.iter, {});
    if (!vm.typeOf(it)->slots.next) raise<TypeError>("iter() returned non-iterator of type '" + vm.typeOf(it)->name + "'");
    return it;
}
bool slotNext(Interpreter& vm, const Value& self, Value& out) {
    try {
        out = callSlot(vm, self, vm.names.next, {});
        return true;
    } catch (const PythonError& error) {
        if (!isA(error, StopIteration)) throw;
        return false;
    }
}

Value slotCompare(Interpreter& vm, CompareOp op, const Value& self, const Value& other) {
    const Value* found = vm.typeOf(self)->find(vm.names.compare[static_cast<std::size_t>(op)]);
    if (!found && op == CompareOp::NotEqual) found = vm.typeOf(self)->find(vm.names.compare[static_cast<std::size_t>(CompareOp::Equal)]);
    if (!found) return Value::notImplemented();
    const Value method = *found;
    // object's own __ne__ is the opposite of __eq__.
    if (op == CompareOp::NotEqual && !method.is<Function>()) {
        const Value equal = slotCompare(vm, CompareOp::Equal, self, other);
        return equal.isNotImplemented() ? equal : Value(!vm.truth(equal));
    }
    return callFound(vm, self, method, {other});
}

Value slotBinary(Interpreter& vm, BinaryOp op, const Value& self, const Value& other, bool reflected) {
    const auto i = static_cast<std::size_t>(op);
    const Value* found = vm.typeOf(self)->find(reflected ? vm.names.reflected[i] : vm.names.binary[i]);
    if (!found || found->isNone()) return Value::notImplemented();
    const Value method = *found;
    return callFound(vm, self, method, {other});
}
Value slotInplace(Interpreter& vm, BinaryOp op, const Value& self, const Value& other) {
    const Value* found = vm.typeOf(self)->find(vm.names.inplace[static_cast<std::size_t>(op)]);
    if (!found) return Value::notImplemented();
    const Value method = *found;
    return callFound(vm, self, method, {other});
}
Value slotUnary(Interpreter& vm, UnaryOp op, const Value& self) {
    Str* name = op == UnaryOp::Minus ? vm.names.negative : op == UnaryOp::Plus ? vm.names.positive : vm.names.invert;
    Value result;
    return callSpecial(vm, self, name, {}, result) ? result : Value::notImplemented();
}

Value slotDescriptorGet(Interpreter& vm, const Value& self, const Value& instance, Type& owner) {
    const Value* found = vm.typeOf(self)->find(vm.names.get);
    if (!found) return self;
    return callSlot(vm, self, vm.names.get, {instance.isEmpty() ? Value::none() : instance, Value(&owner)});
}
void slotDescriptorSet(Interpreter& vm, const Value& self, const Value& instance, const Value& value) {
    if (value.isEmpty()) {
        callSlot(vm, self, vm.names.delete_, {instance});
    } else {
        callSlot(vm, self, vm.names.set, {instance, value});
    }
}

Value slotCreate(Interpreter& vm, Type& type, const Call& call) {
    const Value method = describe(vm, *type.find(vm.names.new_), {}, type);
    std::vector<Value> all{Value(&type)};
    all.insert(all.end(), call.values, call.values + call.total());
    return vm.call(method, Call{all.data(), call.count + 1, call.names});
}
void slotInit(Interpreter& vm, const Value& self, const Call& call) {
    const Value method = *vm.typeOf(self)->find(vm.names.init);
    std::vector<Value> all{self};
    all.insert(all.end(), call.values, call.values + call.total());
    const Value result = vm.call(method, Call{all.data(), call.count + 1, call.names});
    if (!result.isNone()) raise<TypeError>("__init__() should return None, not '" + vm.typeOf(result)->name + "'");
}
std::int64_t slotIndex(Interpreter& vm, const Value& self) {
    const Value n = callSlot(vm, self, vm.names.index, {});
    if (!n.isInt() && !n.isBool() && !n.is<BigInt>()) raise<TypeError>("__index__ returned non-int (type " + vm.typeOf(n)->name + ")");
    return vm.toIndex(n);
}
double slotReal(Interpreter& vm, const Value& self) {
    const Value x = callSlot(vm, self, vm.names.float_, {});
    if (!x.isFloat()) raise<TypeError>(vm.typeOf(self)->name + ".__float__ returned non-float (type " + vm.typeOf(x)->name + ")");
    return x.real();
}

// ---- which dunder method fills which slot

void installSlot(Interpreter& vm, Slots& s, Str* name, const Value* value) {
    const CommonNames& n = vm.names;
    const auto among = [&](const auto& names) { return std::find(names.begin(), names.end(), name) != names.end(); };
    if (name == n.repr) s.repr = slotRepr;
    else if (name == n.str) s.str = slotStr;
    else if (name == n.format) s.format = slotFormat;
    else if (name == n.bool_) s.truth = slotTruth;
    else if (name == n.hash) s.hash = value && value->isNone() ? nullptr : slotHash;
    else if (name == n.len) s.length = slotLength;
    else if (name == n.call) s.call = slotCall;
    else if (name == n.getAttribute || name == n.getAttr) s.getAttribute = slotGetAttribute;
    else if (name == n.setAttr || name == n.deleteAttr) s.setAttribute = slotSetAttribute;
    else if (name == n.getItem) s.getItem = slotGetItem;
    else if (name == n.setItem) s.setItem = slotSetItem;
    else if (name == n.deleteItem) s.deleteItem = slotDeleteItem;
    else if (name == n.contains) s.contains = slotContains;
    else if (name == n.iter) s.iterate = value && value->isNone() ? nullptr : slotIterate;
    else if (name == n.next) s.next = slotNext;
    else if (name == n.get) s.descriptorGet = slotDescriptorGet;
    else if (name == n.set || name == n.delete_) s.descriptorSet = slotDescriptorSet;
    else if (name == n.new_) s.create = slotCreate;
    else if (name == n.init) s.init = slotInit;
    else if (name == n.index) s.index = slotIndex;
    else if (name == n.float_) s.real = slotReal;
    else if (name == n.negative || name == n.positive || name == n.invert) s.unary = slotUnary;
    else if (among(n.compare)) s.compare = slotCompare;
    else if (among(n.binary) || among(n.reflected)) s.binary = slotBinary;
    else if (among(n.inplace)) s.inplace = slotInplace;
}

bool isDunder(const Str* name) { return name->text.size() > 4 && name->text.starts_with("__") && name->text.ends_with("__"); }

Layout const* layoutFor(const std::vector<Type*>& bases) {
    const Layout* best = nullptr;
    for (const Type* base : bases) {
        const Layout* layout = base->layout->fields ? base->layout : base->layout->extended;
        if (!layout || !base->mayDerive) {
            // CPython takes these.
            constexpr std::array<std::string_view, 14> kOpen{"int",      "float",        "str",         "set",     "frozenset",
                                                             "property", "staticmethod", "classmethod", "super",   "enumerate",
                                                             "zip",      "map",          "filter",      "reversed"};
            if (std::find(kOpen.begin(), kOpen.end(), base->name) != kOpen.end())
                unsupported("a class derived from " + base->name, "a class with an attribute");
            if (base->name == "type") unsupported("metaclasses");
            raise<TypeError>("type '" + base->name + "' is not an acceptable base type");
        }
        const Layout* plain = &layoutOf<Extended<Object>>;
        if (best && best != plain && layout != plain && best != layout) raise<TypeError>("multiple bases have instance lay-out conflict");
        if (!best || best == plain) best = layout;
    }
    return best;
}

}  // namespace

bool callSpecial(Interpreter& vm, const Value& self, Str* name, std::initializer_list<Value> arguments, Value& result) {
    const Value* found = vm.typeOf(self)->find(name);
    if (!found) return false;
    const Value method = *found;
    result = callFound(vm, self, method, arguments);
    return true;
}

void updateSlot(Type& type, Str* attribute) {
    if (!type.ofProgram || !isDunder(attribute)) return;
    Interpreter& vm = Interpreter::current();
    installSlot(vm, type.slots, attribute, type.find(attribute));
    for (Type* each : type.derived) {
        if (!each->findOwn(attribute)) updateSlot(*each, attribute);
    }
}

Ref<Type> makeClass(Interpreter& vm, std::string_view name, std::vector<Type*> bases, const Ref<Dict>& body, const Call& keywords,
                    const Value& cell) {
    if (bases.empty()) bases.push_back(vm.types.object);
    const Layout* layout = layoutFor(bases);
    for (std::size_t i = 0; i < bases.size(); ++i) {
        if (std::count(bases.begin(), bases.end(), bases[i]) > 1) raise<TypeError>("duplicate base class " + bases[i]->name);
    }
    if (body->find(vm.names.slots) != nullptr) unsupported("__slots__", "leave it out: attributes need no declaration");
    if (body->find(vm.names.del) != nullptr) unsupported("__del__");
    auto type = make<Type>(vm.types.type, std::string(name), bases, layout);
    type->attributes = vm.dict();
    type->ofProgram = true;
    vm.keep(type);
    if (Cell* c = cell.as<Cell>()) c->value = Value(type);
    // Special methods of other bases than the first, too, take their slots.
    for (std::size_t b = 1; b < bases.size(); ++b) {
        for (const Type* from : bases[b]->mro) {
            if (!from->ofProgram) continue;
            for (const Dict::Entry& entry : from->attributes->entries) {
                Str* key = entry.key.as<Str>();
                if (key && isDunder(key)) installSlot(vm, type->slots, key, type->find(key));
            }
        }
    }
    const bool ownEquality = body->find(vm.names.compare[static_cast<std::size_t>(CompareOp::Equal)]) != nullptr;
    for (const Dict::Entry& entry : body->entries) {
        Str* key = entry.key.as<Str>();
        if (!key) continue;
        if (key == vm.names.qualifiedName) {
            type->qualifiedName = vm.str(entry.value);
            continue;
        }
        Value value = entry.value;
        if (key == vm.names.doc && value.is<Str>()) {
            type->doc = value.as<Str>()->text;
            type->hasDoc = true;
        }
        if (key == vm.names.module && value.is<Str>()) type->module = value.as<Str>()->text;
        const bool implied = (key == vm.names.initSubclass || key == vm.names.classGetItem) && value.is<Function>();
        if (implied) {
            auto method = make<ClassMethod>(vm.types.classMethod);
            method->function = value;
            value = method;
        }
        if (key == vm.names.new_ && value.is<Function>()) {
            auto method = make<StaticMethod>(vm.types.staticMethod);
            method->function = value;
            value = method;
        }
        type->set(key, std::move(value));
    }
    if (ownEquality && body->find(vm.names.hash) == nullptr) type->set(vm.names.hash, Value::none());
    const std::vector<Dict::Entry> entries = type->attributes->entries;
    for (const Dict::Entry& entry : entries) {
        Value ignored;
        if (entry.value.isObject() && entry.value.object()->type->find(vm.names.setName)) {
            callSpecial(vm, entry.value, vm.names.setName, {Value(type), entry.key}, ignored);
        }
    }
    // __init_subclass__ of the bases, with the keywords of the class statement.
    for (std::size_t i = 1; i < type->mro.size(); ++i) {
        const Value* hook = type->mro[i]->findOwn(vm.names.initSubclass);
        if (!hook) continue;
        const Value held = *hook;
        const Value method = describe(vm, held, Value(), *type);
        vm.call(method, keywords);
        return type;
    }
    return type;
}

Value callType(Interpreter& vm, const Value& self, const Call& call) {
    Type& type = *static_cast<Type*>(self.object());
    if (&type == vm.types.type && call.count == 1 && call.names.empty()) return Value(vm.typeOf(call.values[0]));
    if (!type.slots.create) raise<TypeError>("cannot create '" + type.name + "' instances");
    Value made = type.slots.create(vm, type, call);
    Type* madeType = vm.typeOf(made);
    if (madeType->slots.init && madeType->isSubtype(&type)) madeType->slots.init(vm, made, call);
    return made;
}

}  // namespace backstep::python
