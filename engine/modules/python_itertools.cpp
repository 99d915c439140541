// SPDX-License-Identifier: GPL-3.0-or-later
// The module itertools: what makes one iterator out of others. What chooses and arranges is in python_itertools_choose.cpp.

#include "engine/modules/python_itertools.h"

#include "engine/python/numbers.h"
#include "engine/python/types_library.h"

namespace backstep::modules {

using python::raise;
using python::TypeError;
using python::ValueError;

namespace {

struct Makers {
    std::map<const python::Type*, Ref<python::NativeFunction>> byType;
};

// Calling one of the types: its maker, found by the type or a base of it, gives the iterator.
Value createByMaker(Interpreter& vm, python::Type& type, const python::Call& call) {
    for (const python::Type* each : type.mro) {
        const auto found = vm.state<Makers>().byType.find(each);
        if (found == vm.state<Makers>().byType.end()) continue;
        if (each != &type) python::unsupported("classes derived from itertools." + each->name);
        return found->second->call(vm, call);
    }
    raise<TypeError>("cannot create '" + type.name + "' instances");
}

Value count(Interpreter& vm, Arguments& a) {
    for (std::size_t i = 0; i < 2; ++i) {
        const auto& slots = vm.typeOf(a[i])->slots;
        if (!slots.index && !slots.real) raise<TypeError>("a number is required");
    }
    return python::makeIterator(vm, "count", [at = a[0], step = a[1]](Interpreter& v, Value& out) mutable {
        out = at;
        at = v.binary(BinaryOp::Add, at, step);
        return true;
    });
}

Value cycle(Interpreter& vm, Arguments& a) {
    return python::makeIterator(vm, "cycle",
                                [it = vm.iterate(a[0]), saved = vm.list(), at = std::size_t{0}](Interpreter& v, Value& out) mutable {
                                    auto& items = saved.as<python::List>()->items;
                                    if (!it.isEmpty() && v.next(it, out)) {
                                        python::willHold(*saved.object(), items.size() + 1);
                                        items.push_back(out);
                                        return true;
                                    }
                                    it = {};
                                    if (items.empty()) return false;
                                    out = items[at++ % items.size()];
                                    return true;
                                });
}

Value repeat(Interpreter& vm, Arguments& a) {
    const bool forever = !a.given(1);
    const std::int64_t times = forever ? 0 : a.integer(1);
    return python::makeIterator(vm, "repeat", [object = a[0], forever, left = times](Interpreter&, Value& out) mutable {
        if (!forever && left-- <= 0) return false;
        out = object;
        return true;
    });
}

Value accumulate(Interpreter& vm, Arguments& a) {
    return python::makeIterator(
        vm, "accumulate", [it = vm.iterate(a[0]), function = a[1], total = Value(), initial = a[2]](Interpreter& v, Value& out) mutable {
            if (total.isEmpty() && !initial.isNone()) {
                total = out = initial;
                return true;
            }
            Value item;
            if (!v.next(it, item)) return false;
            if (total.isEmpty()) {
                total = item;
            } else {
                total = function.isNone() ? v.binary(BinaryOp::Add, total, item) : v.call(function, {total, item});
            }
            out = total;
            return true;
        });
}

Value chained(Interpreter& vm, Value iterables) {
    return python::makeIterator(vm, "chain", [iterables = std::move(iterables), now = Value()](Interpreter& v, Value& out) mutable {
        python::Ticker tick(v);
        for (;; tick()) {
            if (!now.isEmpty()) {
                if (v.next(now, out)) return true;
                now = {};
            }
            Value each;
            if (iterables.isEmpty() || !v.next(iterables, each)) {
                iterables = {};
                return false;
            }
            now = v.iterate(each);
        }
    });
}

Value compress(Interpreter& vm, Arguments& a) {
    return python::makeIterator(vm, "compress", [data = vm.iterate(a[0]), selectors = vm.iterate(a[1])](Interpreter& v, Value& out) {
        python::Ticker tick(v);
        for (Value chosen;; tick()) {
            if (!v.next(data, out) || !v.next(selectors, chosen)) return false;
            if (v.truth(chosen)) return true;
        }
    });
}

Value dropWhile(Interpreter& vm, Arguments& a) {
    return python::makeIterator(vm, "dropwhile",
                                [predicate = a[0], it = vm.iterate(a[1]), dropping = true](Interpreter& v, Value& out) mutable {
                                    while (v.next(it, out)) {
                                        if (!dropping || !v.truth(v.call(predicate, {out}))) {
                                            dropping = false;
                                            return true;
                                        }
                                    }
                                    return false;
                                });
}

Value takeWhile(Interpreter& vm, Arguments& a) {
    return python::makeIterator(vm, "takewhile",
                                [predicate = a[0], it = vm.iterate(a[1]), ended = false](Interpreter& v, Value& out) mutable {
                                    if (ended || !v.next(it, out)) return false;
                                    ended = !v.truth(v.call(predicate, {out}));
                                    return !ended;
                                });
}

Value filterFalse(Interpreter& vm, Arguments& a) {
    return python::makeIterator(vm, "filterfalse", [predicate = a[0], it = vm.iterate(a[1])](Interpreter& v, Value& out) {
        while (v.next(it, out)) {
            if (!v.truth(predicate.isNone() ? out : v.call(predicate, {out}))) return true;
        }
        return false;
    });
}

Value starMap(Interpreter& vm, Arguments& a) {
    return python::makeIterator(vm, "starmap", [function = a[0], it = vm.iterate(a[1])](Interpreter& v, Value& out) {
        Value items;
        if (!v.next(it, items)) return false;
        const std::vector<Value> arguments = v.toVector(items);
        out = v.call(function, std::span<const Value>(arguments));
        return true;
    });
}

Value pairwise(Interpreter& vm, Arguments& a) {
    return python::makeIterator(vm, "pairwise", [it = vm.iterate(a[0]), before = Value()](Interpreter& v, Value& out) mutable {
        if (before.isEmpty() && !v.next(it, before)) return false;
        Value item;
        if (!v.next(it, item)) return false;
        out = v.tuple({before, item});
        before = item;
        return true;
    });
}

Value slice(Interpreter& vm, Arguments& a) {
    const auto given = a.rest();
    if (given.empty() || given.size() > 3) {
        raise<TypeError>("islice expected at " + std::string(given.empty() ? "least 2 arguments, got 1"
                                                                           : "most 4 arguments, got " + std::to_string(given.size() + 1)));
    }
    const auto whole = [&](const Value& v, std::int64_t standard, const char* message) {
        if (v.isNone()) return standard;
        const bool ok = (v.isInt() || v.isBool() || vm.typeOf(v)->slots.index) && !v.is<python::BigInt>() && vm.toIndex(v) >= 0;
        if (!ok) raise<ValueError>(message);
        return vm.toIndex(v);
    };
    constexpr const char* kStop = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
    constexpr const char* kBoth = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
    const bool one = given.size() == 1;
    const std::int64_t stop =
        whole(given[one ? 0 : 1], -1, one ? kStop : "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
    const std::int64_t start = one ? 0 : whole(given[0], 0, kBoth);
    const std::int64_t step = given.size() == 3 ? whole(given[2], 1, "Step for islice() must be a positive integer or None.") : 1;
    if (step < 1) raise<ValueError>("Step for islice() must be a positive integer or None.");
    return python::makeIterator(
        vm, "islice", [it = vm.iterate(a[0]), wanted = start, at = std::int64_t{0}, stop, step](Interpreter& v, Value& out) mutable {
            if (it.isEmpty()) return false;
            python::Ticker tick(v);
            const std::int64_t until = stop < 0 ? wanted : std::min(wanted, stop);
            for (; at < until; ++at) {
                tick();
                if (!v.next(it, out)) {
                    it = {};
                    return false;
                }
            }
            if ((stop >= 0 && wanted >= stop) || !v.next(it, out)) {
                it = {};
                return false;
            }
            ++at;
            if (__builtin_add_overflow(wanted, step, &wanted) || (stop >= 0 && wanted > stop)) wanted = stop;
            return true;
        });
}

Value zipLongest(Interpreter& vm, Arguments& a) {
    std::vector<Value> iterators;
    for (const Value& each : a.rest()) iterators.push_back(vm.iterate(each));
    std::size_t active = iterators.size();
    return python::makeIterator(vm, "zip_longest", [iterators, active, fill = a[0]](Interpreter& v, Value& out) mutable {
        std::vector<Value> items(iterators.size(), fill);
        if (active == 0) return false;
        for (std::size_t i = 0; i < iterators.size(); ++i) {
            if (iterators[i].isEmpty()) continue;
            Value item;
            if (v.next(iterators[i], item)) {
                items[i] = item;
            } else {
                iterators[i] = {};
                if (--active == 0) return false;
            }
        }
        out = v.tuple(std::move(items));
        return true;
    });
}

// ---- groupby and tee share what they have read

struct Groups {
    Value it, key, item, itemKey, groupKey;
    std::uint64_t group = 0;  // the number of the group that may still be read

    bool advance(Interpreter& vm) {
        if (!vm.next(it, item)) return false;
        itemKey = key.isNone() ? item : vm.call(key, {item});
        return true;
    }
};

Value groupBy(Interpreter& vm, Arguments& a) {
    auto groups = std::make_shared<Groups>();
    groups->it = vm.iterate(a[0]);
    groups->key = a[1];
    return python::makeIterator(vm, "groupby", [groups](Interpreter& v, Value& out) {
        ++groups->group;
        while (groups->itemKey.isEmpty() || (!groups->groupKey.isEmpty() && v.equal(groups->groupKey, groups->itemKey))) {
            if (!groups->advance(v)) return false;
        }
        groups->groupKey = groups->itemKey;
        const Value members = python::makeIterator(v, "_grouper", [groups, number = groups->group](Interpreter& w, Value& member) {
            if (groups->group != number) return false;
            if (groups->item.isEmpty()) {
                if (!groups->advance(w)) return false;
            }
            if (!w.equal(groups->groupKey, groups->itemKey)) return false;
            member = std::exchange(groups->item, Value());
            return true;
        });
        out = v.tuple({groups->groupKey, members});
        return true;
    });
}

struct Shared {
    Value it, items;
};

Value tee(Interpreter& vm, Arguments& a) {
    const std::int64_t n = a.integer(1);
    if (n < 0) raise<ValueError>("n must be >= 0");
    auto shared = std::make_shared<Shared>();
    shared->it = vm.iterate(a[0]);
    shared->items = vm.list();
    std::vector<Value> out;
    for (std::int64_t i = 0; i < n; ++i) {
        vm.countSteps(1);
        out.push_back(python::makeIterator(vm, "_tee", [shared, at = std::size_t{0}](Interpreter& v, Value& item) mutable {
            python::List& list = *shared->items.as<python::List>();
            if (at == list.items.size()) {
                if (!v.next(shared->it, item)) return false;
                python::willHold(list, list.items.size() + 1);
                list.items.push_back(item);
            }
            item = list.items[at++];
            return true;
        }));
    }
    return vm.tuple(std::move(out));
}

void fillItertools(Interpreter& vm, Module& m) {
    defineMaker(vm, m, "count(start=0, step=1)", count);
    defineMaker(vm, m, "cycle(iterable, /)", cycle);
    defineMaker(vm, m, "repeat(object, times=...)", repeat);
    defineMaker(vm, m, "accumulate(iterable, func=None, *, initial=None)", accumulate);
    python::Type* chain = defineMaker(vm, m, "chain(*iterables)", [](Interpreter& v, Arguments& a) {
        return chained(v, v.iterate(v.tuple({a.rest().begin(), a.rest().end()})));
    });
    python::defineClassMethod(*chain, "from_iterable(type, iterable, /)",
                              [](Interpreter& v, Arguments& a) { return chained(v, v.iterate(a[1])); });
    defineMaker(vm, m, "compress(data, selectors)", compress);
    defineMaker(vm, m, "dropwhile(predicate, iterable, /)", dropWhile);
    defineMaker(vm, m, "takewhile(predicate, iterable, /)", takeWhile);
    defineMaker(vm, m, "filterfalse(function, iterable, /)", filterFalse);
    defineMaker(vm, m, "starmap(function, iterable, /)", starMap);
    defineMaker(vm, m, "pairwise(iterable, /)", pairwise);
    defineMaker(vm, m, "islice(iterable, /, *stop)", slice);
    defineMaker(vm, m, "zip_longest(*iterables, fillvalue=None)", zipLongest);
    defineMaker(vm, m, "groupby(iterable, key=None)", groupBy);
    python::defineFunction(m, "tee(iterable, n=2, /)", tee);
    fillChoosing(vm, m);
}

}  // namespace

python::Type* defineMaker(Interpreter& vm, Module& module, std::string_view signature, python::NativeCode code) {
    const Ref<python::NativeFunction> maker = python::makeFunction(signature, std::move(code));
    python::Type* type = python::defineIteratorType(vm, maker->signature.name, module.name);
    type->slots.create = createByMaker;
    python::finishType(*type);
    vm.state<Makers>().byType[type] = maker;
    setConstant(vm, module, maker->signature.name, Value(type));
    return type;
}

void addItertools(Interpreter& vm) { vm.addModule("itertools", fillItertools); }

}  // namespace backstep::modules
