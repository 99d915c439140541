// SPDX-License-Identifier: GPL-3.0-or-later
// A tape as a plan: the operations that some of its nodes need, replayed over many points at once, one operation at a
// time over a block of points. The choice of what to run next costs once a block instead of once a point, and the columns
// of a block stay in the first cache. What is computed twice is computed once, and a product with 1 not at all: results
// are those of the tape, operation by operation.
#pragma once

#include <array>
#include <vector>

#include "engine/sampling/vectors.h"
#include "engine/tape/kernels.h"
#include "engine/tape/recording.h"

namespace backstep {

class Plan {
public:
    static constexpr std::size_t kBlock = 128;  // points at a time: 16 cost 1.4 times as much, 2048 1.3 times

    // `variable` runs; every other input stays at its recorded value. `wanted` may hold invalid ids: constant 0.
    Plan(const Tape& tape, NodeId variable, const std::vector<NodeId>& wanted, VectorLevel level = bestVectorLevel());
    Plan(const Plan&) = delete;

    // Computes one block of at most kBlock points. Columns are then in `column`.
    void run(const double* x, std::size_t n);
    [[nodiscard]] const double* column(NodeId node) const;                     // null for a node that no wanted one needs
    [[nodiscard]] const std::vector<NodeId>& nodes() const { return nodes_; }  // the operations of the tape, in order
    [[nodiscard]] std::size_t steps() const { return steps_.size(); }          // what is left of them

private:
    struct Step {
        VectorKernel vector = nullptr;
        Kernel scalar = nullptr;
        std::uint8_t count = 0;
        std::array<std::uint32_t, kMaxElementwise> operands{};
        std::uint32_t out = 0;
    };
    std::vector<Step> steps_;
    std::vector<NodeId> nodes_;
    std::vector<std::uint32_t> slot_;  // by tape node: its column + 1, 0 for none
    std::vector<double> memory_;
    double* columns_ = nullptr;  // in memory_, where a packet of the cache begins
    std::uint32_t variableSlot_ = 0;
    bool usesVariable_ = false;
};

}  // namespace backstep
