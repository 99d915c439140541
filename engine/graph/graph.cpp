// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/graph.h"

#include <algorithm>

#include "engine/graph/folding.h"
#include "engine/timeline/tensorterms.h"

namespace backstep {
namespace {

const Cut* cutOf(const Recording& recording, NodeId value) {
    const auto at =
        std::lower_bound(recording.cuts.begin(), recording.cuts.end(), value, [](const Cut& c, NodeId id) { return c.value < id; });
    return at != recording.cuts.end() && at->value == value ? &*at : nullptr;
}

// A constant that is worth a box of its own: a tensor, a value that the program has a name for, or one that was cut off.
bool isData(const Recording& recording, NodeId id) {
    if (!recording.tape.isConstant(id) || !recording.isProgram) return false;
    return !recording.tape.value(id).isScalar() || !recording.tape.nameOf(id).empty() || cutOf(recording, id) != nullptr;
}

GraphNode::Kind kindOf(const Recording& recording, NodeId id) {
    if (id == recording.output && recording.tape.op(id) != Op::Input) return GraphNode::Kind::Output;
    if (recording.tape.op(id) == Op::Input) return GraphNode::Kind::Input;
    if (!recording.tape.isConstant(id)) return GraphNode::Kind::Operation;
    return isData(recording, id) ? GraphNode::Kind::Data : GraphNode::Kind::Constant;
}

// Constants that a drawn operation uses, and the operations; not what only a condition looked at.
class Shown {
public:
    Shown(const Recording& recording, const GraphOptions& options)
        : r_(recording), options_(options), shown_(recording.tape.size(), false) {}

    std::vector<bool> run() {
        const Tape& tape = r_.tape;
        if (r_.isProgram) markUsed();
        for (std::size_t i = 0; i < tape.size(); ++i) {
            const NodeId id(i);
            if (tape.isConstant(id) || !wanted(id)) continue;
            shown_[i] = true;
            for (const NodeId operand : tape.operands(id)) {
                if (options_.constants || (r_.isProgram && isData(r_, operand))) shown_[operand.index()] = true;
            }
        }
        if (r_.output.valid()) shown_[r_.output.index()] = true;
        return std::move(shown_);
    }

private:
    const Recording& r_;
    const GraphOptions& options_;
    std::vector<bool> shown_;
    std::vector<bool> used_;

    [[nodiscard]] bool wanted(NodeId id) const {
        if (r_.isProgram) return used_[id.index()];
        return std::find(r_.control.begin(), r_.control.end(), id) == r_.control.end();
    }

    // What a sweep began from, what the program has a name for, what was cut off, and everything these need.
    void markUsed() {
        used_.assign(r_.tape.size(), false);
        for (const Sweep& sweep : r_.log.sweeps) used_[sweep.root.index()] = true;
        for (const Cut& cut : r_.cuts) used_[cut.from.index()] = true;
        for (const NodeId named : r_.named) used_[named.index()] = true;
        for (std::size_t i = used_.size(); i-- > 0;) {
            if (!used_[i]) continue;
            for (const NodeId operand : r_.tape.operands(NodeId(i))) used_[operand.index()] = true;
        }
    }
};

class GraphBuilder {
public:
    GraphBuilder(const Recording& recording, const Source& source, Folding folding, std::vector<bool> shown)
        : r_(recording), source_(source), folding_(std::move(folding)), shown_(std::move(shown)), boxes_(folding_.groups.size(), -1) {}

    Graph run() {
        graph_.places.assign(shown_.size(), -1);
        for (std::size_t i = 0; i < shown_.size(); ++i) {
            if (!shown_[i]) continue;
            place(i);
            edges(NodeId(i));
        }
        cuts();
        graph_.groups = std::move(folding_.groups);
        graph_.foldedByItself = folding_.byItself;
        return std::move(graph_);
    }

private:
    const Recording& r_;
    const Source& source_;
    Folding folding_;
    std::vector<bool> shown_;
    std::vector<int> boxes_;                                    // of folded groups
    std::unordered_map<std::uint64_t, std::uint32_t> between_;  // edges that end at a box
    Graph graph_;

    void place(std::size_t i) {
        const int group = folding_.foldedAround(i);
        if (group >= 0 && boxes_[static_cast<std::size_t>(group)] >= 0) {
            graph_.places[i] = boxes_[static_cast<std::size_t>(group)];
            become(graph_.nodes[static_cast<std::size_t>(graph_.places[i])], NodeId(i), folding_.groups[static_cast<std::size_t>(group)]);
            return;
        }
        graph_.places[i] = static_cast<int>(graph_.nodes.size());
        graph_.nodes.push_back(group >= 0 ? boxOf(NodeId(i), group) : nodeOf(NodeId(i)));
        if (group >= 0) boxes_[static_cast<std::size_t>(group)] = graph_.places[i];
    }

    [[nodiscard]] GraphNode nodeOf(NodeId id) const {
        GraphNode node;
        node.node = id;
        node.kind = kindOf(r_, id);
        node.name = toPlainText(nameTerm(r_, source_, id).notation);
        if (const Cut* cut = cutOf(r_, id); cut != nullptr && r_.tape.nameOf(id).empty()) node.name = cutName(*cut, node.name);
        node.shape = shapeText(r_.tape.value(id));
        node.group = folding_.groupOf[id.index()];
        node.again = r_.tape.origin(id).order > 0;
        if (r_.tape.op(id) != Op::Input && node.kind != GraphNode::Kind::Data && node.kind != GraphNode::Kind::Constant) {
            node.expression = toPlainText(expressionTerm(r_, source_, id).notation);
        }
        return node;
    }
    // Of a value without a name: what the text says where it was cut off.
    [[nodiscard]] std::string cutName(const Cut& cut, const std::string& otherwise) const {
        constexpr std::size_t kLongest = 40;
        const std::string_view text = source_.slice(cut.at);
        const bool says = cut.direct && !text.empty() && text.size() <= kLongest && text.find('\n') == std::string_view::npos;
        return says ? std::string(text) : otherwise;
    }
    [[nodiscard]] GraphNode boxOf(NodeId id, int group) const {
        GraphNode box;
        box.kind = GraphNode::Kind::Folded;
        box.group = group;
        box.again = r_.tape.origin(id).order > 0;
        become(box, id, folding_.groups[static_cast<std::size_t>(group)]);
        return box;
    }
    // The box speaks for the last operation in it.
    void become(GraphNode& box, NodeId id, const GraphGroup& group) const {
        box.node = id;
        box.name = toPlainText(nameTerm(r_, source_, id).notation);
        box.shape = shapeText(r_.tape.value(id));
        box.expression = group.title;
        if (group.kind == Scope::Kind::Turn) box.expression = "#" + group.title;
        if (group.kind == Scope::Kind::Loop) box.expression += (group.title.empty() ? "×" : " ×") + std::to_string(group.turns);
        if (group.elided && group.kind == Scope::Kind::Operation) box.expression = "… " + std::to_string(group.size);
    }

    void edges(NodeId user) {
        const auto operands = r_.tape.operands(user);
        const int to = graph_.places[user.index()];
        for (std::size_t k = 0; k < operands.size(); ++k) {
            const int from = graph_.places[operands[k].index()];
            if (from < 0 || from == to) continue;
            const std::uint32_t edge = edgeBetween(static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to));
            graph_.edges[edge].operand = static_cast<std::uint16_t>(k);
            graph_.edges[edge].user = user;
            graph_.ways.emplace(std::uint64_t{user.value} << 16 | k, edge);
        }
    }
    // Every use of an operand is an edge of its own; what a box hides is one.
    std::uint32_t edgeBetween(std::uint32_t from, std::uint32_t to) {
        const bool box = graph_.nodes[from].kind == GraphNode::Kind::Folded || graph_.nodes[to].kind == GraphNode::Kind::Folded;
        const std::uint64_t key = std::uint64_t{from} << 32 | to;
        if (const auto known = between_.find(key); box && known != between_.end()) return known->second;
        graph_.edges.push_back({from, to, 0, {}, false});
        if (box) between_.emplace(key, static_cast<std::uint32_t>(graph_.edges.size() - 1));
        return static_cast<std::uint32_t>(graph_.edges.size() - 1);
    }

    void cuts() {
        for (const Cut& cut : r_.cuts) {
            const int from = graph_.indexOf(cut.from), to = graph_.indexOf(cut.value);
            if (from >= 0 && to >= 0 && from != to)
                graph_.edges.push_back({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to), 0, cut.value, true});
        }
    }
};

}  // namespace

int Graph::indexOf(NodeId node) const { return node.valid() && node.index() < places.size() ? places[node.index()] : -1; }

int Graph::edgeOf(NodeId user, std::size_t operand) const {
    const auto way = ways.find(std::uint64_t{user.value} << 16 | operand);
    return way == ways.end() ? -1 : static_cast<int>(way->second);
}

Graph buildGraph(const Recording& recording, const Source& source, const GraphOptions& options) {
    Scopes flat;  // a formula has no calls and no loops of its own
    flat.all.emplace_back();
    flat.ofNode.assign(recording.tape.size(), 0);
    GraphOptions open = options;
    open.most = ~std::size_t{0};
    return buildGraph(recording, source, flat, open);
}

Graph buildGraph(const Recording& recording, const Source& source, const Scopes& scopes, const GraphOptions& options) {
    std::vector<bool> shown = Shown(recording, options).run();
    Folding folding = foldingOf(recording, source, scopes, shown, options);
    Graph graph = GraphBuilder(recording, source, std::move(folding), std::move(shown)).run();
    graph.untaken = scopes.untaken;
    return graph;
}

}  // namespace backstep
