// SPDX-License-Identifier: GPL-3.0-or-later
// One operation on small tensors, opened into scalars: a formula with an input for each element, which has a graph, steps
// and a sweep like any other. What comes after the operation is one last line, L, whose slope in each element of the
// result is the adjoint that arrives there: so the sweep of the formula is the operation's part of the run's own.
#pragma once

#include <variant>

#include "engine/engine.h"

namespace backstep {

inline constexpr std::int64_t kMostElements = 12;  // of a tensor that is opened
inline constexpr std::size_t kMostTerms = 80;      // products and sums in all

enum class NotOpened : std::uint8_t {
    NoOperation,  // an input, a number
    Scalars,      // it works on scalars already
    TooLarge,
    NotKnown,  // the operation is none of those that can be written in elements
};

struct Elements {
    std::string text;  // of the formula
    FormulaInputs inputs;
    bool hasAdjoint = false;  // L has the adjoint of this run; else all slopes are 1, as of .sum()
    bool hasLast = false;     // there is a line L
};

// `adjoint`: of the node, if it is known.
[[nodiscard]] std::variant<Elements, NotOpened> elementsOf(const Snapshot& snapshot, NodeId node, const std::optional<Tensor>& adjoint);

}  // namespace backstep
