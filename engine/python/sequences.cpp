// SPDX-License-Identifier: GPL-3.0-or-later
// Lists, tuples, ranges and slices: the slots.
#include "engine/python/sequences.h"

#include <algorithm>

#include "engine/python/numbers.h"
#include "engine/python/sequence_slots.h"

namespace backstep::python {
namespace {

std::vector<Value>& itemsOf(const Value& self) {
    if (List* list = self.as<List>()) return list->items;
    return self.as<Tuple>()->items;
}
List& listOf(const Value& self) { return *self.as<List>(); }

// ---- repr, compare, hash

Value listRepr(Interpreter& vm, const Value& self) { return vm.text(reprOfItems(vm, self, listOf(self).items, "[", "]")); }

Value tupleRepr(Interpreter& vm, const Value& self) {
    const auto& items = self.as<Tuple>()->items;
    return vm.text(reprOfItems(vm, self, items, "(", items.size() == 1 ? ",)" : ")"));
}

Value compareItems(Interpreter& vm, CompareOp op, const Value& self, const Value& other) {
    const Recursion depth(vm, " in comparison");
    const auto& a = itemsOf(self);
    const auto& b = itemsOf(other);
    if ((op == CompareOp::Equal || op == CompareOp::NotEqual) && a.size() != b.size()) return Value(op == CompareOp::NotEqual);
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
        const Value x = a[i], y = b[i];
        if (vm.equal(x, y)) continue;
        if (op == CompareOp::Equal) return Value(false);
        if (op == CompareOp::NotEqual) return Value(true);
        return vm.compare(op, x, y);
    }
    return numericCompare(vm, op, Value(a.size()), Value(b.size()));
}
Value listCompare(Interpreter& vm, CompareOp op, const Value& self, const Value& other) {
    return other.is<List>() ? compareItems(vm, op, self, other) : Value::notImplemented();
}
Value tupleCompare(Interpreter& vm, CompareOp op, const Value& self, const Value& other) {
    return other.is<Tuple>() ? compareItems(vm, op, self, other) : Value::notImplemented();
}

// CPython's tuplehash (xxHash), so that sets of tuples print in its order.
std::uint64_t tupleHash(Interpreter& vm, const Value& self) {
    constexpr std::uint64_t prime1 = 11400714785074694791ULL, prime2 = 14029467366897019727ULL, prime5 = 2870177450012600261ULL;
    const auto& items = self.as<Tuple>()->items;
    std::uint64_t acc = prime5;
    for (const Value& item : items) {
        acc += vm.hash(item) * prime2;
        acc = (acc << 31) | (acc >> 33);
        acc *= prime1;
    }
    acc += items.size() ^ (prime5 ^ 3527539ULL);
    return acc == ~std::uint64_t{0} ? 1546275796 : acc;
}

// ---- + and *

std::vector<Value> repeated(const std::vector<Value>& items, std::int64_t times) {
    std::vector<Value> out;
    if (times <= 0 || items.empty()) return out;
    if (static_cast<double>(items.size()) * static_cast<double>(times) > 1e9)
        times = 1'000'000'000 / static_cast<std::int64_t>(items.size());
    struct Probe : Object {
    } probe;  // asks before the memory is taken
    willHold(probe, items.size() * static_cast<std::size_t>(times));
    Heap::current().letGo(probe);
    out.reserve(items.size() * static_cast<std::size_t>(times));
    for (std::int64_t i = 0; i < times; ++i) out.insert(out.end(), items.begin(), items.end());
    return out;
}
std::vector<Value> joined(const std::vector<Value>& a, const std::vector<Value>& b) {
    std::vector<Value> out;
    out.reserve(a.size() + b.size());
    out = a;
    out.insert(out.end(), b.begin(), b.end());
    return out;
}

template <class T>
Value sequenceBinary(Interpreter& vm, BinaryOp op, const Value& self, const Value& other, bool reflected) {
    constexpr bool isList = std::same_as<T, List>;
    const auto made = [&](std::vector<Value> items) { return isList ? vm.list(std::move(items)) : vm.tuple(std::move(items)); };
    if (op == BinaryOp::Add && !reflected) {
        if (const T* right = other.as<T>()) return made(joined(self.as<T>()->items, right->items));
        const Value tried = reflectedOf(vm, op, self, other);
        if (!tried.isNotImplemented()) return tried;
        raise<TypeError>(std::string("can only concatenate ") + (isList ? "list" : "tuple") + " (not \"" + vm.typeOf(other)->name +
                         "\") to " + (isList ? "list" : "tuple"));
    }
    if (op == BinaryOp::Multiply)
        return repeatSequence(vm, self, other, reflected, [&](std::int64_t n) { return made(repeated(self.as<T>()->items, n)); });
    return Value::notImplemented();
}

Value listInplace(Interpreter& vm, BinaryOp op, const Value& self, const Value& other) {
    List& list = listOf(self);
    if (op == BinaryOp::Add) {
        std::vector<Value> more = vm.toVector(other);
        willHold(list, list.items.size() + more.size());
        list.items.insert(list.items.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
        return self;
    }
    if (op == BinaryOp::Multiply && isInteger(other)) {
        std::vector<Value> all = repeated(list.items, vm.toIndex(other));
        willHold(list, all.size());
        list.items = std::move(all);
        return self;
    }
    return Value::notImplemented();
}

// ---- indexing

std::vector<Value> picked(const std::vector<Value>& items, const SliceRange& r) {
    std::vector<Value> out;
    out.reserve(static_cast<std::size_t>(r.count));
    for (std::int64_t i = 0; i < r.count; ++i) out.push_back(items[static_cast<std::size_t>(r.start + i * r.step)]);
    return out;
}

template <class T>
Value sequenceGet(Interpreter& vm, const Value& self, const Value& key) {
    constexpr bool isList = std::same_as<T, List>;
    const auto& items = self.as<T>()->items;
    if (key.isInt()) {
        const std::int64_t size = static_cast<std::int64_t>(items.size());
        const std::int64_t at = key.integer() < 0 ? key.integer() + size : key.integer();
        if (at >= 0 && at < size) return items[static_cast<std::size_t>(at)];
        raise<IndexError>(isList ? "list index out of range" : "tuple index out of range");
    }
    if (const Slice* slice = key.as<Slice>()) {
        const SliceRange r = sliceOn(vm, *slice, static_cast<std::int64_t>(items.size()));
        return isList ? vm.list(picked(items, r)) : vm.tuple(picked(items, r));
    }
    if (!isIndex(vm, key)) {
        raise<TypeError>(std::string(isList ? "list" : "tuple") + " indices must be integers or slices, not " + vm.typeOf(key)->name);
    }
    const std::int64_t at =
        placeOf(vm, key, static_cast<std::int64_t>(items.size()), isList ? "list index out of range" : "tuple index out of range");
    return items[static_cast<std::size_t>(at)];
}

void assignSlice(Interpreter& vm, List& list, const Slice& slice, const Value& value) {
    const Slots& given = vm.typeOf(value)->slots;
    if (!given.iterate && !given.getItem) {
        const bool extended = !slice.step.isNone() && !(slice.step.isInt() && slice.step.integer() == 1);
        raise<TypeError>(extended ? "must assign iterable to extended slice" : "can only assign an iterable");
    }
    std::vector<Value> with = vm.toVector(value);
    const SliceRange r = sliceOn(vm, slice, static_cast<std::int64_t>(list.items.size()));
    if (r.step == 1) {
        const auto from = static_cast<std::size_t>(r.start);
        const auto to = static_cast<std::size_t>(std::max(r.start, r.stop));
        willHold(list, list.items.size() - (to - from) + with.size());
        std::vector<Value> next(list.items.begin(), list.items.begin() + static_cast<std::ptrdiff_t>(from));
        next.insert(next.end(), with.begin(), with.end());
        next.insert(next.end(), list.items.begin() + static_cast<std::ptrdiff_t>(to), list.items.end());
        std::swap(list.items, next);
        return;
    }
    if (static_cast<std::int64_t>(with.size()) != r.count) {
        raise<ValueError>("attempt to assign sequence of size " + std::to_string(with.size()) + " to extended slice of size " +
                          std::to_string(r.count));
    }
    for (std::int64_t i = 0; i < r.count; ++i)
        list.items[static_cast<std::size_t>(r.start + i * r.step)] = with[static_cast<std::size_t>(i)];
}

void listSet(Interpreter& vm, const Value& self, const Value& key, const Value& value) {
    List& list = listOf(self);
    if (const Slice* slice = key.as<Slice>()) return assignSlice(vm, list, *slice, value);
    if (!isIndex(vm, key)) raise<TypeError>("list indices must be integers or slices, not " + vm.typeOf(key)->name);
    const std::int64_t at = placeOf(vm, key, static_cast<std::int64_t>(list.items.size()), "list assignment index out of range");
    list.items[static_cast<std::size_t>(at)] = value;
}

void listDelete(Interpreter& vm, const Value& self, const Value& key) {
    List& list = listOf(self);
    const auto size = static_cast<std::int64_t>(list.items.size());
    if (const Slice* slice = key.as<Slice>()) {
        const SliceRange r = sliceOn(vm, *slice, size);
        std::vector<bool> gone(list.items.size());
        for (std::int64_t i = 0; i < r.count; ++i) gone[static_cast<std::size_t>(r.start + i * r.step)] = true;
        std::vector<Value> kept;
        for (std::size_t i = 0; i < list.items.size(); ++i) {
            if (!gone[i]) kept.push_back(list.items[i]);
        }
        std::swap(list.items, kept);
    } else {
        if (!isIndex(vm, key)) raise<TypeError>("list indices must be integers or slices, not " + vm.typeOf(key)->name);
        const std::int64_t at = placeOf(vm, key, size, "list assignment index out of range");
        const Value dropped = std::move(list.items[static_cast<std::size_t>(at)]);
        list.items.erase(list.items.begin() + at);
    }
    willHold(list, list.items.size());
}

template <class T>
std::int64_t sequenceLength(Interpreter&, const Value& self) {
    return static_cast<std::int64_t>(self.as<T>()->items.size());
}
template <class T>
bool sequenceContains(Interpreter& vm, const Value& self, const Value& item) {
    for (std::size_t i = 0; i < self.as<T>()->items.size(); ++i) {
        const Value each = self.as<T>()->items[i];
        if (vm.equal(each, item)) return true;
    }
    return false;
}

// ---- iteration

Value sequenceIterate(Interpreter& vm, const Value& self) {
    auto it = make<SequenceIterator>(self.is<List>() ? vm.types.listIterator : vm.types.tupleIterator);
    it->sequence = Ref<Object>(self.object());
    return it;
}
bool sequenceNext(Interpreter&, const Value& self, Value& out) {
    SequenceIterator& it = *self.as<SequenceIterator>();
    if (!it.sequence) return false;
    const Value sequence(it.sequence.get());
    const List* list = sequence.as<List>();
    const auto& items = list != nullptr ? list->items : static_cast<const Tuple*>(sequence.object())->items;
    if (it.at < items.size()) {
        out = items[it.at++];
        return true;
    }
    it.sequence = {};
    return false;
}

// ---- range and slice

Value rangeRepr(Interpreter& vm, const Value& self) {
    const Range& r = *self.as<Range>();
    const std::string ends = std::to_string(r.start) + ", " + std::to_string(r.stop);
    return vm.text("range(" + ends + (r.step == 1 ? ")" : ", " + std::to_string(r.step) + ")"));
}
std::int64_t rangeLength(Interpreter&, const Value& self) { return self.as<Range>()->length(); }
Value rangeIterate(Interpreter& vm, const Value& self) {
    const Range& r = *self.as<Range>();
    auto it = make<RangeIterator>(vm.types.rangeIterator);
    it->next = r.start;
    it->step = r.step;
    it->left = r.length();
    return it;
}
bool rangeNext(Interpreter&, const Value& self, Value& out) {
    RangeIterator& it = *self.as<RangeIterator>();
    if (it.left == 0) return false;
    --it.left;
    out = Value(it.next);
    if (it.left > 0) it.next += it.step;
    return true;
}
Value rangeGet(Interpreter& vm, const Value& self, const Value& key) {
    const Range& r = *self.as<Range>();
    if (const Slice* slice = key.as<Slice>()) {
        const SliceRange s = sliceOn(vm, *slice, r.length());
        auto out = make<Range>(vm.types.range);
        out->start = r.start + s.start * r.step;
        out->stop = r.start + s.stop * r.step;
        out->step = r.step * s.step;
        return out;
    }
    if (!isIndex(vm, key)) raise<TypeError>("range indices must be integers or slices, not " + vm.typeOf(key)->name);
    return Value(r.start + placeOf(vm, key, r.length(), "range object index out of range") * r.step);
}
bool rangeContains(Interpreter& vm, const Value& self, const Value& item) {
    const Range& r = *self.as<Range>();
    if (!item.isInt() && !item.isBool()) {
        bool found = false;
        double number = 0;
        if (!Interpreter::asNumber(item, number)) return false;
        vm.forEach(self, [&](const Value& each) { found = found || vm.equal(each, item); });
        return found;
    }
    const std::int64_t n = item.integer();
    if (r.step > 0 ? n < r.start || n >= r.stop : n > r.start || n <= r.stop) return false;
    return (n - r.start) % r.step == 0;
}
Value rangeCompare(Interpreter&, CompareOp op, const Value& self, const Value& other) {
    const Range* b = other.as<Range>();
    if (!b || (op != CompareOp::Equal && op != CompareOp::NotEqual)) return Value::notImplemented();
    const Range& a = *self.as<Range>();
    const std::int64_t n = a.length();
    const bool equal = n == b->length() && (n == 0 || (a.start == b->start && (n == 1 || a.step == b->step)));
    return Value(equal == (op == CompareOp::Equal));
}
std::uint64_t rangeHash(Interpreter& vm, const Value& self) {
    const Range& r = *self.as<Range>();
    const std::int64_t n = r.length();
    return vm.hash(vm.tuple({Value(n), n > 0 ? Value(r.start) : Value::none(), n > 1 ? Value(r.step) : Value::none()}));
}
Value sliceRepr(Interpreter& vm, const Value& self) {
    const Slice& s = *self.as<Slice>();
    return vm.text("slice(" + vm.repr(s.start) + ", " + vm.repr(s.stop) + ", " + vm.repr(s.step) + ")");
}
Value sliceCompare(Interpreter& vm, CompareOp op, const Value& self, const Value& other) {
    const Slice* b = other.as<Slice>();
    if (!b || (op != CompareOp::Equal && op != CompareOp::NotEqual)) return Value::notImplemented();
    const Slice& a = *self.as<Slice>();
    const bool equal = vm.equal(a.start, b->start) && vm.equal(a.stop, b->stop) && vm.equal(a.step, b->step);
    return Value(equal == (op == CompareOp::Equal));
}

Value itself(Interpreter&, const Value& self) { return self; }

bool nativeNext(Interpreter& vm, const Value& self, Value& out) {
    NativeIterator& it = *self.as<NativeIterator>();
    if (!it.advance) return false;
    const Value held = self;  // NOLINT(performance-unnecessary-copy-initialization): the program may drop it meanwhile
    if (it.advance(vm, out)) return true;
    it.advance = nullptr;
    return false;
}

template <class T>
void installArray(Interpreter& vm, Type* type) {
    (void)vm;
    Slots& s = type->slots;
    s.binary = sequenceBinary<T>;
    s.getItem = sequenceGet<T>;
    s.length = sequenceLength<T>;
    s.contains = sequenceContains<T>;
    s.iterate = sequenceIterate;
}

}  // namespace

SliceRange sliceOn(Interpreter& vm, const Slice& slice, std::int64_t length) {
    const auto bound = [&](const Value& v) {  // far-away numbers are as good as the nearest int64
        if (!isIndex(vm, v)) raise<TypeError>("slice indices must be integers or None or have an __index__ method");
        if (const BigInt* b = v.as<BigInt>()) return b->number < 0 ? std::int64_t{-1} << 62 : std::int64_t{1} << 62;
        return std::clamp(vm.toIndex(v), std::int64_t{-1} << 62, std::int64_t{1} << 62);
    };
    SliceRange r;
    r.step = slice.step.isNone() ? 1 : bound(slice.step);
    if (r.step == 0) raise<ValueError>("slice step cannot be zero");
    const bool down = r.step < 0;
    const std::int64_t lowest = down ? -1 : 0, highest = down ? length - 1 : length;
    const auto placed = [&](const Value& v, std::int64_t standard) {
        if (v.isNone()) return standard;
        const std::int64_t n = bound(v);
        return std::clamp(n < 0 ? n + length : n, lowest, std::max(highest, lowest));
    };
    r.start = placed(slice.start, down ? highest : lowest);
    r.stop = placed(slice.stop, down ? lowest : highest);
    if (down ? r.stop < r.start : r.start < r.stop)
        r.count = down ? (r.start - r.stop - 1) / -r.step + 1 : (r.stop - r.start - 1) / r.step + 1;
    return r;
}

std::int64_t placeOf(Interpreter& vm, const Value& key, std::int64_t length, const char* outOfRange) {
    if (key.is<BigInt>()) raise<IndexError>("cannot fit 'int' into an index-sized integer");
    const std::int64_t n = vm.toIndex(key);
    const std::int64_t at = n < 0 ? n + length : n;
    if (at < 0 || at >= length) raise<IndexError>(outOfRange);
    return at;
}

std::string reprOfItems(Interpreter& vm, const Value& self, std::span<const Value> items, const char* open, const char* close) {
    const Recursion depth(vm, " while getting the repr of an object");
    const ReprGuard guard(vm, self);
    if (guard.again()) return std::string(open) + "..." + (*close == ',' ? close + 1 : close);
    std::string out = open;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) out += ", ";
        out += vm.repr(Value(items[i]));  // it may be replaced meanwhile
        vm.checkString(out.size());
    }
    return out + close;
}

void installSequences(Interpreter& vm) {
    installArray<List>(vm, vm.types.list);
    installArray<Tuple>(vm, vm.types.tuple);
    Slots& list = vm.types.list->slots;
    list.repr = listRepr;
    list.compare = listCompare;
    list.hash = nullptr;
    list.inplace = listInplace;
    list.setItem = listSet;
    list.deleteItem = listDelete;
    Slots& tuple = vm.types.tuple->slots;
    tuple.repr = tupleRepr;
    tuple.compare = tupleCompare;
    tuple.hash = tupleHash;
    for (Type* type : {vm.types.listIterator, vm.types.tupleIterator}) {
        type->slots.iterate = itself;
        type->slots.next = sequenceNext;
    }
    vm.types.rangeIterator->slots.iterate = itself;
    vm.types.rangeIterator->slots.next = rangeNext;
    vm.types.iterator->slots.iterate = itself;
    vm.types.iterator->slots.next = nativeNext;
    Slots& range = vm.types.range->slots;
    range.repr = rangeRepr;
    range.length = rangeLength;
    range.iterate = rangeIterate;
    range.getItem = rangeGet;
    range.contains = rangeContains;
    range.compare = rangeCompare;
    range.hash = rangeHash;
    vm.types.slice->slots.repr = sliceRepr;
    vm.types.slice->slots.compare = sliceCompare;
    vm.types.slice->slots.hash = nullptr;
    installText(vm);
    installMappings(vm);
}

}  // namespace backstep::python
