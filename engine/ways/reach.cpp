// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ways/reach.h"

#include <algorithm>

namespace backstep {

std::span<const WayEdge> Reach::edgesOf(NodeId value) const {
    const std::uint32_t first = firstEdge[value];
    std::uint32_t last = first;
    while (last < edges.size() && edges[last].value == value) ++last;
    return std::span(edges).subspan(first, last - first);
}

std::vector<bool> Reach::dependsOn(NodeId leaf) const {
    std::vector<bool> depends(inside.size(), false);
    depends[leaf.index()] = true;
    for (const NodeId value : values) {
        for (const WayEdge& edge : edgesOf(value)) {
            if (depends[edge.to.index()]) depends[value.index()] = true;
        }
    }
    return depends;
}

Reach reachOf(const Recording& recording, const Replay& replay, NodeId root) {
    Reach reach;
    const Tape& tape = recording.tape;
    reach.root = replay.valueOf(root);
    reach.inside.assign(tape.size(), false);
    reach.firstEdge = Table<NodeId, std::uint32_t>(tape.size());
    if (!tape.requiresGrad(reach.root)) return reach;
    reach.inside[reach.root.index()] = true;
    for (std::size_t i = reach.root.index() + 1; i-- > 0;) {
        if (!reach.inside[i]) continue;
        for (const WayEdge& edge : replay.edgesOf(NodeId(i))) reach.inside[edge.to.index()] = true;
    }
    for (std::size_t i = 0; i < reach.inside.size(); ++i) {
        if (!reach.inside[i]) continue;
        const NodeId value(i);
        reach.values.push_back(value);
        if (tape.op(value) == Op::Input) reach.leaves.push_back(value);
        reach.firstEdge[value] = static_cast<std::uint32_t>(reach.edges.size());
        const std::vector<WayEdge> own = replay.edgesOf(value);
        reach.edges.insert(reach.edges.end(), own.begin(), own.end());
    }
    return reach;
}

namespace {

void arrive(Replay& replay, Swept& swept, std::uint32_t edge, NodeId to, const Tensor& amount) {
    MaybeTensor& at = swept.known[to];
    Crossing crossing{edge, amount, at, at ? replay.sum(*at, amount) : amount};
    at = crossing.after;
    swept.crossings.push_back(std::move(crossing));
}

}  // namespace

// An operation with several outputs has its turn once, when the last of them comes by: the first one in the record.
Swept pullBack(Replay& replay, const Reach& reach, const Tensor& seed) {
    Swept swept;
    swept.known.resize(reach.inside.size());
    swept.known[reach.root] = seed;
    std::vector<bool> done(reach.inside.size(), false);
    std::unordered_map<std::uint32_t, std::vector<NodeId>> others;  // outputs beyond the first, by operation
    for (const NodeId value : reach.values) {
        if (replay.operationOf(value) != value) others[replay.operationOf(value).value].push_back(value);
    }
    for (std::size_t i = reach.root.index() + 1; i-- > 0 && !replay.refused().valid();) {
        const NodeId node(i);
        const auto more = others.find(node.value);
        if (!reach.inside[i] && more == others.end()) continue;
        if (replay.operationOf(node) != node) continue;
        std::vector<MaybeTensor> adjoints(replay.outputsOf(node));
        if (reach.inside[i]) adjoints[0] = swept.known[node];
        NodeId speaker = reach.inside[i] ? node : NodeId();
        if (more != others.end()) {
            for (const NodeId value : more->second) {
                adjoints[replay.outputOf(value)] = swept.known[value];
                if (!speaker.valid() && swept.known[value]) speaker = value;
            }
        }
        if (!speaker.valid() || std::none_of(adjoints.begin(), adjoints.end(), [](const MaybeTensor& a) { return a.has_value(); }))
            continue;
        if (reach.inside[i] && reach.edgesOf(node).empty()) continue;  // a leaf
        const std::vector<MaybeTensor> given = replay.pull(node, adjoints);
        const std::uint32_t first = reach.firstEdge[speaker];
        for (std::uint32_t e = first; e < reach.edges.size() && reach.edges[e].value == speaker; ++e) {
            const WayEdge& edge = reach.edges[e];
            if (edge.operand < given.size() && given[edge.operand]) arrive(replay, swept, e, edge.to, *given[edge.operand]);
        }
    }
    return swept;
}

Swept pushForward(Replay& replay, const Reach& reach, NodeId leaf, const Tensor& tangent) {
    Swept swept;
    swept.known.resize(reach.inside.size());
    swept.known[leaf] = tangent;
    for (std::uint32_t e = 0; e < reach.edges.size() && !replay.refused().valid(); ++e) {
        const WayEdge& edge = reach.edges[e];
        if (!swept.known[edge.to]) continue;
        if (const MaybeTensor amount = replay.push(edge, *swept.known[edge.to])) arrive(replay, swept, e, edge.value, *amount);
    }
    return swept;
}

}  // namespace backstep
