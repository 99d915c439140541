// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/export/dot.h"

#include <algorithm>
#include <map>

#include "engine/base/numbers.h"
#include "engine/diagram/printable.h"
#include "engine/export/valuetext.h"

namespace backstep {
namespace {

// In quotes a backslash begins an escape ("\N" is the node's name) and & an entity, as in HTML.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : printable(text)) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
        if (c == '&') out += "amp;";
    }
    return out;
}

class DotWriter {
public:
    DotWriter(const Graph& graph, const Recording& recording, const State& state, const GraphWords& words, const DotOptions& options)
        : graph_(graph), r_(recording), state_(state), words_(words), o_(options) {}

    std::string write() {
        std::string out = "digraph \"" + escaped(o_.name) + "\" {\n";
        out += "    graph [label=\"" + escaped(words_.title) +
               "\", labelloc=t, rankdir=" + (o_.direction == Direction::leftToRight ? "LR" : "TB") +
               ", fontname=\"DejaVu Sans\", bgcolor=\"" + colour(Ink::pane) + "\", fontcolor=\"" + colour(Ink::text) + "\"];\n";
        out += "    node [shape=box, style=\"rounded,filled\", fontname=\"DejaVu Sans\", fillcolor=\"" + colour(Ink::pane) +
               "\", color=\"" + colour(Ink::outline) + "\", fontcolor=\"" + colour(Ink::text) + "\"];\n";
        out += "    edge [fontname=\"DejaVu Sans\", fontsize=11, color=\"" + colour(Ink::outline) + "\", fontcolor=\"" +
               colour(reverse() ? Ink::backwardText : Ink::tangent) + "\"];\n";
        for (const GraphNode& node : graph_.nodes) out += "    " + this->node(node);
        const auto amounts = contributions();
        for (const GraphEdge& edge : graph_.edges) {
            const NodeId user = graph_.nodes[edge.to].node;
            out += "    " + id(graph_.nodes[edge.from].node) + " -> " + id(user);
            if (const auto found = amounts.find({edge.user.valid() ? edge.user : user, std::size_t{edge.operand}}); found != amounts.end())
                out += " [label=\"" + escaped(found->second) + "\"]";
            out += ";\n";
        }
        return out + "}\n";
    }

private:
    const Graph& graph_;
    const Recording& r_;
    const State& state_;
    const GraphWords& words_;
    const DotOptions& o_;

    [[nodiscard]] std::string colour(Ink ink) const { return hexOf(colourOf(o_.theme, ink)); }
    [[nodiscard]] bool reverse() const { return !state_.sweep().valid() || r_.log.sweeps[state_.sweep()].mode == SweepMode::Reverse; }
    static std::string id(NodeId node) { return "n" + std::to_string(node.value); }

    [[nodiscard]] std::string node(const GraphNode& g) const {
        std::string label = escaped(g.name + (g.expression.empty() ? "" : " = " + g.expression));
        const bool known = state_.computed(g.node);
        if (g.kind != GraphNode::Kind::Constant) {
            label += "\\n" + escaped(words_.value + " " + (known ? briefly(r_.tape.value(g.node), kNodeDigits) : "—"));
            if (state_.sweep().valid()) {
                const auto& derivative = state_.derivative(g.node);
                label += "\\n" + escaped((reverse() ? words_.adjoint : words_.tangent) + " " +
                                         (derivative ? briefly(*derivative, kNodeDigits) : "—"));
            }
        }
        std::string more;
        if (g.kind == GraphNode::Kind::Input) more = ", shape=oval, style=filled, fillcolor=\"" + colour(Ink::forwardWash) + "\"";
        if (g.kind == GraphNode::Kind::Output) more = ", peripheries=2";
        if (g.kind == GraphNode::Kind::Constant) more = ", shape=plaintext, style=\"\"";
        if (!known) more += ", style=\"rounded,dashed\"";
        return id(g.node) + " [label=\"" + label + "\"" + more + "];\n";
    }

    // What has flowed over an edge in the sweep at hand.
    [[nodiscard]] std::map<std::pair<NodeId, std::size_t>, std::string> contributions() const {
        std::map<std::pair<NodeId, std::size_t>, std::string> out;
        for (std::size_t k = 0; k < state_.stop(); ++k) {
            const Event& event = r_.log.events[k];
            if (event.kind != EventKind::Contribution) continue;
            const Contribution& c = r_.log.contributions[event.index];
            if (c.sweep == state_.sweep()) out[{c.node, c.operand}] = briefly(c.amount, kNodeDigits);
        }
        return out;
    }
};

}  // namespace

std::string toDot(const Graph& graph, const Recording& recording, const State& state, const GraphWords& words, const DotOptions& options) {
    return DotWriter(graph, recording, state, words, options).write();
}

}  // namespace backstep
