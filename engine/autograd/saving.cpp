// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/autograd/saving.h"

#include <algorithm>
#include <vector>

#include "engine/autodiff/rules.h"

namespace backstep {
namespace {

struct Row {
    std::vector<unsigned> saves;  // by operand; the last serves all that follow
};

// The values that the text of an elementwise rule mentions.
unsigned mentioned(const Rule& rule) {
    unsigned bits = 0;
    for (const Rule::Node& node : rule.nodes) {
        if (node.kind <= Rule::Kind::F) bits |= 1U << static_cast<unsigned>(node.kind);
        if (node.kind == Rule::Kind::Y) bits |= 1U << kSavedResultBit;
    }
    return bits;
}

unsigned bitsOf(std::string_view letters) {
    unsigned bits = 0;
    for (const char c : letters) bits |= 1U << (c == 'y' ? kSavedResultBit : c == 'k' ? kSavedKeptBit : static_cast<unsigned>(c - 'a'));
    return bits;
}

// PyTorch asks whose gradient is wanted for an operand that one formula alone needs. What several need it keeps in any case, and the
// result as well.
void keepShared(std::vector<unsigned>& saves) {
    unsigned seen = 0;
    unsigned shared = 0;
    for (const unsigned bits : saves) {
        shared |= (seen & bits) | (bits & 1U << kSavedResultBit);
        seen |= bits;
    }
    for (unsigned& bits : saves) bits |= shared;
}

std::vector<Row> makeRows() {
    std::vector<Row> rows(kOpCount);
    for (std::size_t op = 2; op < kElementwiseEnd; ++op) {
        const OpInfo& info = infoOf(static_cast<Op>(op));
        Row& row = rows[op];
        for (std::size_t i = 0; i < info.operands; ++i) {
            const bool derived = isSlot(static_cast<Op>(op), i) && info.autogradName != "NotImplemented";
            // Kept though the derivative is zero: a second backward fails as PyTorch's does.
            if (static_cast<Op>(op) == Op::DivFloor || static_cast<Op>(op) == Op::DivTrunc) {
                row.saves.push_back(bitsOf(i == 0 ? "b" : "ab"));
                continue;
            }
            // One formula of PyTorch's gives both gradients.
            if (static_cast<Op>(op) == Op::Prelu) {
                row.saves.push_back(bitsOf("ab"));
                continue;
            }
            row.saves.push_back(derived ? mentioned(ruleOf(static_cast<Op>(op), i)) : 0);
        }
        keepShared(row.saves);
    }
#define SAVES(...) \
    { __VA_ARGS__ }
#define SHAPED(op, name, autograd, kernel, ...)                                        \
    for (const std::string_view letters : std::vector<std::string_view> __VA_ARGS__) { \
        rows[static_cast<std::size_t>(Op::op)].saves.push_back(bitsOf(letters));       \
    }
#include "engine/tape/shaped.def"
#undef SAVES
    return rows;
}

const Row& rowOf(Op op) {
    static const std::vector<Row> rows = makeRows();
    return rows[static_cast<std::size_t>(op)];
}

// A view made where nothing is recorded requires grad for its base's sake, and no edge leads from it.
bool isDeadEnd(const Variable& v) { return v.isLeaf && v.extra && v.extra->follows && v.nodeVersion == v.version(); }

}  // namespace

unsigned savesOf(Op op, const std::vector<bool>& wanted) {
    const Row& row = rowOf(op);
    unsigned bits = 0;
    for (std::size_t i = 0; i < wanted.size() && !row.saves.empty(); ++i) {
        if (wanted[i]) bits |= row.saves[std::min(i, row.saves.size() - 1)];
    }
    return bits;
}

unsigned savesOf(Op op, std::span<const Var> operands) {
    const Row& row = rowOf(op);
    unsigned bits = 0;
    // What only the way to a dead end would need is not kept, where another operand is a choice.
    const bool choice = operands.size() > 1 && isSlot(op, 1);
    for (std::size_t i = 0; i < operands.size() && !row.saves.empty(); ++i) {
        const bool wanted = operands[i] && operands[i]->requiresGrad && !(choice && isDeadEnd(*operands[i]));
        if (wanted) bits |= row.saves[std::min(i, row.saves.size() - 1)];
    }
    return bits;
}

}  // namespace backstep
