// SPDX-License-Identifier: GPL-3.0-or-later
// Ways of looking at the derivatives of one run, all at once and as one value: for an output, a leaf and a seed that the reader
// chose. Nothing of it changes the run.
#pragma once

#include <memory>

#include "engine/engine.h"
#include "engine/ways/counts.h"
#include "engine/ways/jacobian.h"
#include "engine/ways/orders.h"
#include "engine/ways/paths.h"
#include "engine/ways/verify.h"

namespace backstep {

struct WaysRequest {
    SweepId sweep;               // of a program: which of those that began at the root; none, or another's: the last
    NodeId root;                 // none, or no longer one of the roots: the last sweep's, else the last value with a name
    NodeId leaf;                 // none: the first that the root depends on
    std::optional<Tensor> seed;  // another shape than the root's counts as none: that of the sweep, else ones
    std::int64_t element = 0;    // of the leaf: whose tangent is 1 in forward mode
};

struct Ways {
    enum class State : std::uint8_t {
        Ready,
        NothingToDifferentiate,  // no value that requires grad
        TooLarge,                // more edges than can be looked at one by one
        OwnBackward,             // the program wrote the backward of `refused` itself
        NoRule,                  // the rule of `refused` cannot be run here
    };
    State state{};
    NodeId refused;
    std::size_t edges = 0;
    std::shared_ptr<const Snapshot> snapshot;  // of the run that all this is about
    std::vector<NodeId> roots;                 // to choose from, the last first
    NodeId root;
    SweepId sweep;               // that began at the root; none: no backward() did
    std::vector<NodeId> leaves;  // that the root depends on
    NodeId leaf;
    std::int64_t element = 0;
    Tensor seed;
    bool seedIsOnes = false;
    bool seedIsOwn = false;  // that of the sweep
    MaybeTensor product;     // vᵀJ by one sweep with that seed; nothing where none arrives
    Jacobian jacobian;
    Counts counts;
    Reach reach;
    Paths paths;
    std::vector<OrderCount> orders;
    std::shared_ptr<const Snapshot> twin;  // forward mode; null where the leaf has no way to the root
    std::vector<WayCheck> checks;          // of a program: of `sweep`, then of the last other sweeps
};

inline constexpr std::size_t kMostWayEdges = 4000;
inline constexpr std::size_t kMostCheckedSweeps = 4;
inline constexpr std::size_t kMostCheckedTape = 20'000;

// Nothing when it was asked to stop.
[[nodiscard]] std::optional<Ways> waysOf(std::shared_ptr<const Snapshot> snapshot, const WaysRequest& request,
                                         const std::stop_token& stop = {});

// The edge in the graph that is drawn, for highlighting; -1 where it is not drawn (folded away).
[[nodiscard]] int drawnEdge(const Graph& graph, const WayEdge& edge);

}  // namespace backstep
