// SPDX-License-Identifier: GPL-3.0-or-later
// Every path from a leaf to the output with its product; their sum is the gradient.
#pragma once

#include <stop_token>

#include "engine/ways/reach.h"

namespace backstep {

struct Path {
    std::vector<std::uint32_t> edges;  // of the reach, from the output back to the leaf
    std::vector<Tensor> partials;      // ∂value/∂operand of each, where everything on the path is a number; else none
    Tensor contribution;               // what arrives at the leaf over this path alone
};

struct Paths {
    NodeId leaf;
    double count = 0;         // exact below 2⁵³
    bool numeric = false;     // all values are numbers: a contribution is a product of partials
    std::vector<Path> shown;  // numeric: the largest products first; else in the order of the sweep
    MaybeTensor gradient;     // the adjoint of the leaf by one sweep; nothing where none arrives
    MaybeTensor rest;         // what the paths that are not shown add up to
};

inline constexpr std::size_t kMostPaths = 40;

[[nodiscard]] Paths pathsOf(Replay& replay, const Recording& recording, const Reach& reach, NodeId leaf, const Tensor& seed,
                            const std::stop_token& stop);

}  // namespace backstep
