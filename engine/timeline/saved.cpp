// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/timeline/saved.h"

#include <algorithm>
#include <string_view>

#include "engine/autodiff/rules.h"

namespace backstep {
namespace {

// The letters of shaped*.def, by operand; the last stands for all that follow.
const std::vector<std::string_view>& lettersOf(Op op) {
    static const std::vector<std::vector<std::string_view>> kRows = [] {
        std::vector<std::vector<std::string_view>> rows(kOpCount);
#define SAVES(...) \
    { __VA_ARGS__ }
#define SHAPED(op, name, autograd, kernel, ...) rows[static_cast<std::size_t>(Op::op)] = std::vector<std::string_view> __VA_ARGS__;
#include "engine/tape/shaped.def"
#undef SAVES
        return rows;
    }();
    return kRows[static_cast<std::size_t>(op)];
}

}  // namespace

std::vector<NodeId> savedBy(const Tape& tape, NodeId node) {
    std::vector<NodeId> out;
    const Op op = tape.op(node);
    const auto operands = tape.operands(node);
    const auto keep = [&](NodeId id) {
        if (std::find(out.begin(), out.end(), id) == out.end()) out.push_back(id);
    };
    if (op == Op::Input || op == Op::Constant || op == Op::Output) return out;
    std::vector<bool> used(operands.size(), false);
    bool result = false;
    for (std::size_t k = 0; k < operands.size(); ++k) {
        if (!tape.requiresGrad(operands[k])) continue;
        if (isElementwise(op)) {
            if (k >= 3 || infoOf(op).rules[k].empty()) continue;
            for (const Rule::Node& part : ruleOf(op, k).nodes) {
                if (part.kind == Rule::Kind::Y) result = true;
                else if (part.kind <= Rule::Kind::F && static_cast<std::size_t>(part.kind) < used.size())
                    used[static_cast<std::size_t>(part.kind)] = true;
            }
            continue;
        }
        const auto& letters = lettersOf(op);
        if (letters.empty()) continue;
        for (const char c : letters[std::min(k, letters.size() - 1)]) {
            if (c == 'y') result = true;
            else if (c >= 'a' && c <= 'h' && static_cast<std::size_t>(c - 'a') < used.size())
                used[static_cast<std::size_t>(c - 'a')] = true;
        }
    }
    for (std::size_t k = 0; k < operands.size(); ++k) {
        if (used[k]) keep(operands[k]);
    }
    if (result) keep(node);
    return out;
}

std::vector<NodeId> keepersOf(const Recording& recording, NodeId value, NodeId last) {
    std::vector<NodeId> out;
    for (std::size_t i = 0; i <= last.index() && i < recording.tape.size(); ++i) {
        const auto kept = savedBy(recording.tape, NodeId(i));
        if (std::find(kept.begin(), kept.end(), value) != kept.end()) out.emplace_back(i);
    }
    return out;
}

}  // namespace backstep
