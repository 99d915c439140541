// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sampling/plan.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace backstep {
namespace {

// Columns that hold what was computed already: by the operation and its operands' columns.
using Computed = std::map<std::pair<Op, std::array<std::uint32_t, kMaxElementwise>>, std::uint32_t>;

std::vector<bool> neededFor(const Tape& tape, const std::vector<NodeId>& wanted) {
    std::vector<bool> needed(tape.size(), false);
    for (const NodeId id : wanted) {
        if (id.valid()) needed[id.index()] = true;
    }
    for (std::size_t i = tape.size(); i-- > 0;) {
        if (!needed[i]) continue;
        for (const NodeId operand : tape.operands(NodeId(i))) needed[operand.index()] = true;
    }
    return needed;
}

// A power by a constant, as `power` computes it: a product, a quotient or a root.
Op simpler(const Tape& tape, NodeId id) {
    const Op op = tape.op(id);
    if (op != Op::Pow && op != Op::PowNumber) return op;
    const NodeId exponent = tape.operands(id)[1];
    if (!tape.isConstant(exponent)) return op;
    const double b = tape.scalar(exponent);
    return b == 2 ? Op::Square : b == -1 ? Op::Reciprocal : b == 0.5 ? Op::Sqrt : op;
}

// The operand that the operation gives back as it is: x · 1, x / 1, x − 0, x ^ 1.
NodeId unchanged(const Tape& tape, NodeId id) {
    const auto operands = tape.operands(id);
    const auto is = [&](std::size_t k, double number) { return tape.isConstant(operands[k]) && tape.scalar(operands[k]) == number; };
    switch (tape.op(id)) {
        case Op::Mul: return is(1, 1) ? operands[0] : is(0, 1) ? operands[1] : NodeId();
        case Op::Div: return is(1, 1) ? operands[0] : NodeId();
        case Op::Pow:
        case Op::PowNumber: return is(1, 1) ? operands[0] : NodeId();
        case Op::Sub: return is(1, 0) && !std::signbit(tape.scalar(operands[1])) ? operands[0] : NodeId();
        default: return {};
    }
}

}  // namespace

Plan::Plan(const Tape& tape, NodeId variable, const std::vector<NodeId>& wanted, VectorLevel level) : slot_(tape.size(), 0) {
    const std::vector<bool> needed = neededFor(tape, wanted);
    const VectorTable& vectors = vectorKernels(level);
    Computed computed;
    std::vector<std::pair<std::uint32_t, double>> constants;
    std::uint32_t columns = 0;
    for (std::size_t i = 0; i < tape.size(); ++i) {
        if (!needed[i]) continue;
        const NodeId id(i);
        const auto operands = tape.operands(id);
        if (id == variable) {
            usesVariable_ = true;
            variableSlot_ = columns;
            slot_[i] = ++columns;
            continue;
        }
        if (operands.empty()) {
            constants.emplace_back(columns, tape.scalar(id));
            slot_[i] = ++columns;
            continue;
        }
        nodes_.push_back(id);
        if (const NodeId same = unchanged(tape, id); same.valid()) {
            slot_[i] = slot_[same.index()];
            continue;
        }
        Step step;
        const Op op = simpler(tape, id);
        step.count = static_cast<std::uint8_t>(op == tape.op(id) ? operands.size() : 1);
        for (std::size_t k = 0; k < step.count; ++k) step.operands[k] = slot_[operands[k].index()] - 1;
        const auto [known, isNew] = computed.try_emplace({op, step.operands}, columns);
        slot_[i] = known->second + 1;
        if (!isNew) continue;
        step.vector = vectors[static_cast<std::size_t>(op)];
        step.scalar = kernel64(op);
        step.out = columns++;
        steps_.push_back(step);
    }
    constexpr std::size_t kLine = 64;
    memory_.resize(static_cast<std::size_t>(columns) * kBlock + kLine / sizeof(double));
    columns_ = memory_.data();
    while (reinterpret_cast<std::uintptr_t>(columns_) % kLine != 0) ++columns_;
    for (const auto& [column, number] : constants) std::fill_n(columns_ + std::size_t{column} * kBlock, kBlock, number);
}

void Plan::run(const double* x, std::size_t n) {
    if (n == 0) return;
    // Packets are whole: what is behind the last point is that point again.
    const std::size_t padded = (n + kVectorPadding - 1) / kVectorPadding * kVectorPadding;
    if (usesVariable_) {
        double* to = columns_ + std::size_t{variableSlot_} * kBlock;
        std::copy_n(x, n, to);
        std::fill(to + n, to + padded, x[n - 1]);
    }
    for (const Step& s : steps_) {
        double* out = columns_ + std::size_t{s.out} * kBlock;
        if (s.vector != nullptr) {
            std::array<const double*, kMaxElementwise> operands{};
            for (std::size_t k = 0; k < s.count; ++k) operands[k] = columns_ + std::size_t{s.operands[k]} * kBlock;
            s.vector(operands.data(), out, padded);
            continue;
        }
        Columns operands;
        for (std::size_t k = 0; k < s.count; ++k) operands[k].numbers = columns_ + std::size_t{s.operands[k]} * kBlock;
        s.scalar(operands, out, padded);
    }
}

const double* Plan::column(NodeId node) const {
    return node.valid() && slot_[node.index()] > 0 ? columns_ + std::size_t{slot_[node.index()] - 1} * kBlock : nullptr;
}

}  // namespace backstep
