// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/graph.h"

#include <algorithm>

#include "engine/timeline/terms.h"

namespace backstep {
namespace {

GraphNode::Kind kindOf(const Recording& recording, NodeId id) {
    if (id == recording.output && recording.tape.op(id) != Op::Input) return GraphNode::Kind::Output;
    if (recording.tape.op(id) == Op::Input) return GraphNode::Kind::Input;
    return recording.tape.isConstant(id) ? GraphNode::Kind::Constant : GraphNode::Kind::Operation;
}

// Constants that a drawn operation uses, and nodes of the forward pass; not what only a condition looked at.
std::vector<bool> drawn(const Recording& recording, const GraphOptions& options) {
    const Tape& tape = recording.tape;
    std::vector<bool> shown(tape.size(), false);
    for (std::size_t i = 0; i < tape.size(); ++i) {
        const NodeId id(i);
        if (tape.origin(id).order > 0 || tape.isConstant(id)) continue;
        if (std::find(recording.control.begin(), recording.control.end(), id) != recording.control.end()) continue;
        shown[i] = true;
        if (!options.constants) continue;
        for (const NodeId operand : tape.operands(id)) shown[operand.index()] = true;
    }
    if (recording.output.valid()) shown[recording.output.index()] = true;
    return shown;
}

}  // namespace

int Graph::indexOf(NodeId node) const {
    const auto found = std::lower_bound(nodes.begin(), nodes.end(), node, [](const GraphNode& g, NodeId id) { return g.node < id; });
    return found != nodes.end() && found->node == node ? static_cast<int>(found - nodes.begin()) : -1;
}

Graph buildGraph(const Recording& recording, const Source& source, const GraphOptions& options) {
    Graph graph;
    const std::vector<bool> shown = drawn(recording, options);
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const NodeId id(i);
        if (!shown[i]) continue;
        GraphNode node{id, kindOf(recording, id), toPlainText(nameTerm(recording, source, id).notation), {}};
        if (recording.tape.op(id) != Op::Input) node.expression = toPlainText(expressionTerm(recording, source, id).notation);
        const auto operands = recording.tape.operands(id);
        for (std::size_t k = 0; k < operands.size(); ++k) {
            const int from = graph.indexOf(operands[k]);
            if (from >= 0) graph.edges.push_back({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(graph.nodes.size()), static_cast<std::uint8_t>(k)});
        }
        graph.nodes.push_back(std::move(node));
    }
    return graph;
}

}  // namespace backstep
