// SPDX-License-Identifier: GPL-3.0-or-later
// dict_keys, dict_values and dict_items, and what they are called of an OrderedDict.
#include "engine/python/types_views.h"

#include <algorithm>

#include "engine/python/types_library.h"

namespace backstep::python {
namespace {

using Part = DictIterator::Part;

struct ViewTypes {
    std::array<Type*, 3> byPart{}, ordered{};
};

bool isOrdered(const Type& type) {
    const auto isOrderedDict = [](const Type* each) { return each->name == "OrderedDict" && each->module == "collections"; };
    return type.mro.size() > 2 && std::any_of(type.mro.begin(), type.mro.end(), isOrderedDict);  // dict, object
}

const DictView& viewIn(const Value& self) { return *self.as<DictView>(); }
bool isSetLike(const Value& v) {
    const DictView* view = v.as<DictView>();
    return v.is<Set>() || (view && view->part != Part::Values);
}

std::int64_t viewLength(Interpreter&, const Value& self) { return static_cast<std::int64_t>(viewIn(self).dict->count); }
Value viewIterate(Interpreter& vm, const Value& self) { return iterateDict(vm, viewIn(self).dict, viewIn(self).part); }

bool viewContains(Interpreter& vm, const Value& self, const Value& item) {
    const DictView& view = viewIn(self);
    switch (view.part) {
        case Part::Keys: return view.dict->find(vm, item) != nullptr;
        case Part::Values: {
            bool found = false;
            vm.forEach(self, [&](const Value& value) { found = found || vm.equal(value, item); });
            return found;
        }
        case Part::Items: break;
    }
    const Tuple* pair = item.as<Tuple>();
    if (!pair || pair->items.size() != 2) return false;
    const Value* found = view.dict->find(vm, pair->items[0]);
    if (!found) return false;
    const Value value = *found;
    return vm.equal(value, pair->items[1]);
}

Value viewRepr(Interpreter& vm, const Value& self) {
    const std::vector<Value> items = vm.toVector(self);
    const std::string name = self.object()->type->name;
    return vm.text(reprOfItems(vm, self, items, (name + "([").c_str(), "])"));
}

bool within(Interpreter& vm, const Value& inner, const Value& outer) {
    const Value it = vm.iterate(inner);
    for (Value item; vm.next(it, item);) {
        if (!vm.contains(outer, item)) return false;
    }
    return true;
}

Value viewCompare(Interpreter& vm, CompareOp op, const Value& self, const Value& other) {
    if (!isSetLike(self) || !isSetLike(other)) return Value::notImplemented();
    const std::int64_t a = vm.length(self), b = vm.length(other);
    switch (op) {
        case CompareOp::Equal: return Value(a == b && within(vm, self, other));
        case CompareOp::NotEqual: return Value(a != b || !within(vm, self, other));
        case CompareOp::Less: return Value(a < b && within(vm, self, other));
        case CompareOp::LessEqual: return Value(a <= b && within(vm, self, other));
        case CompareOp::Greater: return Value(a > b && within(vm, other, self));
        case CompareOp::GreaterEqual: return Value(a >= b && within(vm, other, self));
        case CompareOp::In:
        case CompareOp::NotIn:
        case CompareOp::Is:
        case CompareOp::IsNot: break;
    }
    return Value::notImplemented();
}

Ref<Set> intersection(Interpreter& vm, Value self, Value other) {
    if (!self.is<DictView>()) std::swap(self, other);
    const std::int64_t length = vm.length(self);
    const bool swapSet = other.is<Set>() && length <= vm.length(other);
    const bool swapView = other.is<DictView>() && isSetLike(other) && vm.length(other) > length;
    if (swapSet || swapView) std::swap(self, other);
    const Ref<Set> out = vm.set();
    vm.forEach(other, [&](const Value& key) {
        if (vm.contains(self, key)) out->add(vm, key);
    });
    return out;
}

Value viewBinary(Interpreter& vm, BinaryOp op, const Value& self, const Value& other, bool reflected) {
    if (!isSetLike(self)) return Value::notImplemented();
    const Value& left = reflected ? other : self;
    const Value& right = reflected ? self : other;
    using enum BinaryOp;
    if (op == BitAnd) return intersection(vm, left, right);
    if (op != BitOr && op != Subtract && op != BitXor) return Value::notImplemented();
    const DictView* keys = left.as<DictView>();
    const Ref<Set> out = setOf(vm, keys && keys->part == Part::Keys ? Value(keys->dict) : left);
    if (op == BitOr) updateSet(vm, *out, right);
    if (op == Subtract) removeAll(vm, *out, right);
    if (op == BitXor) toggleAll(vm, *out, right);
    return out;
}

}  // namespace

Value viewOf(Interpreter& vm, const Value& dict, Part part) {
    const ViewTypes& types = vm.state<ViewTypes>();
    auto view = make<DictView>((isOrdered(*dict.object()->type) ? types.ordered : types.byPart)[static_cast<std::size_t>(part)]);
    view->dict = Ref<Dict>(dict.as<Dict>());
    view->part = part;
    return view;
}

Value reversedDict(Interpreter& vm, const Ref<Dict>& dict, Part part) {
    constexpr std::array<const char*, 3> kNames{"dict_reversekeyiterator", "dict_reversevalueiterator", "dict_reverseitemiterator"};
    const auto advance = [dict, part, at = dict->entries.size(), count = dict->count](Interpreter& v, Value& out) mutable {
        if (dict->count != count) raise<RuntimeError>("dictionary changed size during iteration");
        while (at > 0 && (at > dict->entries.size() || dict->entries[at - 1].key.isEmpty())) --at;
        if (at == 0) return false;
        const Dict::Entry& entry = dict->entries[--at];
        out = part == Part::Keys ? entry.key : part == Part::Values ? entry.value : v.tuple({entry.key, entry.value});
        return true;
    };
    return makeIterator(vm, kNames[static_cast<std::size_t>(part)], advance);
}

void installViewTypes(Interpreter& vm) {
    constexpr std::array<const char*, 3> kNames{"dict_keys", "dict_values", "dict_items"};
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        Type* type = defineType<DictView>(kNames[i], "builtins");
        type->mayDerive = false;
        Slots& s = type->slots;
        s.repr = viewRepr;
        s.length = viewLength;
        s.iterate = viewIterate;
        s.contains = viewContains;
        s.create = nullptr;
        if (static_cast<Part>(i) != Part::Values) {
            s.compare = viewCompare;
            s.binary = viewBinary;
            s.hash = nullptr;
            defineMethod(*type, "isdisjoint(self, other, /)", [](Interpreter& v, Arguments& a) -> Value {
                const Value it = v.iterate(a[1]);
                for (Value item; v.next(it, item);) {
                    if (v.contains(a[0], item)) return Value(false);
                }
                return Value(true);
            });
        }
        defineMethod(*type, "__reversed__(self, /)", [](Interpreter& v, Arguments& a) -> Value {
            const DictView& view = a.as<DictView>(0);
            return reversedDict(v, view.dict, view.part);
        });
        defineProperty(*type, "mapping", [](Interpreter&, const Value& self) -> Value { return viewIn(self).dict; });
        finishType(*type);
        Type* ordered = defineType<DictView>(std::string("o") + kNames[i], "builtins", type);
        finishType(*ordered);
        vm.state<ViewTypes>().byPart[i] = type;
        vm.state<ViewTypes>().ordered[i] = ordered;
    }
}

}  // namespace backstep::python
