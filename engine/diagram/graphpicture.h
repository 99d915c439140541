// SPDX-License-Identifier: GPL-3.0-or-later
// The graph as a diagram, at any stop. Sizes come from the pinned font, so the picture is the same everywhere; where things lie
// depends on words alone, not on numbers and not on the step.
//
// A picture is kept and asked for one stop after another: what a step does not change is not drawn again. What it shows at a stop
// does not depend on the stops before.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/diagram/diagram.h"
#include "engine/diagram/flowdrawing.h"
#include "engine/diagram/graphplaces.h"
#include "engine/diagram/nodedrawing.h"
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
    std::string cut = "cut off: no gradient flows back";
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

class GraphPicture {
public:
    // All but the words have to outlive it. The layout has a margin of kDiagramMargin at least; more where a chip would not fit.
    GraphPicture(const Graph& graph, const Layout& layout, const Recording& recording, const Source& source, GraphWords words = {});
    GraphPicture(const GraphPicture&) = delete;
    GraphPicture& operator=(const GraphPicture&) = delete;

    const Diagram& at(const State& state, const std::vector<GhostFlow>& ghosts = {});
    [[nodiscard]] const Diagram& diagram() const { return out_; }

    // Groups of the diagram that the last at() drew anew: these frames, edges and nodes, and all from `firstMoving` on.
    [[nodiscard]] const std::vector<std::size_t>& redrawn() const { return redrawn_; }
    [[nodiscard]] std::size_t firstMoving() const { return firstMoving_; }

private:
    struct EdgeLook {
        bool ready = false;    // the operation at its end has been computed
        bool current = false;  // it is what the step at hand is about
        bool crossed = false;  // a contribution has gone over it
        SweepMode mode = SweepMode::Reverse;
        friend bool operator==(const EdgeLook&, const EdgeLook&) = default;
    };
    // The step at hand, in terms of the graph.
    struct Step {
        Moment moment;
        std::size_t stop = 0;
        SweepId sweep;
        SweepMode mode = SweepMode::Reverse;
        bool over = false;  // the sweep has run to its end
        int to = -1, from = -1, edge = -1;
    };
    // What may look different: of a large graph a step changes a handful.
    struct Touched {
        std::vector<std::size_t> nodes, edges;  // ascending
    };

    const Graph& graph_;
    const Recording& r_;
    const Source& source_;
    GraphWords words_;
    GraphPlaces places_;
    FlowDrawing flow_;
    Diagram out_;
    std::size_t firstEdge_ = 0, firstNode_ = 0, firstMoving_ = 0;  // of its groups
    std::vector<EdgeLook> edges_;
    std::vector<NodeLook> nodes_;
    std::vector<std::size_t> redrawn_;
    std::vector<std::size_t> byEnd_, firstOfEnd_;  // the edges by the node they end at, and where each node's begin among them
    std::unordered_map<std::uint32_t, std::vector<std::size_t>> known_;  // by tape node: its outputs among the nodes
    std::optional<Step> last_;                                           // that was drawn

    void makeRoomForChips();
    void drawFrames();
    [[nodiscard]] static Group titleOf(Group& frame);
    [[nodiscard]] Step stepAt(const State& state) const;
    void locate(Step& step) const;
    [[nodiscard]] EdgeLook lookOfEdge(std::size_t i, const State& state, const Step& step) const;
    [[nodiscard]] NodeLook lookOfNode(std::size_t i, const State& state, const Step& step) const;
    [[nodiscard]] Group edgeGroup(std::size_t i, const EdgeLook& look) const;
    [[nodiscard]] Group cutGroup(std::size_t i) const;
    [[nodiscard]] Group ghostGroup(const GhostFlow& ghost) const;
    void sortEdges();
    [[nodiscard]] Touched touchedBy(const Step& step) const;
    void addTouched(const Step& step, Touched& touched) const;
    void drawEdges(const std::vector<std::size_t>& some, const State& state, const Step& step);
    void drawNodes(const std::vector<std::size_t>& some, const State& state, const Step& step);
    void drawFlow(const State& state, const Step& step);
};

// The picture at one stop, for those who want no other.
[[nodiscard]] Diagram graphDiagram(const Graph& graph, const Layout& layout, const Recording& recording, const Source& source,
                                   const State& state, const GraphWords& words = {}, const std::vector<GhostFlow>& ghosts = {});

}  // namespace backstep
