// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagram/graphdiagram.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/base/numbers.h"
#include "engine/diagram/chipplacer.h"
#include "engine/diagram/edgepath.h"
#include "engine/diagram/elidenames.h"
#include "engine/diagram/groupframes.h"
#include "engine/diagram/metrics.h"
#include "engine/diagram/nodeshape.h"
#include "engine/diagram/untaken.h"
#include "engine/timeline/tensorterms.h"

namespace backstep {
namespace {

constexpr double kChipText = 230;
constexpr double kChipHeight = 43;
constexpr double kTraceAside = 5;  // of a grey edge, to its right
constexpr double kFlowAside = 8;   // more than half an arrow head
constexpr double kFlowClear = 2.5;
constexpr std::size_t kChipsTried = 24;

Item box(Rect rect, double radius, Ink fill, Stroke stroke, double opacity = 1) {
    return {BoxShape{rect, radius, true, fill, std::move(stroke)}, opacity};
}
Item text(Point at, Anchor anchor, double size, std::vector<TextRun> runs, double opacity = 1) {
    return {TextShape{at, anchor, size, std::move(runs)}, opacity};
}

// A screen reader leaves out small digits and stumbles over thin spaces: v3 = sin x.
std::string spoken(std::string_view name) {
    std::string out;
    for (std::size_t at = 0; at < name.size();) {
        const char32_t code = decodeUtf8(name, at);
        appendUtf8(out, code >= U'\u2080' && code <= U'\u2089' ? U'0' + (code - U'\u2080') : code == U'\u2009' ? U' ' : code);
    }
    return out;
}

class GraphPainter {
public:
    // clang-format off
    GraphPainter(const Graph& graph, const Layout& layout, const Recording& recording, const Source& source, const State& state, const GraphWords& words)
        : graph_(graph), layout_(layout), r_(recording), source_(source), state_(state), words_(words), moment_(momentAt(recording, state.stop())) {
        // clang-format on
        for (const GraphNode& node : graph.nodes) sizes_.push_back(sizeOfNode(node));
        makeRoomForChips();
    }

    Diagram run(const std::vector<GhostFlow>& ghosts) {
        out_.title = words_.title;
        std::vector<Rect> rects;
        for (std::size_t i = 0; i < graph_.nodes.size(); ++i) rects.push_back(rectOf(i));
        for (Group& frame : groupFrames(graph_, rects)) out_.groups.push_back(std::move(frame));
        for (std::size_t i = 0; i < graph_.edges.size(); ++i) edge(i);
        for (std::size_t i = 0; i < graph_.nodes.size(); ++i) node(i);
        if (moment_.contribution) flow();
        for (const GhostFlow& ghost : ghosts) ghostFlow(ghost);
        addUntaken(out_, graph_.untaken, words_.untaken, state_.stop());
        return std::move(out_);
    }

private:
    const Graph& graph_;
    const Layout& layout_;
    const Recording& r_;
    const Source& source_;
    const State& state_;
    const GraphWords& words_;
    Moment moment_;
    std::vector<Size> sizes_;
    Point origin_{kDiagramMargin, kDiagramMargin};
    Diagram out_;

    [[nodiscard]] Rect rectOf(std::size_t i) const {
        const Size size = sizes_[i];
        const Point c = layout_.centres[i];
        return {c.x - size.width / 2 + origin_.x, c.y - size.height / 2 + origin_.y, size.width, size.height};
    }
    [[nodiscard]] Outline outlineOf(std::size_t i) const {
        const Rect rect = rectOf(i);
        const GraphNode::Kind kind = graph_.nodes[i].kind;
        return {rect, kind == GraphNode::Kind::Input ? rect.height / 2 : kind == GraphNode::Kind::Constant ? 0 : kNodeRadius};
    }
    [[nodiscard]] std::vector<Point> curveOf(std::size_t edge) const {
        std::vector<Point> curve = layout_.curves[edge];
        for (Point& p : curve) p = {p.x + origin_.x, p.y + origin_.y};
        return reachingOutlines(std::move(curve), outlineOf(graph_.edges[edge].from), outlineOf(graph_.edges[edge].to));
    }
    // Beside the edge, from outline to outline, `clear` of both.
    [[nodiscard]] std::vector<Point> besideEdge(std::size_t edge, double aside, double clear) const {
        return betweenOutlines(offsetPath(curveOf(edge), aside), outlineOf(graph_.edges[edge].from).grown(clear),
                               outlineOf(graph_.edges[edge].to).grown(clear));
    }
    [[nodiscard]] bool reverse() const { return !state_.sweep().valid() || r_.log.sweeps[state_.sweep()].mode == SweepMode::Reverse; }
    [[nodiscard]] Ink flowInk() const { return reverse() ? Ink::backward : Ink::tangent; }
    [[nodiscard]] Ink flowText() const { return reverse() ? Ink::backwardText : Ink::tangent; }

    [[nodiscard]] bool crossed(const GraphEdge& edge) const {
        return edge.user.valid() && !edge.cut && state_.crossed(edge.user, edge.operand);
    }
    // Of a folded group all edges inside are its own: what flows there flows in the box.
    [[nodiscard]] bool isOf(const Contribution& c, std::size_t edge) const {
        return graph_.edgeOf(c.node, c.operand) == static_cast<int>(edge);
    }
    [[nodiscard]] bool isCurrent(std::size_t edge) const { return moment_.contribution && isOf(*moment_.contribution, edge); }
    [[nodiscard]] bool isAt(NodeId node, const GraphNode& shown) const {
        return node.valid() && (node == shown.node || graph_.indexOf(node) == static_cast<int>(&shown - graph_.nodes.data()));
    }

    void edge(std::size_t i) {
        const GraphEdge& e = graph_.edges[i];
        if (e.cut) return cutEdge(i);
        const bool ready = state_.computed(graph_.nodes[e.to].node);
        Group group{"edge-" + std::to_string(i), "edge", {}, {}, {}, false, {}};
        group.items.push_back({PathShape{curveOf(i), true, {Ink::outline, 1.3, {}}, 8}, isCurrent(i) ? 0.5 : ready ? 0.7 : 0.3});
        if (crossed(e) && !isCurrent(i)) {
            group.items.push_back({PathShape{besideEdge(i, kTraceAside, 1), false, {flowInk(), 1.6, {}}, 0}, 0.55});
        }
        out_.groups.push_back(std::move(group));
    }

    // detach() lets the value through and no gradient back: two halves with a gap, and two strokes across it.
    void cutEdge(std::size_t i) {
        const std::vector<Point> path = flattened(curveOf(i));
        Group group{"edge-" + std::to_string(i), "cut", words_.cut, {}, {}, false, {}};
        const std::size_t middle = path.size() / 2;
        if (path.size() >= 6) {
            const std::vector<Point> first(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(middle) - 1),
                second(path.begin() + static_cast<std::ptrdiff_t>(middle) + 2, path.end());
            group.items.push_back({PathShape{first, false, {Ink::outline, 1.3, {3, 3}}, 0}, 0.8});
            group.items.push_back({PathShape{second, false, {Ink::outline, 1.3, {3, 3}}, 8}, 0.8});
            for (const Point& p : {first.back(), second.front()}) {
                group.items.push_back({PathShape{{{p.x - 5, p.y + 4}, {p.x + 5, p.y - 4}}, false, {Ink::backward, 1.8, {}}, 0}, 1});
            }
        }
        out_.groups.push_back(std::move(group));
    }

    // Backward over the gap, faint and dotted, with what it would bring.
    void ghostFlow(const GhostFlow& ghost) {
        const std::size_t i = ghost.edge;
        if (i >= graph_.edges.size() || !graph_.edges[i].cut) return;
        std::vector<Point> path = besideEdge(i, kFlowAside, kFlowClear);
        const Size size{textWidth(ghost.text, kSmallSize) + 16, 26};
        Rect rect = placer().place(size, path, i, framed({}), home()).chip;
        rect.x = std::max(rect.x, 4.0);
        rect.y = std::max(rect.y, 4.0);
        std::reverse(path.begin(), path.end());
        Group group{"ghost-" + std::to_string(i), "ghost", ghost.text, {}, rect, false, {}};
        group.items.push_back({PathShape{std::move(path), false, {Ink::backward, 1.6, {1.5, 4}}, 9}, 0.7});
        group.items.push_back({BoxShape{rect, 8, true, Ink::pane, {Ink::backward, 1, {2, 3}}}, 0.9});
        group.items.push_back(text({rect.x + 8, rect.y + 17}, Anchor::start, kSmallSize, {{ghost.text, false, true, Ink::backwardText}}));
        out_.size = {std::max(out_.size.width, rect.right() + 4), std::max(out_.size.height, rect.bottom() + 4)};
        out_.groups.push_back(std::move(group));
    }

    void node(std::size_t i) {
        const GraphNode& g = graph_.nodes[i];
        const Rect rect = rectOf(i);
        Group group{"node-" + std::to_string(g.node.value), "node", label(g), g.node, rect, false, {}};
        if (g.kind == GraphNode::Kind::Constant) {
            group.items.push_back(text({rect.centre().x, rect.centre().y + capHeight(kNumberSize) / 2}, Anchor::middle, kNumberSize,
                                       {{g.name, false, false, Ink::quiet}}));
        } else {
            group.fold = g.kind == GraphNode::Kind::Folded ? g.group : -1;
            frame(group, g, outlineOf(i));
            title(group, g, rect);
            numbers(group, g, rect, rect.centre().y + 16);
            savedMark(group, g, rect);
        }
        out_.groups.push_back(std::move(group));
    }

    void frame(Group& group, const GraphNode& g, const Outline& outline) {
        const Rect& rect = outline.rect;
        const bool receiver = isAt(moment_.node, g) && moment_.event && moment_.event->kind != EventKind::Branched;
        const bool sender = isAt(moment_.other, g);
        const bool known = state_.computed(g.node);
        Ink fill = g.kind == GraphNode::Kind::Input ? Ink::forwardWash : Ink::pane;
        if (sender) fill = reverse() ? Ink::backwardWash : Ink::forwardWash;
        Stroke stroke{g.again ? Ink::second : g.kind == GraphNode::Kind::Data ? Ink::line : Ink::outline, 1.3, {}};
        if (receiver || sender) stroke = {moment_.sweep != nullptr ? flowInk() : Ink::forward, 3, {}};
        if (!known && !receiver) stroke.dash = {4, 3};
        if (g.kind == GraphNode::Kind::Folded) {  // a pile
            for (const double behind : {6.0, 3.0}) {
                group.items.push_back(box({rect.x + behind, rect.y + behind, rect.width, rect.height}, outline.radius, Ink::pane,
                                          {Ink::outline, 1, {}}, 0.7));
            }
        }
        group.items.push_back(box(rect, outline.radius, fill, stroke, known ? 1 : 0.6));
        if (g.kind != GraphNode::Kind::Output) return;
        const Rect inner{rect.x + 4, rect.y + 4, rect.width - 8, rect.height - 8};
        const Ink ink = receiver || sender ? stroke.ink : Ink::outline;
        group.items.push_back({BoxShape{inner, kNodeRadius - 3, false, fill, {ink, 1.1, stroke.dash}}, known ? 1 : 0.6});
    }

    void title(Group& group, const GraphNode& g, const Rect& rect) {
        const bool folded = g.kind == GraphNode::Kind::Folded;
        const std::string shape = g.shape.empty() ? std::string() : "  " + g.shape;
        const double room = rect.width - 2 * kNodePadding - textWidth(shape, kSmallSize, false);
        const std::string expression = g.expression.empty() ? std::string() : " = " + g.expression;
        const double forName = std::max(room * 0.6, room - textWidth(expression, kTitleSize, false));
        std::vector<TextRun> runs{{elideMiddle(g.name, forName, kTitleSize, true), true, false, Ink::text}};
        if (!expression.empty()) {
            const double left = room - textWidth(runs[0].text, kTitleSize, true);
            runs.push_back({elideNames(expression, left + 1, kTitleSize), false, folded, Ink::text});
        }
        const double opacity = state_.computed(g.node) ? 1 : 0.55;
        const Point at{rect.centre().x - textWidth(shape, kSmallSize, false) / 2, rect.centre().y - 7};
        double width = 0;
        for (const TextRun& run : runs) width += textWidth(run.text, kTitleSize, run.bold);
        group.items.push_back(text(at, Anchor::middle, kTitleSize, std::move(runs), opacity));
        if (!shape.empty())
            group.items.push_back(text({at.x + width / 2, at.y}, Anchor::start, kSmallSize, {{shape, false, false, Ink::quiet}}, opacity));
    }

    void numbers(Group& group, const GraphNode& g, const Rect& rect, double baseline) {
        const double middle = rect.centre().x;
        const double column = columnOfNode(g, rect.width);
        const bool known = state_.computed(g.node);
        const auto mark = [&](std::size_t from, Part part) {
            for (std::size_t i = from; i < group.items.size(); ++i) group.items[i].part = part;
        };
        const auto word = [&](double x, const char* shown) {
            group.items.push_back(text({x, baseline}, Anchor::middle, kNumberSize, {{shown, false, false, Ink::faint}}));
        };
        const bool alone = !state_.sweep().valid() || g.kind == GraphNode::Kind::Data;
        const double left = alone ? middle : middle - column / 2 - 1;
        const std::size_t first = group.items.size();
        if (known) drawValue(group, r_.tape.value(g.node), {left, baseline}, column, Ink::text, false);
        else word(left, "—");
        mark(first, Part::value);
        if (alone) return;
        const auto derivative = state_.derivative(g.node);
        const bool current = isAt(moment_.node, g) || isAt(moment_.other, g);
        group.items.push_back({PathShape{{{middle, baseline - 12}, {middle, baseline + 4}}, false, {Ink::line, 1, {}}, 0}, 1});
        const Point right{middle + column / 2 + 1, baseline};
        const std::size_t second = group.items.size();
        if (derivative) drawValue(group, *derivative, right, column, flowText(), current);
        else word(right.x, known && isOver() ? "None" : "—");
        mark(second, Part::derivative);
    }
    // The sweep has run to its end: what has got nothing until now gets nothing.
    [[nodiscard]] bool isOver() const { return state_.stop() >= state_.endOfSweep(); }

    // What the operation keeps for its rule: a full dot, hollow once backward() has freed it.
    void savedMark(Group& group, const GraphNode& g, const Rect& rect) {
        const auto freed = state_.timeline().freedAt(g.node);
        if (!freed || !state_.computed(g.node)) return;
        CircleShape dot{{rect.right() - 9, rect.bottom() - 9}, 3, !state_.freed(g.node), Ink::quiet, {Ink::quiet, 1.2, {}}};
        group.items.push_back({dot, 0.9});
    }

    [[nodiscard]] std::string label(const GraphNode& g) const {
        std::string out = spoken(g.name) + (g.expression.empty() ? "" : " = " + spoken(g.expression));
        if (g.kind == GraphNode::Kind::Constant) return out;
        out += ", " + words_.value + " " + (state_.computed(g.node) ? tensorText(r_.tape.value(g.node), kCardDigits) : "—");
        if (!state_.sweep().valid() || g.kind == GraphNode::Kind::Data) return out;
        const auto derivative = state_.derivative(g.node);
        return out + ", " + (reverse() ? words_.adjoint : words_.tangent) + " " + (derivative ? tensorText(*derivative, kCardDigits) : "—");
    }

    // The edge of the step at hand: one arrow the way the number travels, and a chip with what it carries.
    void flow() {
        for (std::size_t i = 0; i < graph_.edges.size(); ++i) {
            if (!isCurrent(i)) continue;
            std::vector<Point> path = besideEdge(i, kFlowAside, kFlowClear);
            if (reverse()) std::reverse(path.begin(), path.end());
            Group arrow{"flow", "flow", {}, {}, {}, false, {}};
            arrow.items.push_back({PathShape{path, false, {flowInk(), 3.2, {9, 5}}, 14}, 1});
            out_.groups.push_back(std::move(arrow));
            const std::string partial = partialText(*moment_.contribution);
            chip(partial, placer().place(chipSize(partial), besideEdge(i, kFlowAside, kFlowClear), i, framed({}), home()));
        }
    }

    void chip(std::string partial, const ChipPlacer::Place& place) {
        const Rect& rect = place.chip;
        const Contribution& c = *moment_.contribution;
        const double room = textWidth(kWidestNumber, kSmallSize, true);
        const std::optional<double> number = explain(r_, source_, state_.stop(), state_.timeline()).partial;
        if (!isNumber(partial) && number) partial += " = " + fittedNumber(*number, room, kSmallSize);
        const std::string amount =
            words_.contribution + " " + (c.amount.isScalar() ? fittedNumber(c.amount.item(), room, kSmallSize) : shapeText(c.amount));
        Group group{"chip", "chip", spoken(partial) + ", " + amount, {}, rect, false, {}};
        if (!place.leader.empty()) group.items.push_back({PathShape{place.leader, false, {flowInk(), 1, {}}, 0}, 0.7});
        group.items.push_back(box(rect, 8, reverse() ? Ink::backwardWash : Ink::pane, {flowInk(), 1, {}}));
        group.items.push_back(text({rect.x + 8, rect.y + 18}, Anchor::start, kSmallSize, {{partial, false, false, flowText()}}));
        group.items.push_back(text({rect.x + 8, rect.y + 34}, Anchor::start, kSmallSize, {{amount, true, false, flowText()}}));
        out_.groups.push_back(std::move(group));
    }

    // ∂v₃/∂x = cos x; of an operation on whole tensors what its rule sends: v̄₃ @ Wᵀ.
    [[nodiscard]] std::string partialText(const Contribution& c) const {
        Notation fraction;
        fraction.kind = Notation::Kind::fraction;
        for (const NodeId id : {c.node, r_.tape.operands(c.node)[c.operand]}) {
            fraction.children.push_back(rowOf({markOf(Notation::Kind::prefix, "∂"), nameTerm(r_, source_, id).notation}));
        }
        Notation shown = std::move(fraction);
        if (hasPartial(r_.tape, c.node, c.operand)) {
            shown = rowOf({std::move(shown), markOf(Notation::Kind::relation, "="), partialTerm(r_, source_, c.node, c.operand).notation});
        } else if (auto product = shapedProduct(r_.tape.op(c.node), c.operand, [&](char letter) { return termOf(c, letter); })) {
            shown = std::move(product->notation);
        }
        return elideMiddle(toPlainText(shown), kChipText, kSmallSize, false);
    }
    [[nodiscard]] Term termOf(const Contribution& c, char letter) const {
        const auto operands = r_.tape.operands(c.node);
        const auto i = static_cast<std::size_t>(letter - 'a');
        if (letter != 'g') return nameTerm(r_, source_, letter == 'y' || i >= operands.size() ? c.node : operands[i]);
        Notation bar;
        bar.kind = Notation::Kind::bar;
        bar.children.push_back(nameTerm(r_, source_, c.from).notation);
        return {std::move(bar), Term::Grip::Atom, {}};
    }
    // ∂f/∂v₄ = 1 says all there is to say.
    [[nodiscard]] static bool isNumber(const std::string& partial) {
        const std::size_t equal = partial.rfind("= ");
        return equal != std::string::npos && partial.find_first_not_of("0123456789.−", equal + 2) == std::string::npos;
    }
    // Of its words alone, as that of a node: the numbers have to fit.
    [[nodiscard]] Size chipSize(const std::string& partial) const {
        const double first = textWidth(partial + (isNumber(partial) ? "" : std::string(" = ") + kWidestNumber), kSmallSize);
        return {std::max(first, textWidth(words_.contribution + " " + kWidestNumber, kSmallSize, true)) + 16, kChipHeight};
    }
    [[nodiscard]] ChipPlacer placer() const {
        std::vector<Rect> nodes;
        std::vector<std::vector<Point>> edges;
        for (std::size_t i = 0; i < graph_.nodes.size(); ++i) nodes.push_back(rectOf(i));
        for (std::size_t i = 0; i < graph_.edges.size(); ++i) edges.push_back(flattened(curveOf(i)));
        return {std::move(nodes), std::move(edges)};
    }

    // The picture but for a hair's breadth, and the part of it that the layout needs.
    [[nodiscard]] Rect framed(Size more) const {
        return {2 - more.width, 2 - more.height, out_.size.width - 4 + 2 * more.width, out_.size.height - 4 + 2 * more.height};
    }
    [[nodiscard]] Rect home() const {
        return {origin_.x - kDiagramMargin, origin_.y - kDiagramMargin, layout_.size.width + 2 * kDiagramMargin,
                layout_.size.height + 2 * kDiagramMargin};
    }

    // A small graph may have no room for a chip between its nodes (a large one has, somewhere). Then the picture is larger, at every step alike.
    void makeRoomForChips() {
        const double frames = groupFrameMargin(graph_);
        origin_ = {origin_.x + frames, origin_.y + frames};
        out_.size = {layout_.size.width + 2 * (kDiagramMargin + frames), layout_.size.height + 2 * (kDiagramMargin + frames)};
        if (r_.log.contributions.size() > kChipsTried) return;
        const ChipPlacer chips = placer();
        Size extra;
        for (const Contribution& c : r_.log.contributions) {
            for (std::size_t i = 0; i < graph_.edges.size(); ++i) {
                if (!isOf(c, i)) continue;
                const Size size = chipSize(partialText(c));
                const Rect chip =
                    chips.place(size, besideEdge(i, kFlowAside, kFlowClear), i, framed({size.width + 100, size.height + 100}), home()).chip;
                extra.width = std::max({extra.width, 4 - chip.x, chip.right() + 4 - out_.size.width});
                extra.height = std::max({extra.height, 4 - chip.y, chip.bottom() + 4 - out_.size.height});
            }
        }
        extra = {std::ceil(extra.width), std::ceil(extra.height)};
        origin_ = {origin_.x + extra.width, origin_.y + extra.height};
        out_.size = {out_.size.width + 2 * extra.width, out_.size.height + 2 * extra.height};
    }
};

}  // namespace

LayoutRequest layoutRequest(const Graph& graph, Direction direction) {
    LayoutRequest request;
    request.direction = direction;
    request.rankGap = direction == Direction::leftToRight ? 72 : 60;
    request.nodeGap = direction == Direction::leftToRight ? 52 : 56;
    for (const GraphNode& node : graph.nodes) request.nodes.push_back(sizeOfNode(node));
    for (const GraphEdge& edge : graph.edges) request.edges.push_back({edge.from, edge.to});
    return request;
}

Diagram graphDiagram(const Graph& graph, const Layout& layout, const Recording& recording, const Source& source, const State& state,
                     const GraphWords& words, const std::vector<GhostFlow>& ghosts) {
    return GraphPainter(graph, layout, recording, source, state, words).run(ghosts);
}

}  // namespace backstep
