// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/python/heap.h"

#include <algorithm>
#include <string>

#include "engine/python/interpreter.h"
#include "engine/python/limits.h"

namespace backstep::python {

constinit thread_local Heap* Heap::current_ = nullptr;

Heap::Heap() = default;
Heap::~Heap() {
    clear();
    for (Object* object : large_) ::operator delete(object);
}

void* Heap::allocateSlow(std::size_t size) {
    const std::size_t sizeClass = (size + kGrain - 1) / kGrain;
    if (sizeClass >= kClasses) {
        void* place = ::operator new(size);
        large_.push_back(static_cast<Object*>(place));
        return place;
    }
    const std::size_t cell = sizeClass * kGrain;
    auto* header = new (::operator new(kSlab, std::align_val_t(kSlab))) Slab::Header{slabs_.size(), cell};
    slabs_.push_back({std::unique_ptr<Slab::Header, Slab::Free>(header)});
    const Slab& slab = slabs_.back();
    for (std::size_t i = slab.count(); i-- > 0;) free_[sizeClass] = new (slab.first() + i * cell) Cell{free_[sizeClass], 0};
    Cell* first = free_[sizeClass];
    free_[sizeClass] = first->next;
    return first;
}

std::uint64_t Heap::numberOf(const Object* object) const {
    constexpr std::uint64_t kBase = 0x7f5a'0000'0000;
    if (object->type->layout->size > (kClasses - 1) * kGrain) {
        return kBase + 0x1'0000'0000 + static_cast<std::uint64_t>(std::find(large_.begin(), large_.end(), object) - large_.begin()) * 1024;
    }
    const std::uintptr_t inside = reinterpret_cast<std::uintptr_t>(object) & (kSlab - 1);
    const auto* header = reinterpret_cast<const Slab::Header*>(reinterpret_cast<const std::byte*>(object) - inside);
    return kBase + header->place * kSlab + inside;
}

// An object that dies drops others: they queue here instead of recursing, however long the chain is.
void Heap::destroy(Object* object) {
    if (clearing_) return;
    if (draining_) {
        dying_.push_back(object);
        return;
    }
    draining_ = true;
    finish(object);
    if (!dying_.empty()) drain();
    draining_ = false;
}

void Heap::drain() {
    while (!dying_.empty()) {
        Object* object = dying_.back();
        dying_.pop_back();
        if (object->refs == 0) finish(object);
    }
}

void Heap::finish(Object* object) {
    if (object->type->slots.finalize) {
        object->refs = 1;
        object->type->slots.finalize(Interpreter::current(), object);
        if (--object->refs > 0) return;
    }
    const Layout* layout = object->type->layout;
    layout->destroy(object);
    const std::size_t sizeClass = (layout->size + kGrain - 1) / kGrain;
    if (sizeClass >= kClasses) {
        const auto found = std::find(large_.begin(), large_.end(), object);
        *found = large_.back();
        large_.pop_back();
        ::operator delete(object);
        return;
    }
    free_[sizeClass] = new (object) Cell{free_[sizeClass], 0};
}

std::size_t Heap::liveCount() const {
    std::size_t count = 0;
    forEach([&](const Object*) { ++count; });
    return count;
}

// Objects that are destroyed here may drop others that are gone already: only their counts are touched, and the memory
// stays until all are done. Types go last, for they say how the others are destroyed.
void Heap::clear() {
    if (clearing_) return;
    clearing_ = true;
    std::vector<Object*> left;
    forEach([&](Object* object) { left.push_back(object); });
    const auto types = std::stable_partition(left.begin(), left.end(), [](const Object* o) { return o->type->layout != &layoutOf<Type>; });
    std::vector<void (*)(Object*)> destroyers;
    destroyers.reserve(left.size());
    for (const Object* object : left) destroyers.push_back(object->type->layout->destroy);
    (void)types;
    for (std::size_t i = 0; i < left.size(); ++i) destroyers[i](left[i]);
}

void Heap::tooLarge(Object& object) {
    letGoMemory(object);
    throw LimitReached{Limit::Memory, "the program's strings and numbers would take more than 256 MiB", {}, 0};
}

void Heap::tooMany(Object& container) {
    letGo(container);
    throw LimitReached{Limit::Elements,
                       "the program's lists, tuples, dicts and sets would hold more than " + std::to_string(elementLimit_) + " elements",
                       {},
                       0};
}

}  // namespace backstep::python
