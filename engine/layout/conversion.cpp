// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/layout/conversion.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace backstep {
namespace {

constexpr double kSlack = 1;  // units; Graphviz widens nodes under 1.44 units and rounds here and there

bool within(double value, double high) { return std::isfinite(value) && value >= 0 && value <= high; }

bool inside(Point p, Size box) { return p.x >= -kSlack && p.y >= -kSlack && p.x <= box.width + kSlack && p.y <= box.height + kSlack; }

bool onBorder(Point p, Point centre, Size size) {
    const double beyondX = std::abs(p.x - centre.x) - size.width / 2;
    const double beyondY = std::abs(p.y - centre.y) - size.height / 2;
    return std::abs(std::max(beyondX, beyondY)) <= kSlack;
}

bool isHonest(const Layout& layout, const LayoutRequest& request) {
    for (std::size_t v = 0; v < request.nodes.size(); ++v) {
        const Size half{request.nodes[v].width / 2, request.nodes[v].height / 2};
        const Point c = layout.centres[v];
        if (!inside({c.x - half.width, c.y - half.height}, layout.size) || !inside({c.x + half.width, c.y + half.height}, layout.size)) {
            return false;
        }
    }
    for (std::size_t e = 0; e < request.edges.size(); ++e) {
        const auto& curve = layout.curves[e];
        const LayoutEdge edge = request.edges[e];
        const bool inBox = std::all_of(curve.begin(), curve.end(), [&](Point p) { return inside(p, layout.size); });
        if (!inBox || !onBorder(curve.front(), layout.centres[edge.from], request.nodes[edge.from]) ||
            !onBorder(curve.back(), layout.centres[edge.to], request.nodes[edge.to])) {
            return false;
        }
    }
    return true;
}

}  // namespace

std::optional<wire::Request> toWire(const LayoutRequest& request, std::uint64_t id) {
    const std::size_t nodes = request.nodes.size();
    if (nodes > wire::kMaxNodes || request.edges.size() > wire::kMaxEdges || !within(request.rankGap, wire::kMaxGap) ||
        !within(request.nodeGap, wire::kMaxGap)) {
        return std::nullopt;
    }
    wire::Request result;
    result.id = id;
    result.leftToRight = request.direction == Direction::leftToRight;
    result.rankGap = request.rankGap;
    result.nodeGap = request.nodeGap;
    for (const Size& size : request.nodes) {
        if (!within(size.width, wire::kMaxSide) || !within(size.height, wire::kMaxSide)) {
            return std::nullopt;
        }
        result.sizes.push_back({size.width, size.height});
    }
    for (const LayoutEdge& edge : request.edges) {
        if (edge.from >= nodes || edge.to >= nodes) {
            return std::nullopt;
        }
        result.edges.push_back({edge.from, edge.to});
    }
    return result;
}

std::optional<Layout> fromWire(const wire::Reply& reply, const LayoutRequest& request, std::uint64_t id) {
    if (reply.failed || reply.id != id || reply.centres.size() != request.nodes.size() || reply.curves.size() != request.edges.size()) {
        return std::nullopt;
    }
    const auto point = [](wire::Pair p) { return Point{p.x, p.y}; };
    Layout layout;
    layout.size = {reply.size.x, reply.size.y};
    std::transform(reply.centres.begin(), reply.centres.end(), std::back_inserter(layout.centres), point);
    for (const auto& curve : reply.curves) {
        layout.curves.emplace_back();
        std::transform(curve.begin(), curve.end(), std::back_inserter(layout.curves.back()), point);
    }
    return isHonest(layout, request) ? std::optional(std::move(layout)) : std::nullopt;
}

}  // namespace backstep
