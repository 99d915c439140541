// SPDX-License-Identifier: GPL-3.0-or-later
// A tape as a plan: the operations that some of its nodes need, replayed over many points at once.
#pragma once

#include <array>
#include <vector>

#include "engine/tape/kernels.h"
#include "engine/tape/recording.h"

namespace backstep {

class Plan {
public:
    static constexpr std::size_t kBlock = 128;  // points at a time: every column stays in the cache

    // `variable` runs; every other input stays at its recorded value. `wanted` may hold invalid ids: constant 0.
    Plan(const Tape& tape, NodeId variable, const std::vector<NodeId>& wanted);

    // Computes one block of at most kBlock points. Columns are then in `column`.
    void run(const double* x, std::size_t n);
    [[nodiscard]] const double* column(NodeId node) const;  // null for a node that no wanted one needs
    [[nodiscard]] const std::vector<NodeId>& nodes() const { return nodes_; }  // the operations, in order

private:
    struct Step {
        Kernel kernel = nullptr;
        std::uint8_t count = 0;
        std::array<std::uint32_t, kMaxElementwise> operands{};
        std::uint32_t out = 0;
    };
    std::vector<Step> steps_;
    std::vector<NodeId> nodes_;
    std::vector<std::uint32_t> slot_;  // by tape node: its column + 1, 0 for none
    std::vector<double> columns_;
    std::uint32_t variableSlot_ = 0;
    bool usesVariable_ = false;
};

}  // namespace backstep
