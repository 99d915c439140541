// SPDX-License-Identifier: GPL-3.0-or-later
// What a call of backward() did, read back from the tape and the contributions.
#include "engine/tape/recording.h"

#include <algorithm>

namespace backstep {

std::vector<NodeId> BackwardCall::nodes(const Tape& tape) const {
    std::vector<NodeId> all;
    std::vector<bool> seen(tape.size(), false);
    const auto add = [&](NodeId node) {
        if (seen[node.index()]) return;
        seen[node.index()] = true;
        all.push_back(node);
    };
    for (const NodeId root : roots) add(root);
    for (std::size_t i = 0; i < all.size(); ++i) {
        tape.forEachNext(all[i], [&](const Tape::Edge& edge) {
            if (edge.node.valid()) add(edge.node);
        });
    }
    return all;
}

void BackwardCall::forEachStep(const Tape& tape, const Contributions& all, const std::function<void(const Step&)>& f) const {
    const auto valueAt = [&](std::uint32_t index) { return index == kNone ? std::nullopt : std::optional(all.values()[index]); };
    std::size_t next = first_;
    for (const Row& row : rows_) {
        Step step{row.node, {}, {}};
        if (plain_) {
            step.gradOut.push_back(valueAt(row.at));
            tape.forEachNext(row.node, [&](const Tape::Edge& edge) {
                const bool sent = edge.node.valid() && next < all.size() && all.sweepOf(next) == sweep && all.nodeOf(next) == row.node;
                step.gradIn.push_back(sent ? std::optional(all.amountOf(next++)) : std::nullopt);
            });
        } else {
            const std::size_t end = row.at + 1 < lists_.size() ? lists_[row.at + 1].first : refs_.size();
            const std::size_t outputs = lists_[row.at].first + lists_[row.at].outputs;
            for (std::size_t k = lists_[row.at].first; k < end; ++k)
                (k < outputs ? step.gradOut : step.gradIn).push_back(valueAt(refs_[k]));
        }
        f(step);
    }
}

bool BackwardCall::ran(NodeId node) const {
    return std::any_of(rows_.begin(), rows_.end(), [&](const Row& row) { return row.node == node; });
}

}  // namespace backstep
