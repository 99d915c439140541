// SPDX-License-Identifier: GPL-3.0-or-later
// itertools: product, permutations and combinations, in CPython's order.
#include <numeric>

#include "engine/modules/python_itertools.h"
#include "engine/python/types_library.h"

namespace backstep::modules {
namespace {

using python::raise;
using python::ValueError;
using Indices = std::vector<std::size_t>;

Value chosen(Interpreter& vm, const std::vector<Value>& pool, const Indices& indices, std::size_t r) {
    std::vector<Value> out;
    out.reserve(r);
    for (std::size_t i = 0; i < r; ++i) out.push_back(pool[indices[i]]);
    return vm.tuple(std::move(out));
}

Value product(Interpreter& vm, Arguments& a) {
    const std::int64_t repeat = a.integer(0);
    if (repeat < 0) raise<ValueError>("repeat argument cannot be negative");
    std::vector<std::vector<Value>> once;
    for (const Value& each : a.rest()) once.push_back(vm.toVector(each));
    std::vector<std::vector<Value>> pools;
    vm.countSteps(repeat * static_cast<std::int64_t>(once.size()) / 16);
    for (std::int64_t i = 0; i < repeat; ++i) pools.insert(pools.end(), once.begin(), once.end());
    return python::makeIterator(vm, "product",
                                [pools, at = Indices(pools.size(), 0), begun = false, ended = false](Interpreter& v, Value& out) mutable {
                                    if (ended) return false;
                                    if (!begun) {
                                        begun = true;
                                        for (const auto& pool : pools) ended = ended || pool.empty();
                                    } else {
                                        ended = true;
                                        for (std::size_t i = pools.size(); i-- > 0;) {
                                            if (++at[i] < pools[i].size()) {
                                                ended = false;
                                                break;
                                            }
                                            at[i] = 0;
                                        }
                                    }
                                    if (ended) return false;
                                    std::vector<Value> items;
                                    for (std::size_t i = 0; i < pools.size(); ++i) items.push_back(pools[i][at[i]]);
                                    out = v.tuple(std::move(items));
                                    return true;
                                });
}

std::size_t lengthOf(Arguments& a, std::size_t n) {
    if (a[1].isNone()) return n;
    const std::int64_t r = a.integer(1);
    if (r < 0) raise<ValueError>("r must be non-negative");
    return static_cast<std::size_t>(r);
}

// The next arrangement of indices[0, r), as CPython's cycles count; false after the last.
bool nextPermutation(Indices& indices, Indices& cycles, std::size_t r) {
    const std::size_t n = indices.size();
    for (std::size_t i = r; i-- > 0;) {
        if (--cycles[i] == 0) {
            const std::size_t moved = indices[i];
            indices.erase(indices.begin() + static_cast<std::ptrdiff_t>(i));
            indices.push_back(moved);
            cycles[i] = n - i;
        } else {
            std::swap(indices[i], indices[n - cycles[i]]);
            return true;
        }
    }
    return false;
}

Value permutations(Interpreter& vm, Arguments& a) {
    std::vector<Value> pool = vm.toVector(a[0]);
    const std::size_t n = pool.size(), r = lengthOf(a, n);
    Indices indices(n), cycles;
    std::iota(indices.begin(), indices.end(), std::size_t{0});
    for (std::size_t i = 0; i < r && r <= n; ++i) cycles.push_back(n - i);
    return python::makeIterator(vm, "permutations",
                                [pool, indices, cycles, r, begun = false, ended = r > n](Interpreter& v, Value& out) mutable {
                                    if (begun && !ended) ended = !nextPermutation(indices, cycles, r);
                                    begun = true;
                                    if (ended) return false;
                                    out = chosen(v, pool, indices, r);
                                    return true;
                                });
}

Value combinations(Interpreter& vm, Arguments& a) {
    std::vector<Value> pool = vm.toVector(a[0]);
    const std::size_t n = pool.size(), r = lengthOf(a, n);
    Indices indices(r);
    std::iota(indices.begin(), indices.end(), std::size_t{0});
    return python::makeIterator(vm, "combinations",
                                [pool, indices, r, n, begun = false, ended = r > n](Interpreter& v, Value& out) mutable {
                                    if (begun && !ended) {
                                        std::size_t i = r;
                                        while (i > 0 && indices[i - 1] == i - 1 + n - r) --i;
                                        ended = i == 0;
                                        if (!ended) {
                                            ++indices[i - 1];
                                            for (; i < r; ++i) indices[i] = indices[i - 1] + 1;
                                        }
                                    }
                                    begun = true;
                                    if (ended) return false;
                                    out = chosen(v, pool, indices, r);
                                    return true;
                                });
}

Value repeatedCombinations(Interpreter& vm, Arguments& a) {
    std::vector<Value> pool = vm.toVector(a[0]);
    const std::size_t n = pool.size(), r = lengthOf(a, n);
    return python::makeIterator(
        vm, "combinations_with_replacement",
        [pool, indices = Indices(r, 0), r, n, begun = false, ended = n == 0 && r > 0](Interpreter& v, Value& out) mutable {
            if (begun && !ended) {
                std::size_t i = r;
                while (i > 0 && indices[i - 1] == n - 1) --i;
                ended = i == 0;
                if (!ended) {
                    const std::size_t next = indices[i - 1] + 1;
                    for (std::size_t k = i - 1; k < r; ++k) indices[k] = next;
                }
            }
            begun = true;
            if (ended) return false;
            out = chosen(v, pool, indices, r);
            return true;
        });
}

}  // namespace

void fillChoosing(Interpreter& vm, Module& m) {
    defineMaker(vm, m, "product(*iterables, repeat=1)", product);
    defineMaker(vm, m, "permutations(iterable, r=None)", permutations);
    defineMaker(vm, m, "combinations(iterable, r)", combinations);
    defineMaker(vm, m, "combinations_with_replacement(iterable, r)", repeatedCombinations);
}

}  // namespace backstep::modules
