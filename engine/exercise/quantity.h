// SPDX-License-Identifier: GPL-3.0-or-later
// Quantities of what is shown, as an exercise's expressions name them; answers are computed here, never written by hand.
//
//   value(v)  adjoint(v)  tangent(v)  partial(v, w)      a node's value, v̄, v̇, ∂v/∂w; of a node of a tensor, (v, i) is element i
//   derivative(x)  second(x)  second(x, y)               of a formula: ∂f/∂x, ∂²f/∂x², ∂²f/∂x∂y
//   variable(x)  variable(x, i)  grad(x)  grad(x, i)     of a program, at its end
//   count(nodes | operations | edges | steps | contributions | inputs | first | second | prints |
//         saved (values that operations keep for a backward pass) | saved_first (the same, with that of f′))
//     first, second: operations that the gradient, and then the whole Hessian, record on the tape
#pragma once

#include "engine/exercise/scope.h"

namespace backstep::exercise {

[[nodiscard]] std::string replaceQuantities(const std::string& text, Span span, const Scope& scope, Faults& faults);

// One quantity by its name and arguments.
[[nodiscard]] std::optional<double> quantity(const std::string& name, const std::vector<std::string>& arguments, Span span,
                                             const Snapshot& shown, Faults& faults);

}  // namespace backstep::exercise
