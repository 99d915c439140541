// SPDX-License-Identifier: GPL-3.0-or-later
// Where a program's leaf was made, and other numbers for it: what a slider or --at sets without touching the text.
#pragma once

#include <optional>

#include "engine/tensor/tensor.h"
#include "engine/text/source.h"

namespace backstep {

// The place that gave the leaf its numbers, and which time that place was reached.
struct LeafKey {
    Span span;
    std::uint32_t occurrence = kNone;
    static constexpr std::uint32_t kNone = ~0U;
    [[nodiscard]] bool valid() const { return occurrence != kNone; }
    friend bool operator==(const LeafKey&, const LeafKey&) = default;
};

struct LeafOverride {
    LeafKey key;
    Tensor value;  // as many numbers as the leaf has; they are rounded to its dtype
};

// What a run may be asked for besides: the second derivative of what its backward call number `call` begins at, by one
// number of a leaf. The run ends there.
struct SecondOrder {
    std::size_t call = 0;
    LeafKey leaf;
    std::size_t element = 0;
    std::optional<double> value;  // the answer; none where a rule has no derivative of its own, or the leaf no gradient
};

}  // namespace backstep
