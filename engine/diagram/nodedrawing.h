// SPDX-License-Identifier: GPL-3.0-or-later
// One node of a graph as a group of a diagram: its frame, its name, its value and derivative, what it keeps.
#pragma once

#include <optional>

#include "engine/diagram/diagram.h"
#include "engine/diagram/edgepath.h"
#include "engine/graph/graph.h"

namespace backstep {

struct GraphWords;

// How a node stands at a stop. Of one node, two equal looks are the same picture.
struct NodeLook {
    bool known = false;     // its value has been computed
    bool receives = false;  // in the step at hand; or computed by it
    bool sends = false;
    bool fails = false;     // the sweep ends in an error here
    bool sweeping = false;  // the step at hand is one of a sweep
    bool left = false;      // the sweep is over, and nothing has come here
    bool reverse = true;    // the sweep's direction
    SweepId sweep;          // none: there is no place for a derivative yet
    std::size_t arrived = 0;
    std::optional<bool> keeps;  // what its operation saved: kept, or freed; none: it saves nothing
    friend bool operator==(const NodeLook&, const NodeLook&) = default;
};

struct NodeNumbers {
    Tensor value;
    std::optional<Tensor> derivative;
};

[[nodiscard]] Group nodeGroup(const GraphNode& node, const Outline& outline, const NodeLook& look, const NodeNumbers& numbers,
                              const GraphWords& words);

// A screen reader leaves out small digits and stumbles over thin spaces: v3 = sin x.
[[nodiscard]] std::string spoken(std::string_view name);

}  // namespace backstep
