// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagram/graphpicture.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "engine/diagram/groupframes.h"
#include "engine/diagram/metrics.h"
#include "engine/diagram/nodeshape.h"
#include "engine/diagram/untaken.h"

namespace backstep {
namespace {

constexpr double kTraceAside = 5;  // of a grey edge, to its right
constexpr std::size_t kChipsTried = 24;
constexpr std::size_t kNear = 32;  // events between two steps of which each is looked at

}  // namespace

GraphPicture::GraphPicture(const Graph& graph, const Layout& layout, const Recording& recording, const Source& source, GraphWords words)
    : graph_(graph),
      r_(recording),
      source_(source),
      words_(std::move(words)),
      places_(graph, layout),
      flow_(recording, source, words_),
      edges_(graph.edges.size()),
      nodes_(graph.nodes.size()) {
    makeRoomForChips();
    sortEdges();
    out_.title = words_.title;
    drawFrames();
}

// A small graph may have no room for a chip between its nodes (a large one has, somewhere). Then the picture is larger, at every step
// alike.
void GraphPicture::makeRoomForChips() {
    if (r_.log.contributions.size() > kChipsTried) return;
    Size extra;
    for (const Contribution& c : r_.log.contributions) {
        const int edge = graph_.edgeOf(c.node, c.operand);
        if (edge < 0) continue;
        const Size size = flow_.chipSize(flow_.partialText(c));
        const Rect chip = places_.chipBeside(static_cast<std::size_t>(edge), size, {size.width + 100, size.height + 100}).chip;
        extra.width = std::max({extra.width, 4 - chip.x, chip.right() + 4 - places_.size().width});
        extra.height = std::max({extra.height, 4 - chip.y, chip.bottom() + 4 - places_.size().height});
    }
    places_.grow({std::ceil(extra.width), std::ceil(extra.height)});
}

void GraphPicture::drawFrames() {
    out_.groups = groupFrames(graph_, places_.rects());
    std::vector<Group> titles;
    for (Group& frame : out_.groups) titles.push_back(titleOf(frame));
    firstEdge_ = out_.groups.size();
    const std::size_t firstTitle = firstEdge_ + edges_.size();
    firstNode_ = firstTitle + titles.size();
    firstMoving_ = firstNode_ + nodes_.size();
    out_.groups.resize(firstMoving_);
    std::move(titles.begin(), titles.end(), out_.groups.begin() + static_cast<std::ptrdiff_t>(firstTitle));
}

// The words of a frame stand on a ground of their own, above the edges that run under them.
Group GraphPicture::titleOf(Group& frame) {
    Group title{frame.id + "-title", "title", {}, {}, {}, false, {}};
    const auto* words = std::get_if<TextShape>(&frame.items.back().shape);
    if (words == nullptr || words->runs.empty()) return title;
    title.bounds = {words->at.x - 2, words->at.y - 10, textWidth(words->runs[0].text, kSmallSize) + 4, 13};
    title.items.push_back({BoxShape{title.bounds, 3, true, Ink::paper, {Ink::paper, 0, {}}}, 0.9});
    title.items.push_back(std::move(frame.items.back()));
    frame.items.pop_back();
    return title;
}

GraphPicture::Step GraphPicture::stepAt(const State& state) const {
    Step step;
    step.stop = state.stop();
    step.sweep = state.sweep();
    if (step.sweep.valid()) step.mode = r_.log.sweeps[step.sweep].mode;
    step.over = state.stop() >= state.endOfSweep();
    locate(step);
    return step;
}

void GraphPicture::locate(Step& step) const {
    step.moment = momentAt(r_, step.stop);
    const auto shownBy = [&](NodeId node) { return node.valid() ? graph_.indexOf(node) : -1; };
    const bool decides = step.moment.event && step.moment.event->kind == EventKind::Branched;
    step.to = step.moment.event && !decides ? shownBy(step.moment.node) : -1;
    step.from = shownBy(step.moment.other);
    // Of a folded group all edges inside are its own: what flows there flows in the box.
    if (step.moment.contribution) step.edge = graph_.edgeOf(step.moment.contribution->node, step.moment.contribution->operand);
}

void GraphPicture::sortEdges() {
    firstOfEnd_.assign(graph_.nodes.size() + 1, 0);
    for (const GraphEdge& edge : graph_.edges) ++firstOfEnd_[static_cast<std::size_t>(edge.to) + 1];
    std::partial_sum(firstOfEnd_.begin(), firstOfEnd_.end(), firstOfEnd_.begin());
    byEnd_.resize(graph_.edges.size());
    std::vector<std::size_t> next = firstOfEnd_;
    for (std::size_t i = 0; i < graph_.edges.size(); ++i) byEnd_[next[static_cast<std::size_t>(graph_.edges[i].to)]++] = i;
    for (std::size_t i = 0; i < graph_.nodes.size(); ++i) {
        NodeId of = graph_.nodes[i].node;
        while (r_.tape.op(of) == Op::Output) of = r_.tape.operands(of)[0];
        if (of != graph_.nodes[i].node) known_[of.value].push_back(i);
    }
}

// A node that was computed makes the edges to it ready, and so do its outputs, which are known with it.
void GraphPicture::addTouched(const Step& step, Touched& touched) const {
    for (const int i : {step.to, step.from}) {
        if (i >= 0) touched.nodes.push_back(static_cast<std::size_t>(i));
    }
    if (step.edge >= 0) touched.edges.push_back(static_cast<std::size_t>(step.edge));
    if (!step.moment.event || step.moment.event->kind != EventKind::Recorded) return;
    const auto computed = [&](std::size_t i) {
        touched.nodes.push_back(i);
        for (std::size_t k = firstOfEnd_[i]; k < firstOfEnd_[i + 1]; ++k) touched.edges.push_back(byEnd_[k]);
    };
    if (step.to >= 0) computed(static_cast<std::size_t>(step.to));
    const auto outputs = known_.find(step.moment.node.value);
    if (outputs == known_.end()) return;
    for (const std::size_t i : outputs->second) computed(i);
}

// What the events between the last step drawn and this one are about, and what stood out at either. Where more has changed, or much has
// happened, it may be anything.
GraphPicture::Touched GraphPicture::touchedBy(const Step& step) const {
    Touched touched;
    const auto distance = last_ ? std::max(last_->stop, step.stop) - std::min(last_->stop, step.stop) : kNear + 1;
    if (distance > kNear || last_->sweep != step.sweep || last_->over != step.over) {
        touched.nodes.resize(nodes_.size());
        touched.edges.resize(edges_.size());
        std::iota(touched.nodes.begin(), touched.nodes.end(), 0);
        std::iota(touched.edges.begin(), touched.edges.end(), 0);
        return touched;
    }
    for (std::size_t stop = std::min(last_->stop, step.stop); stop <= std::max(last_->stop, step.stop); ++stop) {
        Step between;
        between.stop = stop;
        locate(between);
        addTouched(between, touched);
    }
    for (auto* some : {&touched.nodes, &touched.edges}) {
        std::sort(some->begin(), some->end());
        some->erase(std::unique(some->begin(), some->end()), some->end());
    }
    return touched;
}

const Diagram& GraphPicture::at(const State& state, const std::vector<GhostFlow>& ghosts) {
    const Step step = stepAt(state);
    out_.size = places_.size();
    out_.groups.resize(firstMoving_);
    redrawn_.clear();
    const Touched touched = touchedBy(step);
    drawEdges(touched.edges, state, step);
    drawNodes(touched.nodes, state, step);
    drawFlow(state, step);
    for (const GhostFlow& ghost : ghosts) {
        if (ghost.edge >= edges_.size() || !graph_.edges[ghost.edge].cut) continue;
        out_.groups.push_back(ghostGroup(ghost));
        const Rect& chip = out_.groups.back().bounds;
        out_.size = {std::max(out_.size.width, chip.right() + 4), std::max(out_.size.height, chip.bottom() + 4)};
    }
    addUntaken(out_, graph_.untaken, words_.untaken, state.stop());
    last_ = step;
    return out_;
}

GraphPicture::EdgeLook GraphPicture::lookOfEdge(std::size_t i, const State& state, const Step& step) const {
    const GraphEdge& e = graph_.edges[i];
    if (e.cut) return {};
    EdgeLook look;
    look.ready = state.computed(graph_.nodes[e.to].node);
    look.current = step.edge == static_cast<int>(i);
    look.crossed = !look.current && e.user.valid() && state.crossed(e.user, e.operand);
    if (look.crossed) look.mode = step.mode;
    return look;
}

void GraphPicture::drawEdges(const std::vector<std::size_t>& some, const State& state, const Step& step) {
    for (const std::size_t i : some) {
        const EdgeLook look = lookOfEdge(i, state, step);
        if (last_ && look == edges_[i]) continue;
        edges_[i] = look;
        out_.groups[firstEdge_ + i] = graph_.edges[i].cut ? cutGroup(i) : edgeGroup(i, look);
        redrawn_.push_back(firstEdge_ + i);
    }
}

Group GraphPicture::edgeGroup(std::size_t i, const EdgeLook& look) const {
    Group group{"edge-" + std::to_string(i), "edge", {}, {}, {}, false, {}};
    const double opacity = look.current ? 0.5 : look.ready ? 0.7 : 0.3;
    group.items.push_back({PathShape{places_.curve(i), true, {Ink::outline, 1.3, {}}, 8}, opacity});
    if (look.crossed) {
        const Ink ink = look.mode == SweepMode::Reverse ? Ink::backward : Ink::tangent;
        group.items.push_back({PathShape{places_.beside(i, kTraceAside, 1), false, {ink, 1.6, {}}, 0}, 0.55});
    }
    return group;
}

// detach() lets the value through and no gradient back: two halves with a gap, and two strokes across it.
Group GraphPicture::cutGroup(std::size_t i) const {
    Group group{"edge-" + std::to_string(i), "cut", words_.cut, {}, {}, false, {}};
    const std::vector<Point> path = flattened(places_.curve(i));
    if (path.size() < 6) return group;
    const auto middle = static_cast<std::ptrdiff_t>(path.size() / 2);
    const std::vector<Point> first(path.begin(), path.begin() + middle - 1), second(path.begin() + middle + 2, path.end());
    group.items.push_back({PathShape{first, false, {Ink::outline, 1.3, {3, 3}}, 0}, 0.8});
    group.items.push_back({PathShape{second, false, {Ink::outline, 1.3, {3, 3}}, 8}, 0.8});
    for (const Point& p : {first.back(), second.front()}) {
        group.items.push_back({PathShape{{{p.x - 5, p.y + 4}, {p.x + 5, p.y - 4}}, false, {Ink::backward, 1.8, {}}, 0}, 1});
    }
    return group;
}

// Backward over the gap, faint and dotted, with what it would bring.
Group GraphPicture::ghostGroup(const GhostFlow& ghost) const {
    const Size size{textWidth(ghost.text, kSmallSize) + 16, 26};
    Rect rect = places_.chipBeside(ghost.edge, size).chip;
    rect.x = std::max(rect.x, 4.0);
    rect.y = std::max(rect.y, 4.0);
    std::vector<Point> path = places_.besideFlow(ghost.edge);
    std::reverse(path.begin(), path.end());
    Group group{"ghost-" + std::to_string(ghost.edge), "ghost", ghost.text, {}, rect, false, {}};
    group.items.push_back({PathShape{std::move(path), false, {Ink::backward, 1.6, {1.5, 4}}, 9}, 0.7});
    group.items.push_back({BoxShape{rect, 8, true, Ink::pane, {Ink::backward, 1, {2, 3}}}, 0.9});
    group.items.push_back(
        {TextShape{{rect.x + 8, rect.y + 17}, Anchor::start, kSmallSize, {{ghost.text, false, true, Ink::backwardText}}}, 1});
    return group;
}

NodeLook GraphPicture::lookOfNode(std::size_t i, const State& state, const Step& step) const {
    const NodeId node = graph_.nodes[i].node;
    NodeLook look;
    look.known = state.computed(node);
    look.receives = step.to == static_cast<int>(i);
    look.sends = step.from == static_cast<int>(i);
    look.fails = look.receives && step.moment.event->kind == EventKind::Raised;
    look.sweeping = (look.receives || look.sends) && step.moment.sweep != nullptr;
    look.reverse = step.mode == SweepMode::Reverse;
    look.sweep = state.sweep();
    look.arrived = state.arrived(node);
    look.left = step.over && look.arrived == 0;
    if (state.timeline().freedAt(node)) look.keeps = !state.freed(node);
    return look;
}

void GraphPicture::drawNodes(const std::vector<std::size_t>& some, const State& state, const Step& step) {
    for (const std::size_t i : some) {
        NodeLook look = lookOfNode(i, state, step);
        if (last_ && look == nodes_[i]) continue;
        nodes_[i] = look;
        const GraphNode& node = graph_.nodes[i];
        const NodeNumbers numbers{r_.tape.value(node.node), state.derivative(node.node)};
        out_.groups[firstNode_ + i] = nodeGroup(node, places_.outline(i), look, numbers, words_);
        redrawn_.push_back(firstNode_ + i);
    }
}

// The edge of the step at hand: one arrow the way the number travels, and a chip with what it carries.
void GraphPicture::drawFlow(const State& state, const Step& step) {
    if (step.edge < 0) return;
    const auto edge = static_cast<std::size_t>(step.edge);
    const Contribution& c = *step.moment.contribution;
    const ChipPlacer::Place place = places_.chipBeside(edge, flow_.chipSize(flow_.partialText(c)));
    out_.groups.push_back(flow_.arrow(places_.besideFlow(edge), step.mode));
    out_.groups.push_back(flow_.chip(c, place, explain(r_, source_, state.stop(), state.timeline()).partial));
}

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
    return GraphPicture(graph, layout, recording, source, words).at(state, ghosts);
}

}  // namespace backstep
