// SPDX-License-Identifier: GPL-3.0-or-later
// What flowed over the edges of the tape: packed rows that read as a list of Contribution.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <unordered_map>

#include "engine/base/ids.h"
#include "engine/base/rows.h"
#include "engine/tensor/value_list.h"

namespace backstep {

// What flows over one edge. Reverse mode: from `node` to its operand, adjoint × local partial.
// Forward mode: from the operand to `node`, tangent × local partial.
struct Contribution {
    SweepId sweep;
    NodeId node;
    std::uint32_t operand = 0;
    NodeId from;
    NodeId to;
    Tensor amount;
    Tensor before;           // the adjoint or tangent of `to` until now; meaningless if it had none
    bool hadBefore = false;  // false: this is the first contribution, nothing was there (which is not 0)
    Tensor after;
};

class Contributions {
public:
    static constexpr std::uint32_t kNone = ~0U;

    // Values are known by their index in values(). `before` is kNone for the first that arrives, and `after` the amount then.
    void add(SweepId sweep, NodeId node, std::size_t operand, NodeId from, NodeId to, std::uint32_t amount, std::uint32_t before = kNone,
             std::uint32_t after = kNone) {
        Row row;
        row.node = node;
        row.other = from == node ? to : from;
        row.forward = from != node;
        row.value = amount;
        if (before != kNone) {
            row.sum = true;
            row.value = static_cast<std::uint32_t>(sums_.size());
            sums_.push_back({amount, before, after});
        }
        if (operand < kFar && sweep.value < kMostSweeps) {
            row.operand = static_cast<std::uint32_t>(operand) & kFar;
            row.sweep = sweep.value & (kMostSweeps - 1);
        } else {
            row.operand = kFar;
            far_.emplace(static_cast<std::uint32_t>(rows_.size()), Far{sweep, static_cast<std::uint32_t>(operand)});
        }
        rows_.push_back(row);
    }
    ValueList& values() { return values_; }
    [[nodiscard]] const ValueList& values() const { return values_; }

    [[nodiscard]] std::size_t size() const { return rows_.size(); }
    [[nodiscard]] bool empty() const { return rows_.empty(); }
    [[nodiscard]] Contribution operator[](std::size_t i) const {
        const Row& row = rows_[i];
        Contribution c;
        c.sweep = sweepOf(i);
        c.node = row.node;
        c.operand = operandOf(i);
        c.from = fromOf(i);
        c.to = toOf(i);
        if (row.sum) {
            const Sum& sum = sums_[row.value];
            c.amount = values_[sum.amount];
            c.hadBefore = true;
            c.before = values_[sum.before];
            c.after = values_[sum.after];
        } else {
            c.amount = c.after = values_[row.value];
        }
        return c;
    }
    // One thing of a row, without the rest.
    [[nodiscard]] NodeId nodeOf(std::size_t i) const { return rows_[i].node; }
    [[nodiscard]] NodeId toOf(std::size_t i) const { return rows_[i].forward ? rows_[i].node : rows_[i].other; }
    [[nodiscard]] NodeId fromOf(std::size_t i) const { return rows_[i].forward ? rows_[i].other : rows_[i].node; }
    [[nodiscard]] SweepId sweepOf(std::size_t i) const {
        return rows_[i].operand == kFar ? far_.at(static_cast<std::uint32_t>(i)).sweep : SweepId(rows_[i].sweep);
    }
    [[nodiscard]] std::uint32_t operandOf(std::size_t i) const {
        return rows_[i].operand == kFar ? far_.at(static_cast<std::uint32_t>(i)).operand : rows_[i].operand;
    }
    [[nodiscard]] bool hadBefore(std::size_t i) const { return rows_[i].sum; }
    [[nodiscard]] Tensor amountOf(std::size_t i) const { return values_[rows_[i].sum ? sums_[rows_[i].value].amount : rows_[i].value]; }
    [[nodiscard]] Tensor afterOf(std::size_t i) const { return values_[rows_[i].sum ? sums_[rows_[i].value].after : rows_[i].value]; }
    // Forgets all but the first n.
    void cut(std::size_t n) { rows_.resize(std::min(n, rows_.size())); }
    // Gives back what was reserved for more.
    void shrink() {
        rows_.shrink_to_fit();
        sums_.shrink_to_fit();
        values_.shrink();
    }

    class Iterator {
    public:
        using value_type = Contribution;
        using difference_type = std::ptrdiff_t;
        using iterator_category = std::input_iterator_tag;
        using pointer = void;
        using reference = Contribution;
        Iterator(const Contributions* of, std::size_t at) : of_(of), at_(at) {}
        Contribution operator*() const { return (*of_)[at_]; }
        Iterator& operator++() {
            ++at_;
            return *this;
        }
        friend bool operator==(const Iterator&, const Iterator&) = default;

    private:
        const Contributions* of_;
        std::size_t at_;
    };
    [[nodiscard]] Iterator begin() const { return {this, 0}; }
    [[nodiscard]] Iterator end() const { return {this, rows_.size()}; }

private:
    static constexpr std::uint32_t kFar = 0x1ff;  // the operand or the sweep is in far_
    static constexpr std::uint32_t kMostSweeps = 1U << 21;
    // 16 bytes: nearly always one value flows, and is all that has arrived.
    struct Row {
        NodeId node, other;  // `other`: the operand
        std::uint32_t value = 0;
        std::uint32_t operand : 9 = 0;
        std::uint32_t forward : 1 = 0;
        std::uint32_t sum : 1 = 0;  // `value` is of sums_
        std::uint32_t sweep : 21 = 0;
    };
    static_assert(sizeof(Row) == 16);
    struct Sum {
        std::uint32_t amount = 0, before = 0, after = 0;
    };
    struct Far {
        SweepId sweep;
        std::uint32_t operand = 0;
    };
    Rows<Row> rows_;
    Rows<Sum> sums_;
    std::unordered_map<std::uint32_t, Far> far_;
    ValueList values_;
};

}  // namespace backstep
