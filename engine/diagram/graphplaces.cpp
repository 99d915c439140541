// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagram/graphplaces.h"

#include <utility>

#include "engine/diagram/graphpicture.h"
#include "engine/diagram/groupframes.h"
#include "engine/diagram/nodeshape.h"

namespace backstep {
namespace {

constexpr double kFlowClear = 2.5;

}  // namespace

GraphPlaces::GraphPlaces(const Graph& graph, const Layout& layout) : graph_(&graph), layout_(&layout) {
    const double margin = kDiagramMargin + groupFrameMargin(graph);
    origin_ = {margin, margin};
    size_ = {layout.size.width + 2 * margin, layout.size.height + 2 * margin};
    for (const GraphNode& node : graph.nodes) sizes_.push_back(sizeOfNode(node));
    placeAll();
}

void GraphPlaces::placeAll() {
    chips_.reset();
    rects_.clear();
    curves_.clear();
    for (std::size_t i = 0; i < sizes_.size(); ++i) {
        const Point c = layout_->centres[i];
        rects_.push_back(
            {c.x - sizes_[i].width / 2 + origin_.x, c.y - sizes_[i].height / 2 + origin_.y, sizes_[i].width, sizes_[i].height});
    }
    for (std::size_t i = 0; i < graph_->edges.size(); ++i) {
        Path curve = layout_->curves[i];
        for (Point& p : curve) p = {p.x + origin_.x, p.y + origin_.y};
        curves_.push_back(reachingOutlines(std::move(curve), outline(graph_->edges[i].from), outline(graph_->edges[i].to)));
    }
}

void GraphPlaces::grow(Size by) {
    if (by == Size{}) return;
    origin_ = {origin_.x + by.width, origin_.y + by.height};
    size_ = {size_.width + 2 * by.width, size_.height + 2 * by.height};
    placeAll();
}

Outline GraphPlaces::outline(std::size_t node) const {
    const Rect& rect = rects_[node];
    const GraphNode::Kind kind = graph_->nodes[node].kind;
    return {rect, kind == GraphNode::Kind::Input ? rect.height / 2 : kind == GraphNode::Kind::Constant ? 0 : kNodeRadius};
}

GraphPlaces::Path GraphPlaces::beside(std::size_t edge, double aside, double clear) const {
    return betweenOutlines(offsetPath(curves_[edge], aside), outline(graph_->edges[edge].from).grown(clear),
                           outline(graph_->edges[edge].to).grown(clear));
}

GraphPlaces::Path GraphPlaces::besideFlow(std::size_t edge) const { return beside(edge, kFlowAside, kFlowClear); }

ChipPlacer::Place GraphPlaces::chipBeside(std::size_t edge, Size chip, Size more) const {
    if (!chips_) {
        std::vector<Path> edges;
        for (const Path& curve : curves_) edges.push_back(flattened(curve));
        chips_.emplace(rects_, edges);
    }
    // The picture but for a hair's breadth, and the part of it that the layout needs.
    const Rect within{2 - more.width, 2 - more.height, size_.width - 4 + 2 * more.width, size_.height - 4 + 2 * more.height};
    const Rect home{origin_.x - kDiagramMargin, origin_.y - kDiagramMargin, layout_->size.width + 2 * kDiagramMargin,
                    layout_->size.height + 2 * kDiagramMargin};
    return chips_->place(chip, besideFlow(edge), edge, within, home);
}

}  // namespace backstep
