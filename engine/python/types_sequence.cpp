// SPDX-License-Identifier: GPL-3.0-or-later
// list, tuple, range and slice: making them, their methods.
#include <algorithm>

#include "engine/python/numbers.h"
#include "engine/python/sequences.h"
#include "engine/python/types_library.h"

namespace backstep::python {
namespace {

// ---- list

Value createList(Interpreter&, Type& type, const Call&) { return makeOf<List>(type); }

void initList(Interpreter& vm, const Value& self, const Call& call) {
    takesPositional(call, "list", 0, 1);
    List& list = *self.as<List>();
    std::vector<Value> items;
    if (call.count == 1) items = vm.toVector(call.values[0]);
    willHold(list, items.size());
    list.items.swap(items);
}

Value append(Interpreter&, Arguments& a) {
    List& list = a.as<List>(0);
    willHold(list, list.items.size() + 1);
    list.items.push_back(a[1]);
    return Value::none();
}

Value extend(Interpreter& vm, Arguments& a) {
    List& list = a.as<List>(0);
    const std::vector<Value> items = vm.toVector(a[1]);
    willHold(list, list.items.size() + items.size());
    list.items.insert(list.items.end(), items.begin(), items.end());
    return Value::none();
}

Value insert(Interpreter&, Arguments& a) {
    List& list = a.as<List>(0);
    const auto size = static_cast<std::int64_t>(list.items.size());
    std::int64_t at = a.integer(1);
    if (at < 0) at = std::max<std::int64_t>(0, at + size);
    willHold(list, list.items.size() + 1);
    list.items.insert(list.items.begin() + std::min(at, size), a[2]);
    return Value::none();
}

Value pop(Interpreter&, Arguments& a) {
    List& list = a.as<List>(0);
    const auto size = static_cast<std::int64_t>(list.items.size());
    std::int64_t at = a.integer(1);
    if (size == 0) raise<IndexError>("pop from empty list");
    if (at < 0) at += size;
    if (at < 0 || at >= size) raise<IndexError>("pop index out of range");
    Value taken = std::move(list.items[static_cast<std::size_t>(at)]);
    list.items.erase(list.items.begin() + at);
    willHold(list, list.items.size());
    return taken;
}

const std::vector<Value>& itemsOf(const Value& self) {
    if (const List* list = self.as<List>()) return list->items;
    return self.as<Tuple>()->items;
}

// -1: is not there. The comparison may run the program, which may change the list.
std::int64_t placeIn(Interpreter& vm, const Value& self, const Value& wanted, std::int64_t from, std::int64_t to) {
    Ticker tick(vm);
    for (std::int64_t i = from; i < to && i < static_cast<std::int64_t>(itemsOf(self).size()); ++i) {
        const Value item = itemsOf(self)[static_cast<std::size_t>(i)];
        tick();
        if (vm.equal(item, wanted)) return i;
    }
    return -1;
}

Value remove(Interpreter& vm, Arguments& a) {
    List& list = a.as<List>(0);
    const std::int64_t at = placeIn(vm, a[0], a[1], 0, static_cast<std::int64_t>(list.items.size()));
    if (at < 0 || at >= static_cast<std::int64_t>(list.items.size())) raise<ValueError>("list.remove(x): x not in list");
    const Value dropped = std::move(list.items[static_cast<std::size_t>(at)]);
    list.items.erase(list.items.begin() + at);
    willHold(list, list.items.size());
    return Value::none();
}

Value indexIn(Interpreter& vm, Arguments& a) {
    const auto size = static_cast<std::int64_t>(itemsOf(a[0]).size());
    const auto placed = [&](std::size_t i) {
        if (!isIndex(vm, a[i])) raise<TypeError>("slice indices must be integers or have an __index__ method");
        const std::int64_t n = a[i].is<BigInt>() ? size : vm.toIndex(a[i]);
        return n < 0 ? std::max<std::int64_t>(0, n + size) : n;
    };
    const std::int64_t from = a.given(2) ? placed(2) : 0, to = a.given(3) ? placed(3) : size;
    const std::int64_t at = placeIn(vm, a[0], a[1], from, to);
    if (at >= 0) return Value(at);
    if (a[0].is<Tuple>()) raise<ValueError>("tuple.index(x): x not in tuple");
    raise<ValueError>(vm.repr(a[1]) + " is not in list");
}

Value countIn(Interpreter& vm, Arguments& a) {
    std::int64_t n = 0;
    for (std::size_t i = 0; i < itemsOf(a[0]).size(); ++i) {
        const Value item = itemsOf(a[0])[i];
        n += vm.equal(item, a[1]) ? 1 : 0;
    }
    return Value(n);
}

Value sortList(Interpreter& vm, Arguments& a) {
    List& list = a.as<List>(0);
    const bool reverse = a.truth(2);
    std::vector<Value> items;
    items.swap(list.items);  // the program sees an empty list meanwhile
    const auto restore = [&]() {
        const bool changed = !list.items.empty();
        const std::vector<Value> dropped = std::move(list.items);
        list.items = std::move(items);
        willHold(list, list.items.size());
        return changed;
    };
    try {
        sortItems(vm, items, a[1], reverse);
    } catch (...) {
        restore();
        throw;
    }
    if (restore()) raise<ValueError>("list modified during sort");
    return Value::none();
}

void installList(Interpreter& vm) {
    Type& type = *vm.types.list;
    type.slots.create = createList;
    type.slots.init = initList;
    defineMethod(type, "append(self, object, /)", append);
    defineMethod(type, "extend(self, iterable, /)", extend);
    defineMethod(type, "insert(self, index, object, /)", insert);
    defineMethod(type, "pop(self, index=-1, /)", pop);
    defineMethod(type, "remove(self, value, /)", remove);
    defineMethod(type, "index(self, value, start=..., stop=..., /)", indexIn);
    defineMethod(type, "count(self, value, /)", countIn);
    defineMethod(type, "sort(self, *, key=None, reverse=False)", sortList);
    defineMethod(type, "clear(self, /)", [](Interpreter&, Arguments& a) -> Value {
        List& list = a.as<List>(0);
        const std::vector<Value> dropped = std::move(list.items);
        list.items.clear();
        willHold(list, 0);
        return Value::none();
    });
    defineMethod(type, "copy(self, /)", [](Interpreter& v, Arguments& a) -> Value { return v.list(a.as<List>(0).items); });
    defineMethod(type, "reverse(self, /)", [](Interpreter&, Arguments& a) -> Value {
        List& list = a.as<List>(0);
        std::reverse(list.items.begin(), list.items.end());
        return Value::none();
    });
    defineMethod(type, "__reversed__(self, /)", [](Interpreter& v, Arguments& a) -> Value { return reversedOf(v, a[0]); });
}

// ---- tuple

Value createTuple(Interpreter& vm, Type& type, const Call& call) {
    takesPositional(call, "tuple", 0, 1);
    if (&type == vm.types.tuple) {
        if (call.count == 0) return vm.tuple();
        if (call.values[0].isObject() && call.values[0].object()->type == &type) return call.values[0];
        return vm.tuple(vm.toVector(call.values[0]));
    }
    const Ref<Tuple> made = makeOf<Tuple>(type);
    if (call.count == 1) {
        std::vector<Value> items = vm.toVector(call.values[0]);
        willHold(*made, items.size());
        made->items = std::move(items);
    }
    return made;
}

// ---- range

Value createRange(Interpreter& vm, Type&, const Call& call) {
    takesPositional(call, "range", 1, 3);
    const auto whole = [&](const Value& v) {
        if (v.is<BigInt>()) unsupported("range() beyond 64 bits");
        return vm.toIndex(v);
    };
    const auto made = make<Range>(vm.types.range);
    if (call.count == 1) {
        made->stop = whole(call.values[0]);
    } else {
        made->start = whole(call.values[0]);
        made->stop = whole(call.values[1]);
        if (call.count == 3) made->step = whole(call.values[2]);
    }
    if (made->step == 0) raise<ValueError>("range() arg 3 must not be zero");
    return made;
}

// -1: is not in it.
std::int64_t placeInRange(Interpreter& vm, const Range& range, const Value& v) {
    if (v.isInt() || v.isBool()) {
        const std::int64_t n = v.integer();
        const bool inside = range.step > 0 ? n >= range.start && n < range.stop : n <= range.start && n > range.stop;
        if (!inside || (n - range.start) % range.step != 0) return -1;
        return (n - range.start) / range.step;
    }
    const std::int64_t length = range.length();
    Ticker tick(vm);
    for (std::int64_t i = 0; i < length; ++i) {
        tick();
        if (vm.equal(Value(range.start + i * range.step), v)) return i;
    }
    return -1;
}

void installRange(Interpreter& vm) {
    Type& type = *vm.types.range;
    type.mayDerive = false;
    type.slots.create = createRange;
    defineProperty(type, "start", [](Interpreter&, const Value& r) { return Value(r.as<Range>()->start); });
    defineProperty(type, "stop", [](Interpreter&, const Value& r) { return Value(r.as<Range>()->stop); });
    defineProperty(type, "step", [](Interpreter&, const Value& r) { return Value(r.as<Range>()->step); });
    defineMethod(type, "count(self, value, /)",
                 [](Interpreter& v, Arguments& a) -> Value { return Value(placeInRange(v, a.as<Range>(0), a[1]) < 0 ? 0 : 1); });
    defineMethod(type, "index(self, value, /)", [](Interpreter& v, Arguments& a) -> Value {
        const std::int64_t at = placeInRange(v, a.as<Range>(0), a[1]);
        if (at < 0) raise<ValueError>(isInteger(a[1]) ? v.repr(a[1]) + " is not in range" : "sequence.index(x): x not in sequence");
        return Value(at);
    });
    defineMethod(type, "__reversed__(self, /)", [](Interpreter& v, Arguments& a) -> Value { return reversedOf(v, a[0]); });
}

// ---- slice

Value createSlice(Interpreter& vm, Type&, const Call& call) {
    takesPositional(call, "slice", 1, 3);
    const auto made = make<Slice>(vm.types.slice);
    made->start = call.count > 1 ? call.values[0] : Value::none();
    made->stop = call.values[call.count > 1 ? 1 : 0];
    made->step = call.count > 2 ? call.values[2] : Value::none();
    return made;
}

void installSlice(Interpreter& vm) {
    Type& type = *vm.types.slice;
    type.mayDerive = false;
    type.slots.create = createSlice;
    defineProperty(type, "start", [](Interpreter&, const Value& s) { return s.as<Slice>()->start; });
    defineProperty(type, "stop", [](Interpreter&, const Value& s) { return s.as<Slice>()->stop; });
    defineProperty(type, "step", [](Interpreter&, const Value& s) { return s.as<Slice>()->step; });
    defineMethod(type, "indices(self, length, /)", [](Interpreter& v, Arguments& a) -> Value {
        const std::int64_t length = a.integer(1);
        if (length < 0) raise<ValueError>("length should not be negative");
        const SliceRange r = sliceOn(v, a.as<Slice>(0), length);
        return v.tuple({Value(r.start), Value(r.stop), Value(r.step)});
    });
}

}  // namespace

void installSequenceTypes(Interpreter& vm) {
    installList(vm);
    Type& tuple = *vm.types.tuple;
    tuple.slots.create = createTuple;
    defineMethod(tuple, "index(self, value, start=..., stop=..., /)", indexIn);
    defineMethod(tuple, "count(self, value, /)", countIn);
    installRange(vm);
    installSlice(vm);
}

}  // namespace backstep::python
