// SPDX-License-Identifier: GPL-3.0-or-later
// What travels in the step at hand: an arrow beside its edge, and a chip with the local derivative and the contribution.
#pragma once

#include <string>

#include "engine/diagram/chipplacer.h"
#include "engine/diagram/diagram.h"
#include "engine/timeline/terms.h"

namespace backstep {

struct GraphWords;

class FlowDrawing {
public:
    FlowDrawing(const Recording& recording, const Source& source, const GraphWords& words)
        : r_(recording), source_(source), words_(words) {}

    // ∂v₃/∂x = cos x; of an operation on whole tensors what its rule sends: v̄₃ @ Wᵀ.
    [[nodiscard]] std::string partialText(const Contribution& c) const;
    // Of its words alone, as that of a node: whatever the numbers are, they have to fit.
    [[nodiscard]] Size chipSize(const std::string& partial) const;
    // `partial`: the number that the local derivative is, where it is one.
    [[nodiscard]] Group chip(const Contribution& c, const ChipPlacer::Place& place, std::optional<double> partial) const;
    // From the path's beginning to its end, against the edge in reverse mode.
    [[nodiscard]] Group arrow(ChipPlacer::Path path, SweepMode mode) const;

private:
    const Recording& r_;
    const Source& source_;
    const GraphWords& words_;

    [[nodiscard]] Term termOf(const Contribution& c, char letter) const;
};

}  // namespace backstep
