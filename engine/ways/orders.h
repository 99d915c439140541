// SPDX-License-Identifier: GPL-3.0-or-later
// The graph of f, of f′ and of f″: how many operations each has, and how many of them are new.
#pragma once

#include "engine/tape/recording.h"

namespace backstep {

struct OrderCount {
    int order = 0;           // 0: f
    std::size_t fresh = 0;   // operations that only this derivative made
    std::size_t shared = 0;  // operations of the orders before that it stands on
    [[nodiscard]] std::size_t all() const { return fresh + shared; }
    double value = 0;   // of a formula: f, f′, f″ at this point
    bool zero = false;  // the derivative is 0 everywhere: nothing is left to differentiate
};

// Of a formula, by one input: each derivative is recorded on a tape of its own making, up to `most`.
[[nodiscard]] std::vector<OrderCount> ordersOf(const Recording& recording, NodeId input, int most = 2);

// Of a program: what its sweeps with create_graph have recorded.
[[nodiscard]] std::vector<OrderCount> recordedOrders(const Recording& recording);

}  // namespace backstep
