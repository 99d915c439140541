// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sampling/plan.h"

#include <algorithm>

namespace backstep {

Plan::Plan(const Tape& tape, NodeId variable, const std::vector<NodeId>& wanted) : slot_(tape.size(), 0) {
    std::vector<bool> needed(tape.size(), false);
    for (const NodeId id : wanted) {
        if (id.valid()) needed[id.index()] = true;
    }
    for (std::size_t i = tape.size(); i-- > 0;) {
        if (!needed[i]) continue;
        for (const NodeId operand : tape.operands(NodeId(i))) needed[operand.index()] = true;
    }
    std::uint32_t columns = 0;
    for (std::size_t i = 0; i < tape.size(); ++i) {
        if (needed[i]) slot_[i] = ++columns;
    }
    columns_.resize(static_cast<std::size_t>(columns) * kBlock);
    for (std::size_t i = 0; i < tape.size(); ++i) {
        if (!needed[i]) continue;
        const NodeId id(i);
        const std::uint32_t at = slot_[i] - 1;
        if (id == variable) {
            variableSlot_ = at;
            usesVariable_ = true;
        } else if (tape.operands(id).empty()) {
            std::fill_n(columns_.begin() + static_cast<std::ptrdiff_t>(at * kBlock), kBlock, tape.scalar(id));
        } else {
            const auto operands = tape.operands(id);
            Step step{kernel64(tape.op(id)), static_cast<std::uint8_t>(operands.size()), {}, at};
            for (std::size_t k = 0; k < operands.size(); ++k) step.operands[k] = slot_[operands[k].index()] - 1;
            steps_.push_back(step);
            nodes_.push_back(id);
        }
    }
}

void Plan::run(const double* x, std::size_t n) {
    if (usesVariable_) std::copy_n(x, n, columns_.begin() + static_cast<std::ptrdiff_t>(variableSlot_ * kBlock));
    double* base = columns_.data();
    Columns operands;
    for (const Step& s : steps_) {
        for (std::size_t k = 0; k < s.count; ++k) operands[k].numbers = base + s.operands[k] * kBlock;
        s.kernel(operands, base + s.out * kBlock, n);
    }
}

const double* Plan::column(NodeId node) const {
    return node.valid() && slot_[node.index()] > 0 ? columns_.data() + (slot_[node.index()] - 1) * kBlock : nullptr;
}

}  // namespace backstep
