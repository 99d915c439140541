// SPDX-License-Identifier: GPL-3.0-or-later
// The layered layout, put together: rows, order, x, then y and the curves. Between two rows a curve runs as an S with
// vertical ends; through a row it runs straight, in the room its dummy has. So it never crosses a node it passes.
#include <algorithm>
#include <cmath>
#include <tuple>

#include "engine/layout/layers.h"

namespace backstep {
namespace {

using Index = std::uint32_t;
using Curve = std::vector<Point>;

struct Band {  // the height a row takes
    double top = 0;
    double bottom = 0;
    [[nodiscard]] double middle() const { return (top + bottom) / 2; }
};

// A request that came from broken sizes still gives a picture.
double sane(double value, double limit) { return std::isfinite(value) ? std::clamp(value, 0.0, limit) : 0.0; }

LayoutRequest upright(const LayoutRequest& request) {
    constexpr double maxSide = 1e5, maxGap = 1e4;
    LayoutRequest result = request;
    for (Size& size : result.nodes) {
        size = {sane(size.width, maxSide), sane(size.height, maxSide)};
        if (request.direction == Direction::leftToRight) {
            std::swap(size.width, size.height);
        }
    }
    result.rankGap = sane(request.rankGap, maxGap);
    result.nodeGap = sane(request.nodeGap, maxGap);
    return result;
}

std::vector<Band> stackRows(const Layers& layers, const LayoutRequest& request) {
    std::vector<Band> bands(layers.rows.size());
    for (Index v = 0; v < request.nodes.size(); ++v) {
        double& height = bands[layers.slots[v].row].bottom;
        height = std::max(height, request.nodes[v].height);
    }
    double y = 0;
    for (Band& band : bands) {
        band = {y, y + band.bottom};
        y = band.bottom + request.rankGap;
    }
    return bands;
}

// Where the edges of a node touch its lower or upper border: spread over the middle of it, in the order in which
// they fan out, so that they neither cross nor hide each other there. The branches of one trunk leave at one place.
struct Ports {
    std::vector<double> start, end;  // x, one an edge, at its upper and its lower node
};

struct Attachment {
    Index node;
    double towards;
    Index trunk;  // the dummy that the edge goes to, where others may go there, too
    Index edge;
};
constexpr Index kNoTrunk = ~Index{0};

std::vector<double> spread(std::vector<Attachment> all, const Layers& layers, const LayoutRequest& request) {
    constexpr double share = 0.8;
    std::vector<double> ports(request.edges.size(), 0);
    std::sort(all.begin(), all.end(), [](const Attachment& a, const Attachment& b) {
        return std::tie(a.node, a.towards, a.trunk, a.edge) < std::tie(b.node, b.towards, b.trunk, b.edge);
    });
    for (std::size_t begin = 0; begin < all.size();) {
        const Index node = all[begin].node;
        std::size_t end = begin;
        const auto isBranch = [&](std::size_t i) { return i > begin && all[i].trunk != kNoTrunk && all[i].trunk == all[i - 1].trunk; };
        std::size_t count = 0;
        while (end < all.size() && all[end].node == node) {
            count += isBranch(end) ? 0 : 1;
            ++end;
        }
        std::size_t nth = 0;
        for (std::size_t i = begin; i < end; ++i) {
            if (i > begin && !isBranch(i)) ++nth;
            const double part = (static_cast<double>(nth) + 0.5) / static_cast<double>(count) - 0.5;
            ports[all[i].edge] = layers.slots[node].x + part * share * request.nodes[node].width;
        }
        begin = end;
    }
    return ports;
}

Ports makePorts(const Layers& layers, const LayoutRequest& request) {
    std::vector<Attachment> starts, ends;
    for (Index e = 0; e < layers.chains.size(); ++e) {
        const auto& chain = layers.chains[e].slots;
        if (!chain.empty()) {
            starts.push_back({chain.front(), layers.slots[chain[1]].x, chain.size() > 2 ? chain[1] : kNoTrunk, e});
            ends.push_back({chain.back(), layers.slots[chain[chain.size() - 2]].x, kNoTrunk, e});
        }
    }
    return {spread(std::move(starts), layers, request), spread(std::move(ends), layers, request)};
}

void bendTo(Curve& curve, Point to) {
    const Point from = curve.back();
    const double half = (to.y - from.y) / 2;
    curve.insert(curve.end(), {Point{from.x, from.y + half}, Point{to.x, to.y - half}, to});
}

void sinkTo(Curve& curve, double y) {
    constexpr double visible = 0.5;
    if (y - curve.back().y > visible) {
        bendTo(curve, {curve.back().x, y});
    }
}

class Drawing {
public:
    Drawing(const Layers& layers, const LayoutRequest& request)
        : layers_(layers), request_(request), bands_(stackRows(layers, request)), ports_(makePorts(layers, request)) {}

    Layout draw() {
        Layout layout;
        layout.standIn = true;
        layout.size.height = bands_.empty() ? 0 : bands_.back().bottom;
        for (const Slot& slot : layers_.slots) {
            layout.size.width = std::max(layout.size.width, slot.x + slot.right);
        }
        for (Index v = 0; v < request_.nodes.size(); ++v) {
            layout.centres.push_back(centre(v));
        }
        loops_.assign(request_.nodes.size(), 0);
        for (Index e = 0; e < request_.edges.size(); ++e) {
            layout.curves.push_back(curve(e));
        }
        return layout;
    }

private:
    Point centre(Index v) const { return {layers_.slots[v].x, bands_[layers_.slots[v].row].middle()}; }

    Curve curve(Index e) {
        const Chain& chain = layers_.chains[e];
        if (!chain.slots.empty()) {
            Curve result = downwards(e, chain.slots);
            if (chain.upward) {
                std::reverse(result.begin(), result.end());
            }
            return result;
        }
        const LayoutEdge& edge = request_.edges[e];
        const bool loop = edge.from == edge.to && edge.from < request_.nodes.size();
        return loop ? selfLoop(edge.from) : Curve(4);  // an edge to no node: nothing to see
    }

    Curve downwards(Index e, const std::vector<Index>& chain) const {
        const Index from = chain.front(), to = chain.back();
        Curve result{{ports_.start[e], centre(from).y + request_.nodes[from].height / 2}};
        sinkTo(result, bands_[layers_.slots[from].row].bottom);
        for (std::size_t i = 1; i + 1 < chain.size(); ++i) {
            const Slot& dummy = layers_.slots[chain[i]];
            bendTo(result, {dummy.x, bands_[dummy.row].top});
            sinkTo(result, bands_[dummy.row].bottom);
        }
        const double border = centre(to).y - request_.nodes[to].height / 2;
        constexpr double visible = 0.5;  // a head barely below its row's top is reached in one go
        const double top = bands_[layers_.slots[to].row].top;
        bendTo(result, {ports_.end[e], border - top > visible ? top : border});
        sinkTo(result, border);
        return result;
    }

    // Out of the right border and back in, each further loop around the one before.
    Curve selfLoop(Index v) {
        const Point c = centre(v);
        const std::size_t nth = loops_[v]++;
        const double right = c.x + request_.nodes[v].width / 2;
        const double rise = request_.nodes[v].height / 2 * (1 - 0.7 / static_cast<double>(nth + 1));
        const double reach = right + loopReach(nth);
        return {{right, c.y - rise}, {reach, c.y - rise}, {reach, c.y + rise}, {right, c.y + rise}};
    }

    const Layers& layers_;
    const LayoutRequest& request_;
    std::vector<Band> bands_;
    Ports ports_;
    std::vector<std::size_t> loops_;  // drawn so far, one a node
};

void transpose(Layout& layout) {
    const auto turn = [](Point& p) { std::swap(p.x, p.y); };
    std::swap(layout.size.width, layout.size.height);
    std::for_each(layout.centres.begin(), layout.centres.end(), turn);
    for (Curve& curve : layout.curves) {
        std::for_each(curve.begin(), curve.end(), turn);
    }
}

}  // namespace

Layout layeredLayout(const LayoutRequest& request) {
    const LayoutRequest work = upright(request);
    Layers layers = assignRows(work);
    orderRows(layers);
    placeSlots(layers, work.nodeGap);
    Layout layout = Drawing(layers, work).draw();
    if (request.direction == Direction::leftToRight) {
        transpose(layout);
    }
    return layout;
}

}  // namespace backstep
