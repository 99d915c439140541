// SPDX-License-Identifier: GPL-3.0-or-later
// Which groups of a run are shown as one box, so that a graph can be read.
#pragma once

#include <vector>

#include "engine/graph/graph.h"

namespace backstep {

struct Folding {
    std::vector<GraphGroup> groups;
    std::vector<int> groupOf;  // of each tape node: its innermost group, -1: none
    bool byItself = false;

    // The outermost folded group around a node; -1: none.
    [[nodiscard]] int foldedAround(std::size_t node) const;
};

// `shown`: the tape nodes that would be drawn if everything were open.
[[nodiscard]] Folding foldingOf(const Recording& recording, const Source& source, const Scopes& scopes, const std::vector<bool>& shown,
                                const GraphOptions& options);

}  // namespace backstep
