// SPDX-License-Identifier: GPL-3.0-or-later
// Where objects live: cells of a few sizes on free lists, so that a loop that makes and drops objects never calls malloc.
// Whatever is still alive when the heap goes (cycles) is destroyed then, in a loop.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <new>
#include <vector>

#include "engine/python/value.h"

namespace backstep::python {

class Heap {
public:
    Heap();
    ~Heap();
    Heap(const Heap&) = delete;
    Heap& operator=(const Heap&) = delete;

    // The heap of the interpreter that runs on this thread.
    static Heap& current() { return *current_; }
    static void enter(Heap* heap) { current_ = heap; }
    static Heap* entered() { return current_; }

    void* allocate(std::size_t size) {
        const std::size_t sizeClass = (size + kGrain - 1) / kGrain;
        if (sizeClass < kClasses && free_[sizeClass]) {
            Cell* cell = free_[sizeClass];
            free_[sizeClass] = cell->next;
            return cell;
        }
        return allocateSlow(size);
    }
    void destroy(Object* object);

    // A container says, before it grows or after it shrank, how many elements it will hold; what it said last is kept in its
    // `mark` and given back when it dies. Throws LimitReached when all containers together would hold too many.
    void hold(Object& container, std::size_t elements) {
        elements_ += static_cast<std::int64_t>(elements) - container.mark;
        container.mark = static_cast<std::uint32_t>(elements);
        if (elements_ > elementLimit_) tooMany(container);
    }
    void letGo(Object& container) { elements_ -= std::exchange(container.mark, 0); }
    void setElementLimit(std::int64_t limit) { elementLimit_ = limit; }
    // The same for the KiB of long strings and whole numbers.
    void holdMemory(Object& object, std::size_t bytes) {
        object.mark = static_cast<std::uint32_t>(bytes >> 10);
        kibibytes_ += object.mark;
        if (kibibytes_ > kMostKibibytes) tooLarge(object);
    }
    void letGoMemory(Object& object) { kibibytes_ -= std::exchange(object.mark, 0); }

    // Destroys every object that is left; counted pointers to them may still be dropped, for their memory goes with the heap.
    void clear();
    [[nodiscard]] std::size_t liveCount() const;
    // f(Object*) for each object that is alive; f makes none and drops none.
    template <class F>
    void forEach(F&& f) const {
        std::for_each(large_.begin(), large_.end(), f);
        for (const Slab& slab : slabs_) {
            for (std::size_t i = 0; i < slab.count(); ++i) {
                auto* cell = reinterpret_cast<Cell*>(slab.first() + i * slab.memory->cell);
                if (cell->refs != 0) f(reinterpret_cast<Object*>(cell));
            }
        }
    }
    // A number for an object, its own while it lives and the same in every run.
    [[nodiscard]] std::uint64_t numberOf(const Object* object) const;

private:
    static constexpr std::size_t kGrain = 16;
    static constexpr std::size_t kClasses = 33;  // cells of up to 512 bytes
    static constexpr std::size_t kSlab = 1 << 16;
    struct Cell {  // lies over an Object; refs is 0 in a free one
        Cell* next;
        std::uint32_t refs;
    };
    struct Slab {  // kSlab bytes, aligned to as many; the header, then cells
        struct Header {
            std::size_t place, cell;
        };
        struct Free {
            void operator()(Header* h) const { ::operator delete(h, std::align_val_t(kSlab)); }
        };
        std::unique_ptr<Header, Free> memory;
        [[nodiscard]] std::byte* first() const { return reinterpret_cast<std::byte*>(memory.get()) + kGrain; }
        [[nodiscard]] std::size_t count() const { return (kSlab - kGrain) / memory->cell; }
    };
    static constexpr std::int64_t kMostKibibytes = 256 << 10;
    [[noreturn]] void tooMany(Object& container);
    [[noreturn]] void tooLarge(Object& object);
    void* allocateSlow(std::size_t size);
    void finish(Object* object);
    void drain();

    static constinit thread_local Heap* current_;  // known to need no code before its first use
    std::array<Cell*, kClasses> free_{};
    std::vector<Slab> slabs_;
    std::vector<Object*> large_;
    std::vector<Object*> dying_;
    std::int64_t elements_ = 0, elementLimit_ = 1'000'000, kibibytes_ = 0;
    bool draining_ = false;
    bool clearing_ = false;
};

// A new object of a C++ layout T (constructed from the arguments) and a Python type.
template <class T, class... A>
[[nodiscard]] Ref<T> make(Type* type, A&&... arguments) {
    static_assert(alignof(T) <= 16);
    void* place = Heap::current().allocate(sizeof(T));
    T* object = new (place) T(std::forward<A>(arguments)...);
    object->type = type;
    return Ref<T>(object);
}

inline void destroy(Object* object) { Heap::current().destroy(object); }

}  // namespace backstep::python
