// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagram/graphdiagram.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "engine/base/numbers.h"
#include "engine/diagram/chipplacer.h"
#include "engine/diagram/edgepath.h"
#include "engine/diagram/metrics.h"
#include "engine/timeline/terms.h"

namespace backstep {
namespace {

constexpr double kTitleSize = 14;
constexpr double kNumberSize = 12.5;
constexpr double kSmallSize = 11;
constexpr double kPadding = 12;
constexpr double kHeight = 60;
constexpr double kMostTitle = 230;
constexpr double kRadius = 9;
constexpr double kChipText = 230;
constexpr double kChipHeight = 43;
constexpr double kTraceAside = 5;  // of a grey edge, to its right
constexpr double kFlowAside = 8;   // more than half an arrow head
constexpr double kFlowClear = 2.5;
constexpr std::size_t kChipsTried = 24;
constexpr const char* kWidestNumber = "−0.8888";

// Two columns that hold four digits and a minus sign each.
double leastWidth() { return 2 * (textWidth(kWidestNumber, kNumberSize, true) + 16); }

double titleWidth(const GraphNode& node) {
    double width = textWidth(node.name, kTitleSize, true);
    if (!node.expression.empty()) width += textWidth(" = " + node.expression, kTitleSize, false);
    return width;
}

Size sizeOf(const GraphNode& node) {
    if (node.kind == GraphNode::Kind::Constant) return {std::max(28.0, textWidth(node.name, kNumberSize) + 12), 24};
    const double extra = node.kind == GraphNode::Kind::Input ? 12 : node.kind == GraphNode::Kind::Output ? 8 : 0;
    const double width = std::max(leastWidth(), std::min(titleWidth(node), kMostTitle) + 2 * kPadding);
    return {width + extra, node.kind == GraphNode::Kind::Output ? kHeight + 6 : kHeight};
}

Item box(Rect rect, double radius, Ink fill, Stroke stroke, double opacity = 1) { return {BoxShape{rect, radius, true, fill, std::move(stroke)}, opacity}; }
Item text(Point at, Anchor anchor, double size, std::vector<TextRun> runs, double opacity = 1) { return {TextShape{at, anchor, size, std::move(runs)}, opacity}; }

// As many digits as there is room for.
std::string fitted(double value, double width, double size = kNumberSize) {
    for (int digits = kNodeDigits; digits > 1; --digits) {
        std::string shown = significant(value, digits);
        if (textWidth(shown, size, true) <= width) return shown;
    }
    return significant(value, 1);
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
    GraphPainter(const Graph& graph, const Layout& layout, const Recording& recording, const Source& source, const State& state, const GraphWords& words)
        : graph_(graph), layout_(layout), r_(recording), source_(source), state_(state), words_(words), moment_(momentAt(recording, state.stop())) {
        for (const GraphNode& node : graph.nodes) sizes_.push_back(sizeOf(node));
        collectCrossed();
        makeRoomForChips();
    }

    Diagram run() {
        out_.title = words_.title;
        for (std::size_t i = 0; i < graph_.edges.size(); ++i) edge(i);
        for (std::size_t i = 0; i < graph_.nodes.size(); ++i) node(i);
        if (moment_.contribution != nullptr) flow();
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
    std::set<std::pair<NodeId, std::uint8_t>> crossed_;  // edges that a contribution of the sweep at hand has crossed
    Diagram out_;

    [[nodiscard]] Rect rectOf(std::size_t i) const {
        const Size size = sizes_[i];
        const Point c = layout_.centres[i];
        return {c.x - size.width / 2 + origin_.x, c.y - size.height / 2 + origin_.y, size.width, size.height};
    }
    [[nodiscard]] Outline outlineOf(std::size_t i) const {
        const Rect rect = rectOf(i);
        const GraphNode::Kind kind = graph_.nodes[i].kind;
        return {rect, kind == GraphNode::Kind::Input ? rect.height / 2 : kind == GraphNode::Kind::Constant ? 0 : kRadius};
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

    void collectCrossed() {
        if (!state_.sweep().valid()) return;
        for (std::size_t k = 0; k < state_.stop(); ++k) {
            const Event& event = r_.log.events[k];
            if (event.kind != EventKind::Contribution) continue;
            const Contribution& c = r_.log.contributions[event.index];
            if (c.sweep == state_.sweep()) crossed_.emplace(c.node, c.operand);
        }
    }
    [[nodiscard]] bool crossed(const GraphEdge& edge) const { return crossed_.count({graph_.nodes[edge.to].node, edge.operand}) > 0; }
    [[nodiscard]] bool isOf(const Contribution& c, const GraphEdge& edge) const {
        return c.node == graph_.nodes[edge.to].node && c.operand == edge.operand;
    }
    [[nodiscard]] bool isCurrent(const GraphEdge& edge) const { return moment_.contribution != nullptr && isOf(*moment_.contribution, edge); }

    void edge(std::size_t i) {
        const GraphEdge& e = graph_.edges[i];
        const bool ready = state_.computed(graph_.nodes[e.to].node);
        Group group{"edge-" + std::to_string(i), "edge", {}, {}, {}, false, {}};
        group.items.push_back({PathShape{curveOf(i), true, {Ink::outline, 1.3, {}}, 8}, isCurrent(e) ? 0.5 : ready ? 0.7 : 0.3});
        if (crossed(e) && !isCurrent(e)) {
            group.items.push_back({PathShape{besideEdge(i, kTraceAside, 1), false, {flowInk(), 1.6, {}}, 0}, 0.55});
        }
        out_.groups.push_back(std::move(group));
    }

    void node(std::size_t i) {
        const GraphNode& g = graph_.nodes[i];
        const Rect rect = rectOf(i);
        Group group{"node-" + std::to_string(g.node.value), "node", label(g), g.node, rect, false, {}};
        if (g.kind == GraphNode::Kind::Constant) {
            group.items.push_back(text({rect.centre().x, rect.centre().y + capHeight(kNumberSize) / 2}, Anchor::middle, kNumberSize, {{g.name, false, false, Ink::quiet}}));
        } else {
            frame(group, g, outlineOf(i));
            title(group, g, rect);
            numbers(group, g, rect, rect.centre().y + 16);
        }
        out_.groups.push_back(std::move(group));
    }

    void frame(Group& group, const GraphNode& g, const Outline& outline) {
        const Rect& rect = outline.rect;
        const bool receiver = moment_.node == g.node && moment_.event && moment_.event->kind != EventKind::Branched;
        const bool sender = moment_.other == g.node;
        const bool known = state_.computed(g.node);
        Ink fill = g.kind == GraphNode::Kind::Input ? Ink::forwardWash : Ink::pane;
        if (sender) fill = reverse() ? Ink::backwardWash : Ink::forwardWash;
        Stroke stroke{Ink::outline, 1.3, {}};
        if (receiver || sender) stroke = {moment_.sweep != nullptr ? flowInk() : Ink::forward, 3, {}};
        if (!known && !receiver) stroke.dash = {4, 3};
        group.items.push_back(box(rect, outline.radius, fill, stroke, known ? 1 : 0.6));
        if (g.kind != GraphNode::Kind::Output) return;
        const Rect inner{rect.x + 4, rect.y + 4, rect.width - 8, rect.height - 8};
        const Ink ink = receiver || sender ? stroke.ink : Ink::outline;
        group.items.push_back({BoxShape{inner, kRadius - 3, false, fill, {ink, 1.1, stroke.dash}}, known ? 1 : 0.6});
    }

    void title(Group& group, const GraphNode& g, const Rect& rect) {
        const double room = rect.width - 2 * kPadding;
        const std::string expression = g.expression.empty() ? std::string() : " = " + g.expression;
        const double forName = std::max(room * 0.6, room - textWidth(expression, kTitleSize, false));
        std::vector<TextRun> runs{{elideMiddle(g.name, forName, kTitleSize, true), true, false, Ink::text}};
        if (!expression.empty()) {
            const double left = room - textWidth(runs[0].text, kTitleSize, true);
            runs.push_back({elideMiddle(expression, left + 1, kTitleSize, false), false, false, Ink::text});
        }
        group.items.push_back(text({rect.centre().x, rect.centre().y - 7}, Anchor::middle, kTitleSize, std::move(runs), state_.computed(g.node) ? 1 : 0.55));
    }

    void numbers(Group& group, const GraphNode& g, const Rect& rect, double baseline) {
        const double middle = rect.centre().x;
        const double column = rect.width / 2 - (rect.width > leastWidth() + 24 ? kPadding : 8);
        const bool known = state_.computed(g.node);
        const std::string value = known ? fitted(r_.tape.scalar(g.node), column - 4) : "—";
        const auto number = [&](double x, TextRun run, Part part = Part::value) {
            group.items.push_back(text({x, baseline}, Anchor::middle, kNumberSize, {std::move(run)}));
            group.items.back().part = part;
        };
        if (!state_.sweep().valid()) return number(middle, {value, false, false, known ? Ink::text : Ink::faint});
        const auto& derivative = state_.derivative(g.node);
        const bool over = state_.stop() == r_.log.events.size();
        const std::string shown = derivative ? fitted(derivative->item(), column - 4) : over ? "None" : "—";
        const bool current = moment_.node == g.node || moment_.other == g.node;
        number(middle - column / 2 - 1, {value, false, false, known ? Ink::text : Ink::faint});
        group.items.push_back({PathShape{{{middle, baseline - 12}, {middle, baseline + 4}}, false, {Ink::line, 1, {}}, 0}, 1});
        number(middle + column / 2 + 1, {shown, current, false, derivative ? flowText() : Ink::faint}, Part::derivative);
    }

    [[nodiscard]] std::string label(const GraphNode& g) const {
        std::string out = spoken(g.name) + (g.expression.empty() ? "" : " = " + spoken(g.expression));
        if (g.kind == GraphNode::Kind::Constant) return out;
        out += ", " + words_.value + " " + (state_.computed(g.node) ? significant(r_.tape.scalar(g.node), kCardDigits) : "—");
        if (!state_.sweep().valid()) return out;
        const auto& derivative = state_.derivative(g.node);
        return out + ", " + (reverse() ? words_.adjoint : words_.tangent) + " " + (derivative ? significant(derivative->item(), kCardDigits) : "—");
    }

    // The edge of the step at hand: one arrow the way the number travels, and a chip with what it carries.
    void flow() {
        for (std::size_t i = 0; i < graph_.edges.size(); ++i) {
            if (!isCurrent(graph_.edges[i])) continue;
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
        if (!isNumber(partial)) partial += " = " + fitted(explain(r_, source_, state_.stop()).partial.value_or(0), room, kSmallSize);
        const std::string amount = words_.contribution + " " + fitted(c.amount.item(), room, kSmallSize);
        Group group{"chip", "chip", spoken(partial) + ", " + amount, {}, rect, false, {}};
        if (!place.leader.empty()) group.items.push_back({PathShape{place.leader, false, {flowInk(), 1, {}}, 0}, 0.7});
        group.items.push_back(box(rect, 8, reverse() ? Ink::backwardWash : Ink::pane, {flowInk(), 1, {}}));
        group.items.push_back(text({rect.x + 8, rect.y + 18}, Anchor::start, kSmallSize, {{partial, false, false, flowText()}}));
        group.items.push_back(text({rect.x + 8, rect.y + 34}, Anchor::start, kSmallSize, {{amount, true, false, flowText()}}));
        out_.groups.push_back(std::move(group));
    }

    // ∂v₃/∂x = cos x
    [[nodiscard]] std::string partialText(const Contribution& c) const {
        Notation fraction;
        fraction.kind = Notation::Kind::fraction;
        for (const NodeId id : {c.node, r_.tape.operands(c.node)[c.operand]}) {
            fraction.children.push_back(rowOf({markOf(Notation::Kind::prefix, "∂"), nameTerm(r_, source_, id).notation}));
        }
        const Notation equation = rowOf({std::move(fraction), markOf(Notation::Kind::relation, "="), partialTerm(r_, source_, c.node, c.operand).notation});
        return elideMiddle(toPlainText(equation), kChipText, kSmallSize, false);
    }
    // ∂f/∂v₄ = 1 says all there is to say.
    [[nodiscard]] static bool isNumber(const std::string& partial) {
        return partial.find_first_not_of("0123456789.−", partial.rfind("= ") + 2) == std::string::npos;
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
    [[nodiscard]] Rect framed(Size more) const { return {2 - more.width, 2 - more.height, out_.size.width - 4 + 2 * more.width, out_.size.height - 4 + 2 * more.height}; }
    [[nodiscard]] Rect home() const {
        return {origin_.x - kDiagramMargin, origin_.y - kDiagramMargin, layout_.size.width + 2 * kDiagramMargin, layout_.size.height + 2 * kDiagramMargin};
    }

    // A small graph may have no room for a chip between its nodes (a large one has, somewhere). Then the picture is larger, at every step alike.
    void makeRoomForChips() {
        out_.size = {layout_.size.width + 2 * kDiagramMargin, layout_.size.height + 2 * kDiagramMargin};
        if (r_.log.contributions.size() > kChipsTried) return;
        const ChipPlacer chips = placer();
        Size extra;
        for (const Contribution& c : r_.log.contributions) {
            for (std::size_t i = 0; i < graph_.edges.size(); ++i) {
                if (!isOf(c, graph_.edges[i])) continue;
                const Size size = chipSize(partialText(c));
                const Rect chip = chips.place(size, besideEdge(i, kFlowAside, kFlowClear), i, framed({size.width + 100, size.height + 100}), home()).chip;
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
    for (const GraphNode& node : graph.nodes) request.nodes.push_back(sizeOf(node));
    for (const GraphEdge& edge : graph.edges) request.edges.push_back({edge.from, edge.to});
    return request;
}

Diagram graphDiagram(const Graph& graph, const Layout& layout, const Recording& recording, const Source& source, const State& state, const GraphWords& words) {
    return GraphPainter(graph, layout, recording, source, state, words).run();
}

}  // namespace backstep
