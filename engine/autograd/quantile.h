// SPDX-License-Identifier: GPL-3.0-or-later
// Quantiles, as PyTorch composes them: sort, gather on both sides of the rank, lerp.
#pragma once

#include <optional>
#include <string>

#include "engine/autograd/autograd.h"

namespace backstep::ops {

struct QuantileOptions {
    std::optional<std::int64_t> dim;  // none: of all elements
    bool keepdim = false;
    bool ignoreNan = false;
    std::string interpolation = "linear";
};
[[nodiscard]] Var quantile(Autograd& g, const Var& a, double q, const QuantileOptions& options);
[[nodiscard]] Var quantile(Autograd& g, const Var& a, const Var& q, const QuantileOptions& options);

}  // namespace backstep::ops
