// SPDX-License-Identifier: GPL-3.0-or-later
// Types: the order of bases, looking names up along it, attributes of objects and of types.
#include <algorithm>

#include "engine/python/class_slots.h"
#include "engine/python/interpreter.h"

namespace backstep::python {
namespace {

thread_local std::uint64_t epoch = 1;  // of all types of this thread: any change makes what they remember stale

// C3, as Python merges the orders of several bases.
std::vector<Type*> merged(std::vector<std::vector<Type*>> orders) {
    std::vector<Type*> out;
    while (true) {
        std::erase_if(orders, [](const auto& order) { return order.empty(); });
        if (orders.empty()) return out;
        Type* chosen = nullptr;
        for (const auto& order : orders) {
            const bool later = std::any_of(orders.begin(), orders.end(), [&](const auto& other) {
                return std::find(other.begin() + 1, other.end(), order.front()) != other.end();
            });
            if (!later) {
                chosen = order.front();
                break;
            }
        }
        if (!chosen) raise<TypeError>("Cannot create a consistent method resolution\norder (MRO) for bases");
        out.push_back(chosen);
        for (auto& order : orders) {
            if (order.front() == chosen) order.erase(order.begin());
        }
    }
}

bool isDataDescriptor(Type* type) { return type->slots.descriptorSet != nullptr; }

}  // namespace

Type::Type(std::string n, std::vector<Type*> b, const Layout* l)
    : name(std::move(n)), qualifiedName(name), base(b.empty() ? nullptr : b.front()), bases(std::move(b)), layout(l) {
    if (bases.size() > 1) {
        std::vector<std::vector<Type*>> orders;
        for (const Type* each : bases) orders.push_back(each->mro);
        orders.push_back(bases);
        mro = merged(std::move(orders));
    } else if (base) {
        mro = base->mro;
    }
    mro.insert(mro.begin(), this);
    if (base) slots = base->slots;
    for (Type* each : bases) each->derived.push_back(this);
}

bool Type::isSubtype(const Type* of) const {
    if (this == of) return true;
    return std::find(mro.begin() + 1, mro.end(), of) != mro.end();
}

const Value* Type::find(Str* attribute) {
    if (remembered_.empty()) remembered_.resize(kRemembered);
    Remembered& r = remembered_[(reinterpret_cast<std::uintptr_t>(attribute) >> 6) % kRemembered];
    if (r.epoch == epoch && r.name == attribute) return r.value;
    const Value* found = nullptr;
    for (const Type* type : mro) {
        found = type->findOwn(attribute);
        if (found) break;
    }
    r = {epoch, attribute, found};
    return found;
}

const Value* Type::findOwn(Str* attribute) const { return attributes ? attributes->find(attribute) : nullptr; }

void Type::set(Str* attribute, Value value) {
    ++epoch;
    attributes->set(attribute, std::move(value));
    updateSlot(*this, attribute);
}

bool Type::remove(Str* attribute) {
    ++epoch;
    return attributes->remove(attribute);
}

std::uint64_t Type::version() { return epoch; }

Value describe(Interpreter& vm, const Value& attribute, const Value& instance, Type& owner) {
    if (!attribute.isObject()) return attribute;
    const auto get = attribute.object()->type->slots.descriptorGet;
    return get ? get(vm, attribute, instance, owner) : attribute;
}

// ---- attributes of ordinary objects

Value Interpreter::genericGetAttribute(const Value& object, Str* name) {
    Type* type = typeOf(object);
    const Value* found = type->find(name);
    if (found && found->isObject() && isDataDescriptor(found->object()->type)) {
        const Value attribute = *found;
        return describe(*this, attribute, object, *type);
    }
    if (object.isObject()) {
        if (Fields* fields = fieldsOf(object.object()); fields && *fields) {
            if (const Value* value = (*fields)->find(name)) return *value;
        }
    }
    if (!found) return {};
    const Value attribute = *found;
    return describe(*this, attribute, object, *type);
}

void Interpreter::genericSetAttribute(const Value& object, Str* name, const Value& value) {
    Type* type = typeOf(object);
    const Value* found = type->find(name);
    if (found && found->isObject() && isDataDescriptor(found->object()->type)) {
        const Value attribute = *found;
        attribute.object()->type->slots.descriptorSet(*this, attribute, object, value);
        return;
    }
    Fields* fields = object.isObject() ? fieldsOf(object.object()) : nullptr;
    if (!fields) {
        if (found) raise<AttributeError>("'" + type->name + "' object attribute '" + name->text + "' is read-only");
        raise<AttributeError>("'" + type->name + "' object has no attribute '" + name->text + "'");
    }
    if (value.isEmpty()) {
        if (!*fields || !(*fields)->remove(name)) {
            raise<AttributeError>("'" + type->name + "' object has no attribute '" + name->text + "'");
        }
        return;
    }
    if (!*fields) *fields = dict();
    (*fields)->set(name, value);
}

// ---- attributes of types

Value typeGetAttribute(Interpreter& vm, const Value& self, Str* name) {
    Type& type = *static_cast<Type*>(self.object());
    Type* meta = type.type;
    const Value* ofMeta = meta->find(name);
    if (ofMeta && ofMeta->isObject() && isDataDescriptor(ofMeta->object()->type)) {
        const Value attribute = *ofMeta;
        return describe(vm, attribute, self, *meta);
    }
    if (const Value* found = type.find(name)) {
        const Value attribute = *found;
        return describe(vm, attribute, {}, type);
    }
    if (!ofMeta) return {};
    const Value attribute = *ofMeta;
    return describe(vm, attribute, self, *meta);
}

void typeSetAttribute(Interpreter& vm, const Value& self, Str* name, const Value& value) {
    Type& type = *static_cast<Type*>(self.object());
    if (!type.ofProgram) {
        raise<TypeError>("cannot set '" + name->text + "' attribute of immutable type '" + type.name + "'");
    }
    const Value* ofMeta = type.type->find(name);
    if (ofMeta && ofMeta->isObject() && isDataDescriptor(ofMeta->object()->type) && !value.isEmpty()) {
        const Value attribute = *ofMeta;
        attribute.object()->type->slots.descriptorSet(vm, attribute, self, value);
        return;
    }
    if (!value.isEmpty()) {
        type.set(name, value);
    } else if (!type.remove(name)) {
        raise<AttributeError>("type object '" + type.name + "' has no attribute '" + name->text + "'");
    }
}

}  // namespace backstep::python
