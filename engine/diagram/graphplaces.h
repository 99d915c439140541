// SPDX-License-Identifier: GPL-3.0-or-later
// Where everything of a graph lies in its picture: the layout with room around it, its curves led to the outlines of the
// nodes, and where a chip may stand. Made once for a layout; nothing in it depends on a step.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "engine/diagram/chipplacer.h"
#include "engine/diagram/edgepath.h"
#include "engine/graph/graph.h"
#include "engine/layout/layout.h"

namespace backstep {

inline constexpr double kFlowAside = 8;  // of the arrow of a step, from its edge: more than half an arrow head

class GraphPlaces {
public:
    using Path = ChipPlacer::Path;
    GraphPlaces(const Graph& graph, const Layout& layout);  // both outlive it

    [[nodiscard]] Size size() const { return size_; }  // of the picture
    [[nodiscard]] std::size_t nodeCount() const { return rects_.size(); }
    [[nodiscard]] const std::vector<Rect>& rects() const { return rects_; }
    [[nodiscard]] Outline outline(std::size_t node) const;
    [[nodiscard]] const Path& curve(std::size_t edge) const { return curves_[edge]; }  // a spline
    // Beside the edge, from outline to outline, `clear` of both.
    [[nodiscard]] Path beside(std::size_t edge, double aside, double clear) const;
    [[nodiscard]] Path besideFlow(std::size_t edge) const;
    // Where a chip of this size stands beside the arrow of an edge, in a picture that is so much larger on every side.
    [[nodiscard]] ChipPlacer::Place chipBeside(std::size_t edge, Size chip, Size more = {}) const;

    // Makes the picture larger by this on every side; all moves along.
    void grow(Size by);

private:
    const Graph* graph_;
    const Layout* layout_;
    std::vector<Size> sizes_;
    Point origin_;
    Size size_;
    std::vector<Rect> rects_;
    std::vector<Path> curves_;
    mutable std::optional<ChipPlacer> chips_;  // made when the first chip is placed

    void placeAll();
};

}  // namespace backstep
