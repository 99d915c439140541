// SPDX-License-Identifier: GPL-3.0-or-later
// A step that is held back until its number has been given: what is asked, of which run, in which names.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/timeline/terms.h"
#include "engine/timeline/timeline.h"

namespace backstep::predict {

inline constexpr std::int64_t kMostInList = 6;     // numbers that are asked all at once
inline constexpr std::int64_t kMostOneByOne = 12;  // of more than these one is asked; beyond, the shape

// A number that may be used in an answer, as it is shown.
struct Known {
    std::string shown;  // v̄₃
    Tensor value;
};

struct Question {
    enum class About : std::uint8_t {
        Value,       // of a node, in the forward pass
        Seed,        // of a sweep
        Derivative,  // the adjoint or tangent after one more contribution
        Grad,        // what .grad holds after this sweep
    };
    enum class Ask : std::uint8_t { Number, List, Element, Shape };

    std::size_t stop = 0;  // the step that would tell
    About about{};
    Ask ask{};
    SweepMode mode = SweepMode::Reverse;
    NodeId node, from, user;  // the receiver, the sender, the node whose local partial counts
    std::uint8_t operand = 0;
    Notation asked;                         // x̄, x̄[0, 1]
    Notation target;                        // v₃ = sin x: what is computed, or passes on
    std::size_t arrived = 0, expected = 0;  // contributions before this one, and in all
    std::vector<std::int64_t> element;      // of Ask::Element
    Tensor whole;                           // what the step tells
    std::vector<Known> near;                // the numbers that go into it, for a list to choose from
};

// Whether the step to `stop` tells a number that can be asked for.
[[nodiscard]] bool isQuestion(const Recording& recording, std::size_t stop);
// The first such stop after `stop`; 0 where there is none.
[[nodiscard]] std::size_t nextQuestion(const Recording& recording, std::size_t stop);
// Of a stop that is a question.
[[nodiscard]] Question questionAt(const Recording& recording, const Source& source, const Timeline& timeline, std::size_t stop);

// The number that is asked: of one element only this.
[[nodiscard]] Tensor rightAnswer(const Question& question);

// A name as it may be typed, whatever the spelling: v₃, v_3 and v3 are v3.
[[nodiscard]] std::string plainName(std::string_view name);

}  // namespace backstep::predict
