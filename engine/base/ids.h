// SPDX-License-Identifier: GPL-3.0-or-later
// Strong index types and the tables they index. An index of one kind never converts to another.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace backstep {

template <class Tag>
struct Id {
    static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t value = kNone;

    constexpr Id() = default;
    constexpr explicit Id(std::size_t v) : value(static_cast<std::uint32_t>(v)) {}
    [[nodiscard]] constexpr bool valid() const { return value != kNone; }
    [[nodiscard]] constexpr std::size_t index() const { return value; }
    friend constexpr auto operator<=>(Id, Id) = default;
};

using NodeId = Id<struct NodeTag>;    // a row of the tape
using ExprId = Id<struct ExprTag>;    // an expression of the syntax tree
using StmtId = Id<struct StmtTag>;    // a statement of the syntax tree
using SweepId = Id<struct SweepTag>;  // one pass over the tape

// A vector that only its own kind of index opens.
template <class I, class T, class Items = std::vector<T>>
class Table {
public:
    Table() = default;
    explicit Table(std::size_t n, T fill = T()) : items_(n, std::move(fill)) {}

    I add(T item) {
        items_.push_back(std::move(item));
        return I(items_.size() - 1);
    }
    // Of Rows: `write` fills the new row where it stays.
    template <class F>
    I addRaw(F&& write) {
        items_.emplaceRaw(write);
        return I(items_.size() - 1);
    }
    [[nodiscard]] decltype(auto) operator[](I i) { return items_[i.index()]; }
    [[nodiscard]] decltype(auto) operator[](I i) const { return items_[i.index()]; }
    [[nodiscard]] std::size_t size() const { return items_.size(); }
    [[nodiscard]] bool empty() const { return items_.empty(); }
    void resize(std::size_t n) { items_.resize(n); }
    void shrink() { items_.shrink_to_fit(); }
    auto begin() const { return items_.begin(); }
    auto end() const { return items_.end(); }

private:
    Items items_;
};

// For std::visit with one lambda per alternative.
template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

}  // namespace backstep
