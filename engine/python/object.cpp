// SPDX-License-Identifier: GPL-3.0-or-later
// Strings, sequences and dicts as containers; what programs see of them is in types_*.cpp.
#include "engine/python/object.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "engine/python/interpreter.h"

namespace backstep::python {
namespace {

constexpr std::uint64_t kModulus = (std::uint64_t{1} << 61) - 1;  // CPython's, so that 1, 1.0 and True hash alike
constexpr std::size_t kSearched = 8;                              // so many entries of a dict need no index

std::uint64_t finished(std::int64_t hash) { return static_cast<std::uint64_t>(hash == -1 ? -2 : hash); }

}  // namespace

Instance::~Instance() = default;

Str::Str(std::string s) : text(std::move(s)) {
    length = static_cast<std::uint32_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
    if (text.size() >= 1024) Heap::current().holdMemory(*this, text.size());
}

BigInt::BigInt(mpz_class n) : number(std::move(n)) { Heap::current().holdMemory(*this, mpz_size(number.get_mpz_t()) * sizeof(mp_limb_t)); }

List::List(std::vector<Value> v) : items(std::move(v)) { willHold(*this, items.size()); }
List::~List() { Heap::current().letGo(*this); }
Tuple::Tuple(std::vector<Value> v) : items(std::move(v)) { willHold(*this, items.size()); }
Tuple::~Tuple() { Heap::current().letGo(*this); }
Dict::~Dict() { Heap::current().letGo(*this); }

std::uint64_t hashOf(std::string_view text) {
    std::uint64_t h = 14695981039346656037ULL;
    for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    h ^= h >> 29;
    return h < 2 ? h + 2 : h;
}

std::uint64_t hashOf(std::int64_t number) {
    const bool negative = number < 0;
    const std::uint64_t size = negative ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
    const auto rest = static_cast<std::int64_t>(size % kModulus);
    return finished(negative ? -rest : rest);
}

// CPython's _Py_HashDouble.
std::uint64_t hashOf(double number) {
    if (!std::isfinite(number)) return std::isinf(number) ? finished(number > 0 ? 314159 : -314159) : 0;
    int exponent = 0;
    double m = std::frexp(number, &exponent);
    const bool negative = m < 0;
    if (negative) m = -m;
    std::uint64_t x = 0;
    while (m != 0) {
        x = ((x << 28) & kModulus) | (x >> (61 - 28));
        m *= 268435456.0;
        exponent -= 28;
        const auto y = static_cast<std::uint64_t>(m);
        m -= static_cast<double>(y);
        x += y;
        if (x >= kModulus) x -= kModulus;
    }
    exponent = exponent >= 0 ? exponent % 61 : 60 - ((-1 - exponent) % 61);
    x = ((x << exponent) & kModulus) | (x >> (61 - exponent));
    return finished(negative ? -static_cast<std::int64_t>(x) : static_cast<std::int64_t>(x));
}

std::int64_t Range::length() const {
    if (step > 0 ? start >= stop : start <= stop) return 0;
    const auto distance = step > 0 ? static_cast<std::uint64_t>(stop) - static_cast<std::uint64_t>(start)
                                   : static_cast<std::uint64_t>(start) - static_cast<std::uint64_t>(stop);
    const auto size = step > 0 ? static_cast<std::uint64_t>(step) : 0 - static_cast<std::uint64_t>(step);
    return static_cast<std::int64_t>((distance - 1) / size + 1);
}

Dict* Module::globals() { return fields.get(); }

// ---- Dict

int Dict::place(Str* interned) const {
    if (index.empty()) {
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const Value& key = entries[i].key;
            if (!key.isObject()) continue;
            if (key.object() == interned) return static_cast<int>(i);
            if (entries[i].hash == interned->hash) {  // a string that was made at run time
                const Str* other = key.as<Str>();
                if (other && other->text == interned->text) return static_cast<int>(i);
            }
        }
        return -1;
    }
    const std::size_t mask = index.size() - 1;
    for (std::size_t at = interned->hash & mask;; at = (at + 1) & mask) {
        const std::int32_t i = index[at];
        if (i == -1) return -1;
        if (i < 0) continue;
        const Entry& entry = entries[static_cast<std::size_t>(i)];
        if (!entry.key.isObject()) continue;
        if (entry.key.object() == interned) return i;
        if (entry.hash == interned->hash) {
            const Str* other = entry.key.as<Str>();
            if (other && other->text == interned->text) return i;
        }
    }
}

Value* Dict::find(Str* interned) {
    const int at = place(interned);
    return at < 0 ? nullptr : &entries[static_cast<std::size_t>(at)].value;
}

void Dict::set(Str* interned, Value value) {
    const int at = place(interned);
    if (at >= 0) {
        entries[static_cast<std::size_t>(at)].value = std::move(value);
    } else {
        append(interned, interned->hash, std::move(value));
    }
}

bool Dict::remove(Str* interned) {
    const int at = place(interned);
    if (at < 0) return false;
    removeAt(static_cast<std::size_t>(at));
    return true;
}

// A comparison may run the program, which may change this very dict: then the search begins anew.
int Dict::place(Interpreter& vm, const Value& key, std::uint64_t hash) {
    std::uint32_t collisions = 0;  // many keys with one hash cost steps
    const auto matches = [&](std::size_t i) {
        const Entry& entry = entries[i];
        if (entry.key.isEmpty() || entry.hash != hash) return false;
        if (same(entry.key, key)) return true;
        if (++collisions % 16 == 0) vm.countSteps(1);
        const Value candidate = entry.key;
        return vm.equal(candidate, key);
    };
    if (index.empty()) {
        for (std::size_t i = 0; i < entries.size(); ++i) {
            if (matches(i)) return static_cast<int>(i);
        }
        return -1;
    }
    const std::size_t mask = index.size() - 1;
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
        const std::int32_t i = index[at & (index.size() - 1)];
        if (i == -1) return -1;
        if (i >= 0 && static_cast<std::size_t>(i) < entries.size() && matches(static_cast<std::size_t>(i))) return i;
    }
}

Value* Dict::find(Interpreter& vm, const Value& key) {
    const int at = place(vm, key, vm.hash(key));
    return at < 0 ? nullptr : &entries[static_cast<std::size_t>(at)].value;
}

void Dict::set(Interpreter& vm, const Value& key, Value value) {
    const std::uint64_t hash = vm.hash(key);
    const int at = place(vm, key, hash);
    if (at >= 0) {
        entries[static_cast<std::size_t>(at)].value = std::move(value);
    } else {
        append(key, hash, std::move(value));
    }
}

std::optional<Value> Dict::remove(Interpreter& vm, const Value& key) {
    const int at = place(vm, key, vm.hash(key));
    if (at < 0) return std::nullopt;
    Value value = std::move(entries[static_cast<std::size_t>(at)].value);
    removeAt(static_cast<std::size_t>(at));
    return value;
}

void Dict::append(const Value& key, std::uint64_t hash, Value value) {
    willHold(*this, count + 1);
    ++insertions;
    if (entries.size() >= kSearched && (index.empty() || (entries.size() + 1) * 3 >= index.size() * 2)) reindex((count + 1) * 4);
    if (!index.empty()) {
        const std::size_t mask = index.size() - 1;
        std::size_t at = hash & mask;
        while (index[at] >= 0) at = (at + 1) & mask;
        index[at] = static_cast<std::int32_t>(entries.size());
    }
    entries.push_back({key, std::move(value), hash});
    ++count;
}

void Dict::removeAt(std::size_t place) {
    ++insertions;
    if (!index.empty()) {
        const std::size_t mask = index.size() - 1;
        std::size_t at = entries[place].hash & mask;
        while (index[at] != static_cast<std::int32_t>(place)) at = (at + 1) & mask;
        index[at] = -2;
    }
    const Entry dropped = std::exchange(entries[place], Entry{});
    --count;
    while (!entries.empty() && entries.back().key.isEmpty() && index.empty()) entries.pop_back();
    willHold(*this, count);
}

void Dict::clear() {
    ++insertions;
    const std::vector<Entry> dropped = std::move(entries);
    entries.clear();
    index.clear();
    count = 0;
    willHold(*this, 0);
}

// Closes the gaps of removed entries and builds the index anew.
void Dict::reindex(std::size_t slots) {
    std::erase_if(entries, [](const Entry& entry) { return entry.key.isEmpty(); });
    std::size_t size = 32;
    while (size < slots) size *= 2;
    index.assign(size, -1);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        std::size_t at = entries[i].hash & (size - 1);
        while (index[at] >= 0) at = (at + 1) & (size - 1);
        index[at] = static_cast<std::int32_t>(i);
    }
}

}  // namespace backstep::python
