// SPDX-License-Identifier: GPL-3.0-or-later
// list.sort: runs, binary insertion and merging as CPython's timsort (without galloping), so that even an order that is none
// (nan) comes out as there.
#include <algorithm>
#include <numeric>

#include "engine/python/types_library.h"

namespace backstep::python {
namespace {

using Order = std::vector<std::uint32_t>;

template <class Less>
class Sorter {
public:
    Sorter(Interpreter& vm, Order& order, Less less) : vm_(vm), order_(order), less_(std::move(less)) {}

    void run() {
        const std::size_t n = order_.size();
        if (n < 2) return;
        const std::size_t shortest = shortestRun(n);
        for (std::size_t from = 0; from < n;) {
            std::size_t length = countRun(from, n);
            if (length < shortest) {
                const std::size_t forced = std::min(shortest, n - from);
                insertBinary(from, from + forced, from + length);
                length = forced;
            }
            runs_.push_back({from, length});
            collapse();
            from += length;
            vm_.countSteps(1);
        }
        while (runs_.size() > 1) {
            std::size_t i = runs_.size() - 2;
            if (i > 0 && runs_[i - 1].length < runs_[i + 1].length) --i;
            mergeAt(i);
        }
    }

private:
    struct Run {
        std::size_t from, length;
    };

    static std::size_t shortestRun(std::size_t n) {
        std::size_t odd = 0;
        while (n >= 64) {
            odd |= n & 1;
            n >>= 1;
        }
        return n + odd;
    }

    std::size_t countRun(std::size_t from, std::size_t to) {
        std::size_t at = from + 1;
        if (at == to) return 1;
        if (less_(order_[at], order_[at - 1])) {
            for (++at; at < to && less_(order_[at], order_[at - 1]);) ++at;
            std::reverse(order_.begin() + static_cast<std::ptrdiff_t>(from), order_.begin() + static_cast<std::ptrdiff_t>(at));
        } else {
            for (++at; at < to && !less_(order_[at], order_[at - 1]);) ++at;
        }
        return at - from;
    }

    void insertBinary(std::size_t from, std::size_t to, std::size_t start) {
        for (; start < to; ++start) {
            std::size_t left = from, right = start;
            const std::uint32_t pivot = order_[start];
            while (left < right) {
                const std::size_t middle = left + (right - left) / 2;
                if (less_(pivot, order_[middle])) {
                    right = middle;
                } else {
                    left = middle + 1;
                }
            }
            const auto begin = order_.begin();
            std::rotate(begin + static_cast<std::ptrdiff_t>(left), begin + static_cast<std::ptrdiff_t>(start),
                        begin + static_cast<std::ptrdiff_t>(start + 1));
        }
    }

    void collapse() {
        while (runs_.size() > 1) {
            std::size_t i = runs_.size() - 2;
            const bool deep = (i > 0 && runs_[i - 1].length <= runs_[i].length + runs_[i + 1].length) ||
                              (i > 1 && runs_[i - 2].length <= runs_[i - 1].length + runs_[i].length);
            if (deep) {
                if (runs_[i - 1].length < runs_[i + 1].length) --i;
            } else if (runs_[i].length > runs_[i + 1].length) {
                return;
            }
            mergeAt(i);
        }
    }

    void mergeAt(std::size_t i) {
        const Run a = runs_[i], b = runs_[i + 1];
        const Order left(order_.begin() + static_cast<std::ptrdiff_t>(a.from),
                         order_.begin() + static_cast<std::ptrdiff_t>(a.from + a.length));
        std::size_t l = 0, r = b.from, to = a.from;
        while (l < left.size() && r < b.from + b.length) order_[to++] = less_(order_[r], left[l]) ? order_[r++] : left[l++];
        while (l < left.size()) order_[to++] = left[l++];
        runs_[i].length += b.length;
        runs_.erase(runs_.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        vm_.countSteps(static_cast<std::int64_t>(a.length + b.length) / 64);
    }

    Interpreter& vm_;
    Order& order_;
    Less less_;
    std::vector<Run> runs_;
};

template <class Less>
void sortOrder(Interpreter& vm, Order& order, Less less) {
    Sorter<Less>(vm, order, std::move(less)).run();
}

template <class P>
bool all(const std::vector<Value>& keys, P&& is) {
    return std::all_of(keys.begin(), keys.end(), is);
}

void sortByKeys(Interpreter& vm, Order& order, const std::vector<Value>& keys) {
    if (all(keys, [](const Value& v) { return v.isInt(); })) {
        return sortOrder(vm, order, [&](std::uint32_t a, std::uint32_t b) { return keys[a].integer() < keys[b].integer(); });
    }
    if (all(keys, [](const Value& v) { return v.isFloat(); })) {
        return sortOrder(vm, order, [&](std::uint32_t a, std::uint32_t b) { return keys[a].real() < keys[b].real(); });
    }
    if (all(keys, [&](const Value& v) { return v.isObject() && v.object()->type == vm.types.str; })) {
        return sortOrder(vm, order, [&](std::uint32_t a, std::uint32_t b) {
            return static_cast<const Str*>(keys[a].object())->text < static_cast<const Str*>(keys[b].object())->text;
        });
    }
    sortOrder(vm, order, [&](std::uint32_t a, std::uint32_t b) { return vm.less(keys[a], keys[b]); });
}

}  // namespace

void sortItems(Interpreter& vm, std::vector<Value>& items, const Value& key, bool reverse) {
    std::vector<Value> made;
    if (!key.isEmpty() && !key.isNone()) {
        made.reserve(items.size());
        for (const Value& item : items) made.push_back(vm.call(key, {item}));
    }
    const std::vector<Value>& keys = made.empty() ? items : made;
    Order order(items.size());
    std::iota(order.begin(), order.end(), 0U);
    if (reverse) std::reverse(order.begin(), order.end());
    sortByKeys(vm, order, keys);
    if (reverse) std::reverse(order.begin(), order.end());
    std::vector<Value> sorted;
    sorted.reserve(items.size());
    for (const std::uint32_t i : order) sorted.push_back(items[i]);
    items = std::move(sorted);
}

}  // namespace backstep::python
