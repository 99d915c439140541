// SPDX-License-Identifier: GPL-3.0-or-later
// Elementwise operations on numbers without dimensions, in one straight piece. What is decided operation by operation elsewhere
// (autograd.cpp, saving.cpp, numbers.cpp) is looked up in one table; what is odd about a variable is left to them.
#include <algorithm>
#include <array>

#include "engine/autograd/autograd.h"
#include "engine/autograd/saving.h"
#include "engine/python/object.h"
#include "engine/tape/kernels.h"

namespace backstep {
namespace {

constexpr std::size_t kMost = 3;  // operands

struct QuickOp {
    bool isOne = false;
    std::array<std::uint8_t, kMost> saves{};  // what an operand that requires grad has saved: bits of the operands
    std::array<bool, kMost> savesResult{};
};

std::array<QuickOp, kElementwiseEnd> makeTable() {
    std::array<QuickOp, kElementwiseEnd> table;
    for (std::size_t i = 2; i < table.size(); ++i) {
        const Op op = static_cast<Op>(i);
        const OpInfo& info = infoOf(op);
        if (isCondition(op) || info.autogradName.empty() || op == Op::Where || info.operands > kMost) continue;
        table[i].isOne = true;
        for (std::size_t k = 0; k < info.operands; ++k) {
            std::vector<bool> wanted(info.operands);
            wanted[k] = true;
            const unsigned bits = savesOf(op, wanted);
            table[i].saves[k] = static_cast<std::uint8_t>(bits & 7U);
            table[i].savesResult[k] = (bits >> kSavedResultBit & 1) != 0;
        }
    }
    return table;
}

// Nothing about it that another operation would have to look at.
bool isOrdinary(const Variable& v, DType dtype) {
    if (v.window || v.isNumber || v.isInference || !v.storage->value.isScalar() || v.dtype() != dtype) return false;
    return !v.extra || (!v.extra->base && !v.extra->cut && !v.extra->follows);
}

}  // namespace

// A new variable, of that node of the tape; of none: it has no history.
inline Var Autograd::quickNumber(double value, DType dtype, NodeId node) {
    Var out = python::make<Variable>(host_.tensorType);
    out->storage = python::make<Storage>(host_.storageType);
    out->storage->value = Tensor::number(value, dtype);
    out->node = node;
    out->requiresGrad = node.valid();
    out->isLeaf = !node.valid();
    return out;
}

Var Autograd::quick(Op op, std::span<const Var> operands) {
    static const std::array<QuickOp, kElementwiseEnd> kTable = makeTable();
    const QuickOp& row = kTable[static_cast<std::size_t>(op)];
    const std::size_t count = operands.size();
    const Var* const all = operands.data();
    const DType dtype = all[0]->dtype();
    if (!row.isOne || !(dtype == DType::Float32 || dtype == DType::Float64)) return {};
    if (!gradEnabled_ || inference_ || anomaly_) return {};
    std::array<double, kMaxElementwise> values{};
    unsigned saved = 0;
    bool tracked = false, savesResult = false;
    for (std::size_t i = 0; i < count; ++i) {
        const Variable& v = *all[i];
        if (!isOrdinary(v, dtype)) return {};
        values.data()[i] = v.storage->value.item();
        if (!v.requiresGrad) continue;
        tracked = true;
        saved |= row.saves.data()[i];
        savesResult |= row.savesResult.data()[i];
    }
    const ScalarRow& kernels = kScalarRows[static_cast<std::size_t>(op)];
    const double value = (dtype == DType::Float32 ? kernels.in32 : kernels.in64)(values.data());
    if (!tracked) return quickNumber(value, dtype, {});

    checkRoom();
    std::array<NodeId, kMost> nodes;
    for (std::size_t i = 0; i < count; ++i) nodes.data()[i] = isOnTape(*all[i]) ? all[i]->node : nodeOf(all[i]);
    const NodeId node = tape().appendNumber(op, std::span(nodes.data(), count), value, dtype, originNow());
    recording_.log.events.emplace_back(EventKind::Recorded, node.index());
    Var out = quickNumber(value, dtype, node);

    SavedRange& range = beginSaving(node);
    for (std::size_t i = 0; i < count; ++i) {
        if ((saved >> i & 1) != 0) keep(all[i], static_cast<std::uint8_t>(i));
    }
    if (savesResult) keep(out, Saved::kResult);
    range.count = static_cast<std::uint8_t>(saved_.size() - range.first);
    return out;
}

}  // namespace backstep
