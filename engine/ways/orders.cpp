// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ways/orders.h"

#include <algorithm>

#include "engine/autodiff/sweep.h"

namespace backstep {
namespace {

bool isOperation(const Tape& tape, NodeId id) {
    const Op op = tape.op(id);
    return op != Op::Input && op != Op::Constant && op != Op::Output;
}

// The operations that a value stands on, by the order that made them.
OrderCount countFrom(const Tape& tape, NodeId root, int order) {
    OrderCount count;
    count.order = order;
    std::vector<bool> used(root.index() + 1, false);
    used[root.index()] = true;
    for (std::size_t i = used.size(); i-- > 0;) {
        if (!used[i]) continue;
        const NodeId id(i);
        for (const NodeId operand : tape.operands(id)) used[operand.index()] = true;
        if (isOperation(tape, id)) ++(tape.origin(id).order == order ? count.fresh : count.shared);
    }
    return count;
}

}  // namespace

std::vector<OrderCount> ordersOf(const Recording& recording, NodeId input, int most) {
    std::vector<OrderCount> orders;
    Tape tape = recording.tape;  // a copy: what is recorded here is no part of the run
    NodeId root = recording.output;
    orders.push_back(countFrom(tape, root, 0));
    orders.back().value = tape.scalar(root);
    for (int order = 1; order <= most; ++order) {
        root = recordGradient(tape, root, {input}, static_cast<std::uint8_t>(order)).front();
        if (!root.valid() || tape.isConstant(root)) {
            orders.push_back({order, 0, 0, root.valid() ? tape.scalar(root) : 0, !root.valid()});
            if (!root.valid()) break;
            continue;
        }
        orders.push_back(countFrom(tape, root, order));
        orders.back().value = tape.scalar(root);
    }
    return orders;
}

namespace {

// How often each node was differentiated: what a sweep records is one order above what it began from; what the program makes of
// that is of the same order.
std::vector<int> ordersOnTape(const Recording& recording) {
    const Tape& tape = recording.tape;
    const Log& log = recording.log;
    std::vector<int> madeBy(tape.size(), -1);  // the sweep
    int sweep = -1;
    for (const Event& event : log.events) {
        if (event.kind == EventKind::SweepBegan) sweep = static_cast<int>(event.index);
        if (event.kind == EventKind::Line) sweep = -1;
        if (event.kind == EventKind::Recorded) madeBy[event.index] = sweep;
    }
    std::vector<int> orders(tape.size(), 0);
    for (std::size_t i = 0; i < tape.size(); ++i) {
        for (const NodeId operand : tape.operands(NodeId(i))) orders[i] = std::max(orders[i], orders[operand.index()]);
        if (madeBy[i] >= 0) orders[i] = orders[log.sweeps[SweepId(static_cast<std::size_t>(madeBy[i]))].root.index()] + 1;
    }
    return orders;
}

}  // namespace

std::vector<OrderCount> recordedOrders(const Recording& recording) {
    std::vector<OrderCount> counts{{}};
    const Tape& tape = recording.tape;
    const std::vector<int> orders = ordersOnTape(recording);
    for (std::size_t i = 0; i < tape.size(); ++i) {
        if (!isOperation(tape, NodeId(i))) continue;
        while (static_cast<int>(counts.size()) <= orders[i]) counts.push_back({static_cast<int>(counts.size()), 0, 0, 0, false});
        ++counts[static_cast<std::size_t>(orders[i])].fresh;
    }
    // What a derivative stands on: the operations of the orders before that it uses.
    for (OrderCount& count : counts) {
        std::vector<bool> used(tape.size(), false);
        for (std::size_t i = tape.size(); i-- > 0 && count.order > 0;) {
            const NodeId id(i);
            if (!used[i] && (orders[i] != count.order || !isOperation(tape, id))) continue;
            for (const NodeId operand : tape.operands(id)) used[operand.index()] = true;
            count.shared += isOperation(tape, id) && orders[i] < count.order ? 1 : 0;
        }
    }
    return counts;
}

}  // namespace backstep
