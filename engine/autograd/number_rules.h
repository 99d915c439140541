// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of op.def on plain numbers: for a sweep that records nothing, through nodes without dimensions.
#pragma once

#include <array>
#include <optional>

#include "engine/autograd/autograd.h"
#include "engine/autograd/numbers.h"

namespace backstep {

// By operand: what it gets; nothing for one that is no slot or needs no gradient.
using GivenNumbers = std::array<std::optional<Number>, 3>;

// False where the node is none of these, or has saved something that was changed since: then rules.h runs.
[[nodiscard]] bool runNumberRule(const Autograd& autograd, NodeId node, const Number& adjoint, GivenNumbers& given);

}  // namespace backstep
