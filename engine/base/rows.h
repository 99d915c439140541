// SPDX-License-Identifier: GPL-3.0-or-later
// A vector of plain rows for tables that only grow, by millions: adding is a compare and a store, and growing is realloc,
// which for large tables moves pages instead of copying them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <new>
#include <type_traits>
#include <utility>

namespace backstep {

template <class T>
class Rows {
    static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);

public:
    Rows() = default;
    Rows(std::size_t n, T fill) { resize(n, fill); }
    Rows(const Rows& other) { *this = other; }
    Rows(Rows&& other) noexcept { *this = std::move(other); }
    Rows& operator=(const Rows& other) {
        if (this == &other) return *this;
        size_ = 0;
        if (other.size_ > capacity_) take(other.size_);
        if (other.size_ > 0) std::memcpy(static_cast<void*>(rows_), other.rows_, other.size_ * sizeof(T));
        size_ = other.size_;
        return *this;
    }
    Rows& operator=(Rows&& other) noexcept {
        std::swap(rows_, other.rows_);
        std::swap(size_, other.size_);
        std::swap(capacity_, other.capacity_);
        return *this;
    }
    ~Rows() { std::free(rows_); }

    void push_back(const T& row) {
        if (size_ == capacity_) [[unlikely]]
            return pushSlow(row);
        new (rows_ + size_++) T(row);
    }
    // The new row is what `write` makes of its memory.
    template <class F>
    void emplaceRaw(F&& write) {
        if (size_ == capacity_) [[unlikely]]
            makeRoom();
        write(rows_[size_]);
        ++size_;
    }
    template <class... A>
    void emplace_back(A&&... arguments) {
        push_back(T{std::forward<A>(arguments)...});
    }
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] T& operator[](std::size_t i) { return rows_[checked(i)]; }
    [[nodiscard]] const T& operator[](std::size_t i) const { return rows_[checked(i)]; }
    [[nodiscard]] T& back() { return rows_[checked(size_ - 1)]; }
    [[nodiscard]] const T& back() const { return rows_[checked(size_ - 1)]; }
    [[nodiscard]] T& front() { return rows_[checked(0)]; }
    [[nodiscard]] const T* data() const { return rows_; }
    [[nodiscard]] T* begin() { return rows_; }
    [[nodiscard]] T* end() { return rows_ + size_; }
    [[nodiscard]] const T* begin() const { return rows_; }
    [[nodiscard]] const T* end() const { return rows_ + size_; }
    void resize(std::size_t n, const T& fill = T()) {
        if (n > capacity_) take(std::max(n, capacity_ * 2));
        for (std::size_t i = size_; i < n; ++i) new (rows_ + i) T(fill);
        size_ = n;
    }
    void clear() { size_ = 0; }
    void shrink_to_fit() {
        if (size_ < capacity_) take(size_);
    }

private:
    T* rows_ = nullptr;
    std::size_t size_ = 0, capacity_ = 0;

    [[nodiscard]] std::size_t checked(std::size_t i) const {
        if (i >= size_) [[unlikely]]
            std::abort();
        return i;
    }
    [[gnu::noinline]] void makeRoom() { take(std::max<std::size_t>(16, capacity_ * 2)); }
    [[gnu::noinline]] void pushSlow(const T row) {
        makeRoom();
        new (rows_ + size_++) T(row);
    }
    void take(std::size_t capacity) {
        if (capacity == 0) {
            std::free(std::exchange(rows_, nullptr));
        } else {
            void* moved = std::realloc(static_cast<void*>(rows_), capacity * sizeof(T));
            if (moved == nullptr) throw std::bad_alloc();
            rows_ = static_cast<T*>(moved);
        }
        capacity_ = capacity;
    }
};

}  // namespace backstep
