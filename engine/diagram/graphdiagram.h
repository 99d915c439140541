// SPDX-License-Identifier: GPL-3.0-or-later
// The graph at a stop as a diagram. Sizes come from the pinned font, so the picture is the same everywhere.
#pragma once

#include <string>

#include "engine/diagram/diagram.h"
#include "engine/graph/graph.h"
#include "engine/layout/layout.h"
#include "engine/timeline/explain.h"
#include "engine/timeline/timeline.h"

namespace backstep {

// The words that stand in the picture, in the reader's language.
struct GraphWords {
    std::string contribution = "contribution";
    std::string value = "value";
    std::string adjoint = "adjoint";
    std::string tangent = "tangent";
    std::string title = "Computation graph";
    std::string cut = "cut by detach()";
    std::string untaken = "not taken";
};

// What would have flowed over an edge that is cut. It is marked as what it is not.
struct GhostFlow {
    std::size_t edge = 0;  // of the graph
    std::string text;      // "6, if it were not cut"
};

inline constexpr double kDiagramMargin = 20;

// A node's size depends on its words alone, never on its numbers: dragging an input moves nothing.
[[nodiscard]] LayoutRequest layoutRequest(const Graph& graph, Direction direction);

// The layout with a margin of kDiagramMargin at least; more where a chip would not fit. Where everything lies depends on
// words alone, too, not on numbers and not on the step.
[[nodiscard]] Diagram graphDiagram(const Graph& graph, const Layout& layout, const Recording& recording, const Source& source,
                                   const State& state, const GraphWords& words = {}, const std::vector<GhostFlow>& ghosts = {});

}  // namespace backstep
