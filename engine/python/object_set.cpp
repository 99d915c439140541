// SPDX-License-Identifier: GPL-3.0-or-later
// Sets probe and grow exactly as CPython's do (setobject.c), because programs see the order.
#include "engine/python/interpreter.h"

namespace backstep::python {
namespace {

constexpr std::size_t kLinearProbes = 9;
constexpr unsigned kPerturbShift = 5;

// On the way to the free slot, the last one whose key was removed: there a new key goes, as in CPython.
Set::Slot* lastRemoved(std::vector<Set::Slot>& slots, std::uint64_t hash) {
    const std::size_t mask = slots.size() - 1;
    Set::Slot* found = nullptr;
    std::size_t i = hash & mask;
    for (std::uint64_t perturb = hash;;) {
        const std::size_t last = i + kLinearProbes <= mask ? i + kLinearProbes : i;
        for (std::size_t at = i; at <= last; ++at) {
            Set::Slot& slot = slots[at];
            if (slot.key.isEmpty() && !slot.removed) return found;
            if (slot.key.isEmpty()) found = &slot;
        }
        perturb >>= kPerturbShift;
        i = (i * 5 + 1 + perturb) & mask;
    }
}

}  // namespace

Set::~Set() { Heap::current().letGo(*this); }

// The slot that holds the key, or the free one where it would go.
Set::Slot* Set::look(Interpreter& vm, const Value& key, std::uint64_t hash) {
    const std::size_t mask = slots.size() - 1;
    std::size_t i = hash & mask;
    for (std::uint64_t perturb = hash;;) {
        std::size_t probes = i + kLinearProbes <= mask ? kLinearProbes : 0;
        std::size_t at = i;
        do {
            Slot& slot = slots[at];
            if (slot.key.isEmpty() && !slot.removed) return &slot;
            if (!slot.key.isEmpty() && slot.hash == hash) {
                if (same(slot.key, key)) return &slot;
                const Value candidate = slot.key;
                if (vm.equal(candidate, key)) return &slots[at];
            }
            ++at;
        } while (probes-- > 0);
        perturb >>= kPerturbShift;
        i = (i * 5 + 1 + perturb) & mask;
    }
}

bool Set::contains(Interpreter& vm, const Value& key) { return !look(vm, key, vm.hash(key))->key.isEmpty(); }

bool Set::add(Interpreter& vm, const Value& key) { return add(key, vm.hash(key), vm); }

bool Set::add(const Value& key, std::uint64_t hash, Interpreter& vm) {
    Slot* slot = look(vm, key, hash);
    if (!slot->key.isEmpty()) return false;
    willHold(*this, used + 1);
    Slot* reused = filled > used ? lastRemoved(slots, hash) : nullptr;
    if (reused) {
        *reused = {key, hash, false};
        ++used;
        return true;
    }
    slot->key = key;
    slot->hash = hash;
    ++used;
    ++filled;
    if (filled * 5 >= (slots.size() - 1) * 3) resize(used > 50000 ? used * 2 : used * 4);
    return true;
}

bool Set::remove(Interpreter& vm, const Value& key) {
    Slot* slot = look(vm, key, vm.hash(key));
    if (slot->key.isEmpty()) return false;
    const Value dropped = std::exchange(slot->key, Value());
    slot->removed = true;
    --used;
    willHold(*this, used);
    return true;
}

void Set::clear() {
    const std::vector<Slot> dropped = std::exchange(slots, std::vector<Slot>(8));
    used = filled = 0;
    willHold(*this, 0);
}

void Set::merge(Interpreter& vm, const Set& other) {
    if (&other == this || other.used == 0) return;
    if ((filled + other.used) * 5 >= (slots.size() - 1) * 3) resize((used + other.used) * 2);
    willHold(*this, used + other.used);
    if (filled == 0 && slots.size() == other.slots.size() && other.filled == other.used) {
        slots = other.slots;
        used = filled = other.used;
        return;
    }
    const Ref<Set> held(const_cast<Set*>(&other));
    if (filled == 0) {
        for (const Slot& slot : other.slots) {
            if (!slot.key.isEmpty()) insertClean(slots, slot.key, slot.hash);
        }
        used = filled = other.used;
        return;
    }
    for (std::size_t i = 0; i < other.slots.size(); ++i) {
        const Slot slot = other.slots[i];
        if (!slot.key.isEmpty()) add(slot.key, slot.hash, vm);
    }
    willHold(*this, used);
}

void Set::resize(std::size_t atLeast) {
    std::size_t size = 8;
    while (size <= atLeast) size *= 2;
    std::vector<Slot> table(size);
    for (const Slot& slot : slots) {
        if (!slot.key.isEmpty()) insertClean(table, slot.key, slot.hash);
    }
    slots = std::move(table);
    filled = used;
}

void Set::insertClean(std::vector<Slot>& table, const Value& key, std::uint64_t hash) {
    const std::size_t mask = table.size() - 1;
    std::size_t i = hash & mask;
    for (std::uint64_t perturb = hash;;) {
        std::size_t probes = i + kLinearProbes <= mask ? kLinearProbes : 0;
        std::size_t at = i;
        do {
            if (table[at].key.isEmpty()) {
                table[at].key = key;
                table[at].hash = hash;
                return;
            }
            ++at;
        } while (probes-- > 0);
        perturb >>= kPerturbShift;
        i = (i * 5 + 1 + perturb) & mask;
    }
}

}  // namespace backstep::python
