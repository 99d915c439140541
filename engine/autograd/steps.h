// SPDX-License-Identifier: GPL-3.0-or-later
// The operations of which derivative rules are made, as short words. Each is the operation that PyTorch's rule calls, so
// that what create_graph records has its names.
#pragma once

#include "engine/autograd/autograd.h"

namespace backstep::steps {

using Dims = std::vector<std::int64_t>;

// --- arithmetic ---
[[nodiscard]] Var times(Autograd& g, const Var& a, double factor);       // mul.Scalar
[[nodiscard]] Var dividedBy(Autograd& g, const Var& a, double divisor);  // div.Scalar
[[nodiscard]] Var plus(Autograd& g, const Var& a, double term);          // add.Scalar
[[nodiscard]] Var power(Autograd& g, const Var& a, double exponent);
[[nodiscard]] Var signOf(Autograd& g, const Var& a);  // sgn
// Conditions have no history: they are computed at once.
[[nodiscard]] Var where(Autograd& g, double (*holds)(double), const Var& of);
[[nodiscard]] Var equal(Autograd& g, const Var& a, const Var& b);
[[nodiscard]] Var zeros(Autograd& g, const TensorShape& shape, DType dtype);
[[nodiscard]] Var ones(Autograd& g, const TensorShape& shape, DType dtype);
[[nodiscard]] Var masked(Autograd& g, const Var& a, const Var& mask, double value);  // masked_fill
[[nodiscard]] Var masked(Autograd& g, const Var& a, const Var& mask, const Var& value);

// --- shape; the rest is in ops_shape.h ---
// Back in their places the dimensions that a reduction has dropped; sorted.
[[nodiscard]] Var unsqueezed(Autograd& g, const Var& a, const Dims& dropped);
// Zeros of that shape in which `from` lies at the places along dim; added up where several meet.
[[nodiscard]] Var scatter(Autograd& g, const TensorShape& shape, std::int64_t dim, const Var& places, const Var& from, bool add);

}  // namespace backstep::steps
