// SPDX-License-Identifier: GPL-3.0-or-later
// A step as terms: the rule, the values known so far, the result. Words are said elsewhere, from the same facts.
#pragma once

#include <optional>
#include <vector>

#include "engine/notation/notation.h"
#include "engine/timeline/timeline.h"

namespace backstep {

struct Explanation {
    enum class Kind : std::uint8_t {
        Start,
        Input,
        Computed,
        Branch,
        Seed,
        Contribution,
        Accumulated,  // a leaf's .grad took what arrived
        Happened,     // what a program did besides computing: `happening`, of the kind `event`
    };
    Kind kind{};
    SweepMode mode = SweepMode::Reverse;
    NodeId node;  // computed, seeded, or the receiver of a contribution
    NodeId from;  // where a contribution comes from
    NodeId user;  // the node whose local partial it is
    std::uint8_t operand = 0;
    bool branchTaken = false;

    Notation target;              // v₃ = sin x of the node in question, for headings
    std::vector<Notation> rule;   // symbols: x̄ ← x̄ + v̄₃ · ∂v₃/∂x, and ∂v₃/∂x = cos x
    std::vector<Notation> steps;  // numbers: = 0.9093 + 1.386 · cos 2, = … = 0.3324
    Notation sum;                 // x̄ = 0.9093 (v₁) − 0.5769 (v₃) + …; an empty row where there is one term only
    std::size_t arrived = 0;      // contributions that have reached `node`
    std::size_t expected = 0;     // of how many
    std::optional<double> partial, amount, result;   // of scalars
    std::optional<Tensor> amountValue, resultValue;  // of tensors too
    std::vector<NodeId> untouched;                   // at the end of a formula's reverse sweep: inputs that its output does not depend on
    EventKind event{};
    std::optional<Happening> happening;
    bool ofFormula = true;
};

[[nodiscard]] Explanation explain(const Recording& recording, const Source& source, std::size_t stop);
// The same in constant time, for those who have the timeline at hand.
[[nodiscard]] Explanation explain(const Recording& recording, const Source& source, std::size_t stop, const Timeline& timeline);

// The step on one line of plain text: "x̄ ← x̄ + v̄₃ · ∂v₃/∂x = 0.9093 + 1.386 · (−0.4161) = 0.3324".
[[nodiscard]] std::string plainLine(const Explanation& explanation);

}  // namespace backstep
