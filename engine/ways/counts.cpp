// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ways/counts.h"

#include <algorithm>

#include "engine/autograd/saving.h"

namespace backstep {

std::vector<NodeId> wantedBy(const Recording& recording, NodeId node) {
    const Tape& tape = recording.tape;
    const std::span<const NodeId> operands = tape.operands(node);
    std::vector<bool> needs(operands.size());
    std::transform(operands.begin(), operands.end(), needs.begin(), [&](NodeId id) { return tape.requiresGrad(id); });
    const unsigned bits = savesOf(tape.op(node), needs);
    std::vector<NodeId> wanted;
    const auto add = [&](NodeId id) {
        if (!tape.isConstant(id) && std::find(wanted.begin(), wanted.end(), id) == wanted.end()) wanted.push_back(id);
    };
    for (std::size_t i = 0; i < operands.size() && i < kSavedKeptBit; ++i) {
        if (bits >> i & 1) add(operands[i]);
    }
    if (bits >> kSavedResultBit & 1) add(node);
    return wanted;
}

namespace {

class Counter {
public:
    Counter(const Recording& recording, const Replay& replay, const Reach& reach) : r_(recording), replay_(replay), reach_(reach) {}

    Counts run(NodeId leaf) {
        Counts counts;
        for (const NodeId value : reach_.values) counts.operations += isOperation(value) ? 1 : 0;
        counts.outputs = sizeOf(reach_.root);
        counts.reverse.passes = counts.outputs;
        counts.reverse.onePass = reversePass();
        counts.reverse.all = times(counts.reverse.onePass, counts.outputs);
        counts.reverse.held = heldInReverse();
        for (const NodeId each : reach_.leaves) {
            const PassCounts pass = forwardPass(each);
            const PassCounts all = times(pass, sizeOf(each));
            counts.inputs += sizeOf(each);
            counts.forward.all.products += all.products;
            counts.forward.all.sums += all.sums;
            if (each == leaf) counts.forward.onePass = pass;
        }
        counts.forward.passes = counts.inputs;
        counts.forward.held = leaf.valid() ? heldInForward(leaf) : 0;
        return counts;
    }

private:
    const Recording& r_;
    const Replay& replay_;
    const Reach& reach_;

    [[nodiscard]] bool isOperation(NodeId value) const { return r_.tape.op(value) != Op::Input && replay_.operationOf(value) == value; }
    [[nodiscard]] std::int64_t sizeOf(NodeId value) const { return r_.tape.value(value).size(); }
    static PassCounts times(PassCounts pass, std::int64_t n) {
        return {pass.products * static_cast<std::size_t>(n), pass.sums * static_cast<std::size_t>(n)};
    }

    // An operation with several outputs runs its rule once for all of them: its edges count once.
    [[nodiscard]] bool isSpeaker(const WayEdge& edge) const {
        if (replay_.outputsOf(edge.node) == 1 || edge.value == edge.node) return true;
        if (reach_.contains(edge.node)) return false;
        const auto first =
            std::find_if(reach_.values.begin(), reach_.values.end(), [&](NodeId v) { return replay_.operationOf(v) == edge.node; });
        return *first == edge.value;
    }
    // What an edge receives from: the leaf itself counts as having its seed.
    PassCounts reversePass() const {
        PassCounts pass;
        std::vector<std::uint32_t> arrived(reach_.inside.size(), 0);
        arrived[reach_.root.index()] = 1;
        for (const WayEdge& edge : reach_.edges) {
            if (!isSpeaker(edge)) continue;
            ++pass.products;
            if (arrived[edge.to.index()]++ > 0) ++pass.sums;
        }
        return pass;
    }
    PassCounts forwardPass(NodeId leaf) const {
        PassCounts pass;
        const std::vector<bool> depends = reach_.dependsOn(leaf);
        std::vector<std::uint32_t> arrived(reach_.inside.size(), 0);
        for (const WayEdge& edge : reach_.edges) {
            if (!depends[edge.to.index()]) continue;
            ++pass.products;
            if (arrived[edge.value.index()]++ > 0) ++pass.sums;
        }
        return pass;
    }

    // The place of the last operation that uses each value; the root is used to the end.
    [[nodiscard]] std::vector<std::size_t> lastUses() const {
        std::vector<std::size_t> last(reach_.inside.size(), 0);
        for (const WayEdge& edge : reach_.edges) last[edge.to.index()] = std::max(last[edge.to.index()], edge.value.index());
        last[reach_.root.index()] = reach_.inside.size();
        return last;
    }
    [[nodiscard]] std::vector<std::vector<NodeId>> byLastUse(const std::vector<std::size_t>& last) const {
        std::vector<std::vector<NodeId>> dying(reach_.inside.size() + 1);
        for (const NodeId value : reach_.values) dying[last[value.index()]].push_back(value);
        return dying;
    }

    [[nodiscard]] std::int64_t heldInForward(NodeId leaf) const {
        const std::vector<bool> depends = reach_.dependsOn(leaf);
        const auto dying = byLastUse(lastUses());
        const auto cost = [&](NodeId value) { return sizeOf(value) * (depends[value.index()] ? 2 : 1); };
        std::int64_t now = 0, most = 0;
        for (const NodeId value : reach_.values) {
            now += cost(value);
            most = std::max(most, now);
            for (const NodeId gone : dying[value.index()]) now -= cost(gone);
        }
        return most;
    }

    [[nodiscard]] std::int64_t heldInReverse() const {
        const auto dying = byLastUse(lastUses());
        std::vector<std::uint32_t> wanted(reach_.inside.size(), 0);  // rules that will ask for it
        for (const NodeId value : reach_.values) {
            if (!isOperation(value)) continue;
            for (const NodeId id : wantedBy(r_, value)) ++wanted[replay_.valueOf(id).index()];
        }
        std::vector<bool> held(reach_.inside.size(), false);
        std::int64_t now = 0, most = 0;
        for (const NodeId value : reach_.values) {
            held[value.index()] = true;
            now += sizeOf(value);
            most = std::max(most, now);
            for (const NodeId gone : dying[value.index()]) {
                if (wanted[gone.index()] > 0) continue;
                held[gone.index()] = false;
                now -= sizeOf(gone);
            }
        }
        std::vector<bool> adjoint(reach_.inside.size(), false);
        const auto begin = [&](NodeId value) {
            if (!adjoint[value.index()]) now += sizeOf(value);
            adjoint[value.index()] = true;
            most = std::max(most, now);
        };
        begin(reach_.root);
        for (std::size_t i = reach_.values.size(); i-- > 0;) {
            const NodeId value = reach_.values[i];
            if (r_.tape.op(value) == Op::Input) continue;  // its adjoint is the answer
            for (const WayEdge& edge : reach_.edgesOf(value)) begin(edge.to);
            now -= sizeOf(value);
            if (!isOperation(value)) continue;
            for (const NodeId id : wantedBy(r_, value)) {
                const NodeId of = replay_.valueOf(id);
                if (--wanted[of.index()] > 0 || !held[of.index()]) continue;
                held[of.index()] = false;
                now -= sizeOf(of);
            }
        }
        return most;
    }
};

}  // namespace

Counts countsOf(const Recording& recording, const Replay& replay, const Reach& reach, NodeId leaf) {
    return Counter(recording, replay, reach).run(leaf);
}

}  // namespace backstep
