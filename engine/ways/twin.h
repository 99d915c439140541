// SPDX-License-Identifier: GPL-3.0-or-later
// A run and its twin: the same values, but where the one goes back from its output the other goes forward from a leaf. The two
// are stepped together: as many edges crossed in the one as in the other.
#pragma once

#include "engine/engine.h"
#include "engine/ways/reach.h"

namespace backstep {

// The run up to the sweep, then a forward sweep from the leaf; the graph, and so its layout, is that of the run. `sweep`: of the
// recording; none where it has none, then the twin's follows the end. Nothing where a rule was refused.
[[nodiscard]] std::optional<Snapshot> forwardTwin(const Snapshot& snapshot, Replay& replay, const Reach& reach, SweepId sweep, NodeId leaf,
                                                  const Tensor& tangent);

// The twin's stop that belongs to a stop of the run.
[[nodiscard]] std::size_t twinStop(const Snapshot& snapshot, const Snapshot& twin, SweepId sweep, std::size_t stop);

// How many edges the sweep has crossed by then.
[[nodiscard]] std::size_t crossedBy(const Recording& recording, SweepId sweep, std::size_t stop);

}  // namespace backstep
