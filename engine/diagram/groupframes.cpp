// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagram/groupframes.h"

#include <algorithm>
#include <string>

#include "engine/diagram/metrics.h"
#include "engine/diagram/nodeshape.h"

namespace backstep {
namespace {

constexpr double kInset = 9;  // of a frame within the one around it
constexpr double kHead = 15;  // for the title
constexpr double kFrameRadius = 10;

std::string titleOf(const GraphGroup& group) {
    if (group.kind == Scope::Kind::Turn) return "#" + group.title;
    if (group.kind == Scope::Kind::Loop) return group.title + (group.title.empty() ? "×" : "  ×") + std::to_string(group.turns);
    return group.title;
}

Rect united(const Rect& a, const Rect& b) {
    const double left = std::min(a.x, b.x), top = std::min(a.y, b.y);
    return {left, top, std::max(a.right(), b.right()) - left, std::max(a.bottom(), b.bottom()) - top};
}
bool meet(const Rect& a, const Rect& b) { return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom(); }

class Framer {
public:
    Framer(const Graph& graph, const std::vector<Rect>& nodes) : graph_(graph), nodes_(nodes), frames_(graph.groups.size()) {}

    std::vector<Group> run() {
        // A group is as deep as the groups inside it make it: those come first.
        std::vector<std::size_t> order;
        for (std::size_t g = 0; g < graph_.groups.size(); ++g) order.push_back(g);
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return depth(a) > depth(b); });
        for (const std::size_t g : order) measure(g);
        std::vector<Group> out;
        std::for_each(order.rbegin(), order.rend(), [&](std::size_t g) {
            if (frames_[g].width > 0) out.push_back(draw(g));
        });
        return out;
    }

private:
    const Graph& graph_;
    const std::vector<Rect>& nodes_;
    std::vector<Rect> frames_;  // empty: none

    [[nodiscard]] int depth(std::size_t g) const {
        int depth = 0;
        for (int up = graph_.groups[g].parent; up >= 0; up = graph_.groups[static_cast<std::size_t>(up)].parent) ++depth;
        return depth;
    }
    // The group around what a drawn node stands for: of a folded box, the one that its group is in.
    [[nodiscard]] int around(const GraphNode& node) const {
        return node.kind == GraphNode::Kind::Folded ? graph_.groups[static_cast<std::size_t>(node.group)].parent : node.group;
    }
    [[nodiscard]] bool isInside(int group, std::size_t outer) const {
        for (; group >= 0; group = graph_.groups[static_cast<std::size_t>(group)].parent) {
            if (static_cast<std::size_t>(group) == outer) return true;
        }
        return false;
    }

    void measure(std::size_t g) {
        if (graph_.groups[g].folded) return;
        Rect hull;
        bool any = false;
        for (std::size_t i = 0; i < graph_.nodes.size(); ++i) {
            if (!isInside(around(graph_.nodes[i]), g)) continue;
            hull = any ? united(hull, nodes_[i]) : nodes_[i];
            any = true;
        }
        if (!any) return;
        for (std::size_t inner = 0; inner < graph_.groups.size(); ++inner) {
            if (graph_.groups[inner].parent == static_cast<int>(g) && frames_[inner].width > 0) hull = united(hull, frames_[inner]);
        }
        const Rect frame{hull.x - kInset, hull.y - kInset - kHead, hull.width + 2 * kInset, hull.height + 2 * kInset + kHead};
        for (std::size_t i = 0; i < graph_.nodes.size(); ++i) {
            if (!isInside(around(graph_.nodes[i]), g) && meet(frame, nodes_[i])) return;
        }
        frames_[g] = frame;
    }

    [[nodiscard]] Group draw(std::size_t g) const {
        const Rect& frame = frames_[g];
        const std::string title = elideMiddle(titleOf(graph_.groups[g]), frame.width - 2 * kInset, kSmallSize, false);
        // clang-format off
        Group group{"group-" + std::to_string(g), "group", titleOf(graph_.groups[g]), {}, {frame.x, frame.y, frame.width, kHead + kInset}, false, {}, static_cast<int>(g)};
        // clang-format on
        group.items.push_back({BoxShape{frame, kFrameRadius, true, Ink::paper, {Ink::line, 1, {}}}, 0.55});
        group.items.push_back(
            {TextShape{{frame.x + kInset, frame.y + kHead}, Anchor::start, kSmallSize, {{title, false, true, Ink::quiet}}}, 1});
        return group;
    }
};

}  // namespace

std::vector<Group> groupFrames(const Graph& graph, const std::vector<Rect>& nodes) {
    if (graph.groups.empty()) return {};
    return Framer(graph, nodes).run();
}

double groupFrameMargin(const Graph& graph) {
    int deepest = 0;
    for (const GraphGroup& group : graph.groups) {
        if (group.folded) continue;
        int depth = 1;
        for (int up = group.parent; up >= 0; up = graph.groups[static_cast<std::size_t>(up)].parent) ++depth;
        deepest = std::max(deepest, depth);
    }
    return deepest * (kInset + kHead);
}

}  // namespace backstep
