// SPDX-License-Identifier: GPL-3.0-or-later
// Dicts and sets: repr, comparison, | & - ^, indexing, iteration, `in`.
#include "engine/python/sequence_slots.h"
#include "engine/python/types_library.h"
#include "engine/python/types_views.h"

namespace backstep::python {
namespace {

Value dictRepr(Interpreter& vm, const Value& self) {
    const Recursion depth(vm, " while getting the repr of an object");
    const ReprGuard guard(vm, self);
    if (guard.again()) return vm.text("{...}");
    std::string out = "{";
    const Dict& dict = *self.as<Dict>();
    for (std::size_t i = 0; i < dict.entries.size(); ++i) {
        const Dict::Entry entry = dict.entries[i];
        if (entry.key.isEmpty()) continue;
        if (out.size() > 1) out += ", ";
        out += vm.repr(entry.key) + ": ";
        out += vm.repr(entry.value);
        vm.checkString(out.size());
    }
    return vm.text(out + "}");
}

Value dictCompare(Interpreter& vm, CompareOp op, const Value& self, const Value& other) {
    const Dict* b = other.as<Dict>();
    if (!b || (op != CompareOp::Equal && op != CompareOp::NotEqual)) return Value::notImplemented();
    const Recursion depth(vm, " in comparison");
    const bool wanted = op == CompareOp::Equal;
    const Dict& a = *self.as<Dict>();
    if (a.count != b->count) return Value(!wanted);
    for (std::size_t i = 0; i < a.entries.size(); ++i) {
        const Dict::Entry entry = a.entries[i];
        if (entry.key.isEmpty()) continue;
        const Value* value = other.as<Dict>()->find(vm, entry.key);
        if (!value) return Value(!wanted);
        const Value right = *value;
        if (!vm.equal(entry.value, right)) return Value(!wanted);
    }
    return Value(wanted);
}

void update(Interpreter& vm, Dict& dict, const Dict& from) {
    for (std::size_t i = 0; i < from.entries.size(); ++i) {
        const Dict::Entry entry = from.entries[i];
        if (!entry.key.isEmpty()) dict.set(vm, entry.key, entry.value);
    }
}

Value dictBinary(Interpreter& vm, BinaryOp op, const Value& self, const Value& other, bool reflected) {
    if (op != BinaryOp::BitOr || reflected || !other.is<Dict>()) return Value::notImplemented();
    const Ref<Dict> out = vm.dict();
    update(vm, *out, *self.as<Dict>());
    update(vm, *out, *other.as<Dict>());
    return out;
}
Value dictInplace(Interpreter& vm, BinaryOp op, const Value& self, const Value& other) {
    if (op != BinaryOp::BitOr) return Value::notImplemented();
    updateDict(vm, *self.as<Dict>(), other);  // any mapping or pairs, unlike |
    return self;
}

[[noreturn]] void noKey(const Value& key) { raise(typeOf(KeyError), std::vector<Value>{key}); }

Value dictGet(Interpreter& vm, const Value& self, const Value& key) {
    Dict& dict = *self.as<Dict>();
    const Str* name = key.as<Str>();
    if (Value* value = name && name->interned ? dict.find(const_cast<Str*>(name)) : dict.find(vm, key)) return *value;
    if (self.object()->type != vm.types.dict) {
        const Value missing = vm.findSpecial(self, vm.names.missing);
        if (!missing.isEmpty()) return vm.call(missing, {key});
    }
    noKey(key);
}
void dictSet(Interpreter& vm, const Value& self, const Value& key, const Value& value) { self.as<Dict>()->set(vm, key, value); }
void dictDelete(Interpreter& vm, const Value& self, const Value& key) {
    if (!self.as<Dict>()->remove(vm, key)) noKey(key);
}
std::int64_t dictLength(Interpreter&, const Value& self) { return static_cast<std::int64_t>(self.as<Dict>()->count); }
bool dictContains(Interpreter& vm, const Value& self, const Value& key) { return self.as<Dict>()->find(vm, key) != nullptr; }
Value dictIterate(Interpreter& vm, const Value& self) { return iterateDict(vm, Ref<Dict>(self.as<Dict>()), DictIterator::Part::Keys); }
Value itself(Interpreter&, const Value& self) { return self; }

bool dictNext(Interpreter& vm, const Value& self, Value& out) {
    DictIterator& it = *self.as<DictIterator>();
    if (!it.dict) return false;
    const Dict& dict = *it.dict;
    if (dict.count != it.count) {
        it.count = static_cast<std::size_t>(-1);  // and so for ever, as in CPython
        raise<RuntimeError>("dictionary changed size during iteration");
    }
    while (it.at < dict.entries.size() && dict.entries[it.at].key.isEmpty()) ++it.at;
    if (it.at >= dict.entries.size()) {
        it.dict = {};
        return false;
    }
    const Dict::Entry& entry = dict.entries[it.at++];
    switch (it.part) {
        case DictIterator::Part::Keys: out = entry.key; break;
        case DictIterator::Part::Values: out = entry.value; break;
        case DictIterator::Part::Items: out = vm.tuple({entry.key, entry.value}); break;
    }
    return true;
}

// ---- sets

Value setRepr(Interpreter& vm, const Value& self) {
    const Set& set = *self.as<Set>();
    const std::string& name = self.object()->type->name;
    const bool plain = self.object()->type == vm.types.set;
    if (set.used == 0) return vm.text(name + "()");
    const Recursion depth(vm, " while getting the repr of an object");
    const ReprGuard guard(vm, self);
    if (guard.again()) return vm.text(name + "(...)");
    std::vector<Value> items;
    for (const Set::Slot& slot : set.slots) {
        if (!slot.key.isEmpty()) items.push_back(slot.key);
    }
    std::string out;
    for (const Value& item : items) {
        out += (out.empty() ? "" : ", ") + vm.repr(item);
        vm.checkString(out.size());
    }
    return vm.text(plain ? "{" + out + "}" : name + "({" + out + "})");
}

bool within(Interpreter& vm, const Set& a, const Set& b) {
    for (std::size_t i = 0; i < a.slots.size(); ++i) {
        const Value key = a.slots[i].key;
        if (!key.isEmpty() && !const_cast<Set&>(b).contains(vm, key)) return false;
    }
    return true;
}

Value setCompare(Interpreter& vm, CompareOp op, const Value& self, const Value& other) {
    const Set* b = other.as<Set>();
    if (!b) return Value::notImplemented();
    const Set& a = *self.as<Set>();
    switch (op) {
        case CompareOp::Equal: return Value(a.used == b->used && within(vm, a, *b));
        case CompareOp::NotEqual: return Value(a.used != b->used || !within(vm, a, *b));
        case CompareOp::Less: return Value(a.used < b->used && within(vm, a, *b));
        case CompareOp::LessEqual: return Value(a.used <= b->used && within(vm, a, *b));
        case CompareOp::Greater: return Value(a.used > b->used && within(vm, *b, a));
        case CompareOp::GreaterEqual: return Value(a.used >= b->used && within(vm, *b, a));
        case CompareOp::In:
        case CompareOp::NotIn:
        case CompareOp::Is:
        case CompareOp::IsNot: break;
    }
    return Value::notImplemented();
}

std::uint64_t frozenHash(Interpreter&, const Value& self) {
    std::uint64_t hash = 0;
    for (const Set::Slot& slot : self.as<Set>()->slots) {
        if (!slot.key.isEmpty()) hash ^= (slot.hash ^ 89869747ULL ^ (slot.hash << 16)) * 3644798167ULL;
    }
    hash ^= (static_cast<std::uint64_t>(self.as<Set>()->used) + 1) * 1927868237ULL;
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash * 69069U + 907133923UL;
    return hash == ~std::uint64_t{0} ? 590923713UL : hash;
}

Value setBinary(Interpreter& vm, BinaryOp op, const Value& self, const Value& other, bool reflected) {
    if (reflected || !other.is<Set>() || !self.is<Set>()) return Value::notImplemented();
    const Set& a = *self.as<Set>();
    const Set& b = *other.as<Set>();
    auto out = make<Set>(self.object()->type->isSubtype(vm.types.frozenset) ? vm.types.frozenset : vm.types.set);
    const auto take = [&](const Set& from, const Set& against, bool wanted) {
        for (std::size_t i = 0; i < from.slots.size(); ++i) {
            const Set::Slot slot = from.slots[i];
            if (!slot.key.isEmpty() && const_cast<Set&>(against).contains(vm, slot.key) == wanted) out->add(slot.key, slot.hash, vm);
        }
    };
    using enum BinaryOp;
    switch (op) {
        case BitOr:
            out->merge(vm, a);
            out->merge(vm, b);
            return out;
        case BitAnd:
            if (b.used > a.used) {
                take(a, b, true);
            } else {
                take(b, a, true);
            }
            return out;
        case Subtract:
            if ((a.used >> 2) > b.used) {
                out->merge(vm, a);
                removeAll(vm, *out, other);
            } else {
                take(a, b, false);
            }
            return out;
        case BitXor: {
            // CPython copies the second and toggles the first in it.
            out->merge(vm, b);
            for (std::size_t i = 0; i < a.slots.size(); ++i) {
                const Value key = a.slots[i].key;
                if (!key.isEmpty() && !out->remove(vm, key)) out->add(vm, key);
            }
            return out;
        }
        case Add:
        case Multiply:
        case Divide:
        case Power:
        case FloorDivide:
        case Modulo:
        case MatrixMultiply:
        case ShiftLeft:
        case ShiftRight: break;
    }
    return Value::notImplemented();
}

Value setInplace(Interpreter& vm, BinaryOp op, const Value& self, const Value& other) {
    if (!other.is<Set>()) return Value::notImplemented();
    if (op == BinaryOp::BitOr) {
        self.as<Set>()->merge(vm, *other.as<Set>());
        return self;
    }
    if (op == BinaryOp::Subtract || op == BinaryOp::BitXor) {
        (op == BinaryOp::Subtract ? removeAll : toggleAll)(vm, *self.as<Set>(), other);
        return self;
    }
    Value made = setBinary(vm, op, self, other, false);
    if (made.isNotImplemented()) return made;
    Set& set = *self.as<Set>();
    std::swap(set.slots, made.as<Set>()->slots);
    std::swap(set.used, made.as<Set>()->used);
    std::swap(set.filled, made.as<Set>()->filled);
    std::swap(set.mark, made.as<Set>()->mark);
    return self;
}

std::int64_t setLength(Interpreter&, const Value& self) { return static_cast<std::int64_t>(self.as<Set>()->used); }
bool setContains(Interpreter& vm, const Value& self, const Value& item) {
    if (item.is<Set>() && !vm.typeOf(item)->slots.hash) {  // as the frozenset of the same keys
        auto frozen = make<Set>(vm.types.frozenset);
        frozen->merge(vm, *item.as<Set>());
        return self.as<Set>()->contains(vm, Value(frozen));
    }
    return self.as<Set>()->contains(vm, item);
}
Value setIterate(Interpreter& vm, const Value& self) {
    return make<NativeIterator>(vm.types.setIterator,
                                [self, at = std::size_t{0}, used = self.as<Set>()->used](Interpreter&, Value& out) mutable {
                                    const Set& set = *self.as<Set>();
                                    if (set.used != used) raise<RuntimeError>("Set changed size during iteration");
                                    while (at < set.slots.size() && set.slots[at].key.isEmpty()) ++at;
                                    if (at >= set.slots.size()) return false;
                                    out = set.slots[at++].key;
                                    return true;
                                });
}

}  // namespace

Value iterateDict(Interpreter& vm, const Ref<Dict>& dict, DictIterator::Part part) {
    auto it = make<DictIterator>(vm.types.dictIterator);
    it->dict = dict;
    it->count = dict->count;
    it->part = part;
    return it;
}

void installMappings(Interpreter& vm) {
    Slots& dict = vm.types.dict->slots;
    dict.repr = dictRepr;
    dict.compare = dictCompare;
    dict.hash = nullptr;
    dict.binary = dictBinary;
    dict.inplace = dictInplace;
    dict.getItem = dictGet;
    dict.setItem = dictSet;
    dict.deleteItem = dictDelete;
    dict.length = dictLength;
    dict.contains = dictContains;
    dict.iterate = dictIterate;
    vm.types.dictIterator->slots.iterate = itself;
    vm.types.dictIterator->slots.next = dictNext;
    for (Type* type : {vm.types.set, vm.types.frozenset}) {
        Slots& set = type->slots;
        set.repr = setRepr;
        set.compare = setCompare;
        set.hash = type == vm.types.set ? nullptr : frozenHash;
        set.binary = setBinary;
        if (type == vm.types.set) set.inplace = setInplace;
        set.length = setLength;
        set.contains = setContains;
        set.iterate = setIterate;
    }
}

}  // namespace backstep::python
