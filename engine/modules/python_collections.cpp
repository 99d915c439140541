// SPDX-License-Identifier: GPL-3.0-or-later
// The type deque, and the native parts of collections and operator, whose rest is written in Python.
#include <algorithm>
#include <deque>

#include "engine/modules/python_modules.h"
#include "engine/python/class_slots.h"
#include "engine/python/numbers.h"
#include "engine/python/sequences.h"
#include "engine/python/types_library.h"

namespace backstep::modules {
namespace {

using python::IndexError;
using python::raise;
using python::TypeError;
using python::ValueError;

struct Deque : python::Object {
    std::deque<Value> items;
    std::int64_t most = -1;  // maxlen; -1: none
    std::uint64_t changes = 0;
    Deque() = default;
    ~Deque() { python::Heap::current().letGo(*this); }
};

Deque& dequeOf(const Value& v) { return *v.as<Deque>(); }
void noteSize(Deque& d) {
    ++d.changes;
    python::willHold(d, d.items.size());
}

void push(Deque& d, const Value& item, bool left) {
    if (d.most == 0) return;
    python::willHold(d, d.items.size() + 1);
    Value dropped;
    if (left) {
        d.items.push_front(item);
        if (d.most >= 0 && static_cast<std::int64_t>(d.items.size()) > d.most) {
            dropped = std::move(d.items.back());
            d.items.pop_back();
        }
    } else {
        d.items.push_back(item);
        if (d.most >= 0 && static_cast<std::int64_t>(d.items.size()) > d.most) {
            dropped = std::move(d.items.front());
            d.items.pop_front();
        }
    }
    noteSize(d);
}

Value take(Deque& d, bool left) {
    if (d.items.empty()) raise<IndexError>("pop from an empty deque");
    Value item = left ? d.items.front() : d.items.back();
    if (left) {
        d.items.pop_front();
    } else {
        d.items.pop_back();
    }
    noteSize(d);
    return item;
}

void init(Interpreter& vm, const Value& self, const python::Call& call) {
    Deque& d = dequeOf(self);
    Value iterable = call.count > 0 ? call.values[0] : Value(), most = call.count > 1 ? call.values[1] : Value::none();
    if (call.count > 2) raise<TypeError>("deque() takes at most 2 arguments (" + std::to_string(call.count) + " given)");
    for (std::size_t i = 0; i < call.names.size(); ++i) {
        const std::string& name = call.names[i]->text;
        if (name != "maxlen" && name != "iterable") raise<TypeError>("'" + name + "' is an invalid keyword argument for deque()");
        (name == "maxlen" ? most : iterable) = call.keyword(i);
    }
    if (!most.isNone()) {
        if (!python::isInteger(most)) raise<TypeError>("an integer is required");
        d.most = vm.toIndex(most);
        if (d.most < 0) raise<ValueError>("maxlen must be non-negative");
    }
    d.items.clear();
    if (!iterable.isEmpty()) vm.forEach(iterable, [&](const Value& item) { push(d, item, false); });
}

Value repr(Interpreter& vm, const Value& self) {
    const Deque& d = dequeOf(self);
    const std::vector<Value> items(d.items.begin(), d.items.end());
    const std::string close = d.most >= 0 ? "], maxlen=" + std::to_string(d.most) + ")" : "])";
    return vm.text(python::reprOfItems(vm, self, items, (self.object()->type->name + "([").c_str(), close.c_str()));
}

Value compare(Interpreter& vm, CompareOp op, const Value& self, const Value& other) {
    if (!other.is<Deque>()) return Value::notImplemented();
    const std::vector<Value> a(dequeOf(self).items.begin(), dequeOf(self).items.end());
    const std::vector<Value> b(dequeOf(other).items.begin(), dequeOf(other).items.end());
    return vm.compare(op, vm.list(a), vm.list(b));
}

Value iterate(Interpreter& vm, const Value& self) {
    return python::makeIterator(vm, "_deque_iterator",
                                [self, at = std::size_t{0}, changes = dequeOf(self).changes](Interpreter&, Value& out) mutable {
                                    const Deque& d = dequeOf(self);
                                    if (d.changes != changes) raise<python::RuntimeError>("deque mutated during iteration");
                                    if (at >= d.items.size()) return false;
                                    out = d.items[at++];
                                    return true;
                                });
}

Ref<Deque> copied(const Value& self) {
    Deque& d = dequeOf(self);
    Ref<Deque> out = python::makeOf<Deque>(*d.type);
    out->most = d.most;
    python::willHold(*out, d.items.size());
    out->items = d.items;
    return out;
}

Value binary(Interpreter& vm, BinaryOp op, const Value& self, const Value& other, bool reflected) {
    if (op == BinaryOp::Add && !reflected && other.is<Deque>()) {
        const Ref<Deque> out = copied(self);
        for (const Value& item : std::deque<Value>(dequeOf(other).items)) push(*out, item, false);
        return out;
    }
    if (op == BinaryOp::Multiply && python::isInteger(other)) {
        const Ref<Deque> out = copied(self);
        const std::deque<Value> items = out->items;
        const std::int64_t times = vm.toIndex(other);
        out->items.clear();
        for (std::int64_t i = 0; i < times && !items.empty(); ++i) {
            vm.countSteps(1);
            for (const Value& item : items) push(*out, item, false);
        }
        noteSize(*out);
        return out;
    }
    return Value::notImplemented();
}

std::size_t placeOf(Interpreter& vm, const Value& self, const Value& key) {
    if (!python::isIndex(vm, key)) raise<TypeError>("sequence index must be integer, not '" + python::typeName(vm, key) + "'");
    return static_cast<std::size_t>(
        python::placeOf(vm, key, static_cast<std::int64_t>(dequeOf(self).items.size()), "deque index out of range"));
}

std::int64_t find(Interpreter& vm, const Value& self, const Value& wanted, std::int64_t from, std::int64_t to) {
    const std::uint64_t changes = dequeOf(self).changes;
    for (std::int64_t i = from; i < to; ++i) {
        const Value item = dequeOf(self).items[static_cast<std::size_t>(i)];
        const bool equal = vm.equal(item, wanted);
        if (dequeOf(self).changes != changes) raise<python::RuntimeError>("deque mutated during iteration");
        if (equal) return i;
    }
    return -1;
}

Value rotate(Interpreter&, Arguments& a) {
    Deque& d = a.as<Deque>(0);
    const auto size = static_cast<std::int64_t>(d.items.size());
    if (size == 0) return Value::none();
    const std::int64_t n = ((a.integer(1) % size) + size) % size;
    std::rotate(d.items.begin(), d.items.end() - n, d.items.end());
    ++d.changes;
    return Value::none();
}

void defineDequeMethods(python::Type& t) {
    const auto define = [&](const char* signature, void (*change)(Interpreter&, Deque&, Arguments&)) {
        python::defineMethod(t, signature, [change](Interpreter& vm, Arguments& a) -> Value {
            change(vm, a.as<Deque>(0), a);
            return Value::none();
        });
    };
    define("append(self, item, /)", [](Interpreter&, Deque& d, Arguments& a) { push(d, a[1], false); });
    define("appendleft(self, item, /)", [](Interpreter&, Deque& d, Arguments& a) { push(d, a[1], true); });
    define("extend(self, iterable, /)", [](Interpreter& vm, Deque& d, Arguments& a) {
        for (const Value& item : vm.toVector(a[1])) push(d, item, false);
    });
    define("extendleft(self, iterable, /)", [](Interpreter& vm, Deque& d, Arguments& a) {
        for (const Value& item : vm.toVector(a[1])) push(d, item, true);
    });
    define("clear(self, /)", [](Interpreter&, Deque& d, Arguments&) {
        const std::deque<Value> dropped = std::move(d.items);
        d.items.clear();
        noteSize(d);
    });
    define("reverse(self, /)", [](Interpreter&, Deque& d, Arguments&) { std::reverse(d.items.begin(), d.items.end()); });
    define("insert(self, index, object, /)", [](Interpreter&, Deque& d, Arguments& a) {
        const auto size = static_cast<std::int64_t>(d.items.size());
        if (d.most >= 0 && size >= d.most) raise<IndexError>("deque already at its maximum size");
        std::int64_t at = a.integer(1);
        if (at < 0) at = std::max<std::int64_t>(0, at + size);
        d.items.insert(d.items.begin() + std::min(at, size), a[2]);
        noteSize(d);
    });
    define("remove(self, value, /)", [](Interpreter& vm, Deque& d, Arguments& a) {
        const std::int64_t at = find(vm, a[0], a[1], 0, static_cast<std::int64_t>(d.items.size()));
        if (at < 0) raise<ValueError>(vm.repr(a[1]) + " is not in deque");
        d.items.erase(d.items.begin() + at);
        noteSize(d);
    });
    python::defineClassMethod(t, "__class_getitem__(type, item, /)", [](Interpreter& vm, Arguments& a) {
        return vm.call(vm.getAttribute(vm.importModule("types"), "GenericAlias"), {a[0], a[1]});
    });
    python::defineMethod(t, "pop(self, /)", [](Interpreter&, Arguments& a) { return take(a.as<Deque>(0), false); });
    python::defineMethod(t, "popleft(self, /)", [](Interpreter&, Arguments& a) { return take(a.as<Deque>(0), true); });
    python::defineMethod(t, "rotate(self, n=1, /)", rotate);
    python::defineMethod(t, "copy(self, /)", [](Interpreter&, Arguments& a) -> Value { return copied(a[0]); });
    python::defineMethod(t, "__copy__(self, /)", [](Interpreter&, Arguments& a) -> Value { return copied(a[0]); });
    python::defineMethod(t, "count(self, value, /)", [](Interpreter& vm, Arguments& a) -> Value {
        std::int64_t n = 0;
        for (const Value& item : std::deque<Value>(a.as<Deque>(0).items)) n += vm.equal(item, a[1]) ? 1 : 0;
        return Value(n);
    });
    python::defineMethod(t, "index(self, value, start=0, stop=9007199254740992, /)", [](Interpreter& vm, Arguments& a) -> Value {
        const auto size = static_cast<std::int64_t>(a.as<Deque>(0).items.size());
        const auto placed = [&](std::int64_t n) { return std::min(size, n < 0 ? std::max<std::int64_t>(0, n + size) : n); };
        const std::int64_t at = find(vm, a[0], a[1], placed(a.integer(2)), placed(a.integer(3)));
        if (at < 0) raise<ValueError>(vm.repr(a[1]) + " is not in deque");
        return Value(at);
    });
    python::defineProperty(t, "maxlen",
                           [](Interpreter&, const Value& d) { return dequeOf(d).most < 0 ? Value::none() : Value(dequeOf(d).most); });
}

python::Type* dequeType() {
    python::Type* type = python::defineType<Deque>("deque", "collections");
    python::Slots& s = type->slots;
    s.create = [](Interpreter&, python::Type& t, const python::Call&) -> Value { return python::makeOf<Deque>(t); };
    s.init = init;
    s.repr = repr;
    s.compare = compare;
    s.hash = nullptr;
    s.binary = binary;
    s.iterate = iterate;
    s.length = [](Interpreter&, const Value& d) { return static_cast<std::int64_t>(dequeOf(d).items.size()); };
    s.getItem = [](Interpreter& vm, const Value& d, const Value& key) { return dequeOf(d).items[placeOf(vm, d, key)]; };
    s.setItem = [](Interpreter& vm, const Value& d, const Value& key, const Value& value) {
        dequeOf(d).items[placeOf(vm, d, key)] = value;
    };
    s.deleteItem = [](Interpreter& vm, const Value& d, const Value& key) {
        const std::size_t at = placeOf(vm, d, key);
        dequeOf(d).items.erase(dequeOf(d).items.begin() + static_cast<std::ptrdiff_t>(at));
        noteSize(dequeOf(d));
    };
    s.inplace = [](Interpreter& vm, BinaryOp op, const Value& d, const Value& other) {
        if (op != BinaryOp::Add) return Value::notImplemented();
        for (const Value& item : vm.toVector(other)) push(dequeOf(d), item, false);
        return d;
    };
    defineDequeMethods(*type);
    python::finishType(*type);
    return type;
}

void fillCollections(Interpreter& vm, Module& m) {
    setConstant(vm, m, "deque", Value(dequeType()));
    // A class made at run time: namedtuple, dataclass.
    python::defineFunction(m, "make_class(name, bases, body, /)", [](Interpreter& v, Arguments& a) -> Value {
        std::vector<python::Type*> bases;
        for (const Value& base : v.toVector(a[1])) bases.push_back(base.as<python::Type>());
        return python::makeClass(v, a.text(0), bases, Ref<python::Dict>(a[2].as<python::Dict>()), {});
    });
    // A named field of a tuple.
    python::defineFunction(m, "field(index, name, /)", [](Interpreter& v, Arguments& a) -> Value {
        const auto property = python::make<python::NativeProperty>(v.types.nativeProperty);
        property->name = a.text(1);
        property->doc = "Alias for field number " + std::to_string(a.integer(0));
        property->owner = v.types.tuple;
        property->getter = [i = static_cast<std::size_t>(a.integer(0))](Interpreter&, const Value& self) {
            const auto& items = self.as<python::Tuple>()->items;
            if (i >= items.size()) raise<IndexError>("tuple index out of range");
            return items[i];
        };
        property->setter = [](Interpreter&, const Value&, const Value&) { raise<python::AttributeError>("can't set attribute"); };
        return property;
    });
    python::defineFunction(m, "tuple_new(type, items, /)", [](Interpreter& v, Arguments& a) -> Value {
        const Ref<python::Tuple> made = python::makeOf<python::Tuple>(*a[0].as<python::Type>());
        std::vector<Value> items = v.toVector(a[1]);
        python::willHold(*made, items.size());
        made->items = std::move(items);
        return made;
    });
}

// ---- operator

void fillOperator(Interpreter&, Module& m) {
    constexpr std::array kNames{"add",    "sub",  "mul", "truediv", "pow",    "floordiv", "mod",
                                "matmul", "and_", "or_", "xor",     "lshift", "rshift"};
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        const auto op = static_cast<BinaryOp>(i);
        std::string name = kNames[i];
        python::defineFunction(m, name + "(a, b, /)", [op](Interpreter& vm, Arguments& a) { return vm.binary(op, a[0], a[1]); });
        if (name.back() == '_') name.pop_back();
        python::defineFunction(m, "i" + name + "(a, b, /)", [op](Interpreter& vm, Arguments& a) { return vm.inplace(op, a[0], a[1]); });
    }
    constexpr std::array kComparisons{"lt", "le", "gt", "ge", "eq", "ne"};
    for (std::size_t i = 0; i < kComparisons.size(); ++i) {
        const auto op = static_cast<CompareOp>(i);
        python::defineFunction(m, std::string(kComparisons[i]) + "(a, b, /)",
                               [op](Interpreter& vm, Arguments& a) { return vm.compare(op, a[0], a[1]); });
    }
    python::defineFunction(m, "contains(a, b, /)", [](Interpreter& vm, Arguments& a) -> Value { return Value(vm.contains(a[0], a[1])); });
    python::defineFunction(m, "neg(a, /)", [](Interpreter& vm, Arguments& a) { return vm.unary(UnaryOp::Minus, a[0]); });
    python::defineFunction(m, "pos(a, /)", [](Interpreter& vm, Arguments& a) { return vm.unary(UnaryOp::Plus, a[0]); });
    python::defineFunction(m, "invert(a, /)", [](Interpreter& vm, Arguments& a) { return vm.unary(UnaryOp::Invert, a[0]); });
    python::defineFunction(m, "inv(a, /)", [](Interpreter& vm, Arguments& a) { return vm.unary(UnaryOp::Invert, a[0]); });
    python::defineFunction(m, "not_(a, /)", [](Interpreter& vm, Arguments& a) -> Value { return Value(!vm.truth(a[0])); });
    python::defineFunction(m, "truth(a, /)", [](Interpreter& vm, Arguments& a) -> Value { return Value(vm.truth(a[0])); });
    python::defineFunction(m, "is_(a, b, /)", [](Interpreter&, Arguments& a) -> Value { return Value(same(a[0], a[1])); });
    python::defineFunction(m, "is_not(a, b, /)", [](Interpreter&, Arguments& a) -> Value { return Value(!same(a[0], a[1])); });
    python::defineFunction(m, "getitem(a, b, /)", [](Interpreter& vm, Arguments& a) { return vm.getItem(a[0], a[1]); });
    python::defineFunction(m, "index(a, /)",
                           [](Interpreter& vm, Arguments& a) -> Value { return python::isInteger(a[0]) ? a[0] : Value(vm.toIndex(a[0])); });
    python::defineFunction(m, "setitem(a, b, c, /)", [](Interpreter& vm, Arguments& a) {
        vm.setItem(a[0], a[1], a[2]);
        return Value::none();
    });
    python::defineFunction(m, "delitem(a, b, /)", [](Interpreter& vm, Arguments& a) {
        vm.deleteItem(a[0], a[1]);
        return Value::none();
    });
}

void fillFunctools(Interpreter&, Module& m) {
    python::defineFunction(m, "reduce(function, iterable, initial=..., /)", [](Interpreter& vm, Arguments& a) -> Value {
        const Value it = vm.iterate(a[1]);
        Value total = a[2], item;
        if (total.isEmpty() && !vm.next(it, total)) raise<TypeError>("reduce() of empty iterable with no initial value");
        python::Ticker tick(vm);
        while (vm.next(it, item)) {
            tick();
            total = vm.call(a[0], {total, item});
        }
        return total;
    });
}

}  // namespace

void addCollections(Interpreter& vm) {
    vm.addModule("_collections", fillCollections);
    vm.addModule("_operator", fillOperator);
    vm.addModule("_functools", fillFunctools);
}

}  // namespace backstep::modules
