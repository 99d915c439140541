// SPDX-License-Identifier: GPL-3.0-or-later
// What the two modes cost on this recording: passes, products and sums of each, and how many numbers are held at once.
#pragma once

#include "engine/ways/reach.h"

namespace backstep {

// A product is one contribution over one edge; a sum is one contribution added to another. Each is of whole tensors.
struct PassCounts {
    std::size_t products = 0;
    std::size_t sums = 0;
};

struct ModeCounts {
    std::int64_t passes = 0;  // for the whole Jacobian: forward one a number put in, reverse one a number got out
    PassCounts onePass;       // forward: from the chosen leaf
    PassCounts all;           // of all passes together
    std::int64_t held = 0;    // numbers alive at once, at the worst moment of one pass
};

struct Counts {
    std::size_t operations = 0;  // of f itself
    std::int64_t inputs = 0;     // n: numbers in all leaves
    std::int64_t outputs = 0;    // m: numbers in the root
    ModeCounts forward, reverse;
};

// Forward mode keeps a value and its tangent until their last user has had them. Reverse mode keeps a value until its last
// user has had it and for as long as a rule still wants it, and an adjoint until the operation has passed it on.
[[nodiscard]] Counts countsOf(const Recording& recording, const Replay& replay, const Reach& reach, NodeId leaf);

// The values that the rule of an operation wants, by node of the tape, each once.
[[nodiscard]] std::vector<NodeId> wantedBy(const Recording& recording, NodeId node);

}  // namespace backstep
