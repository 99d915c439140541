// SPDX-License-Identifier: GPL-3.0-or-later
// x[i, :, j] with tensors as indices: which elements, in which shape.
#pragma once

#include <vector>

#include "engine/tensor/tensor.h"

namespace backstep {

// The places (row-major) in a tensor of `shape` that `indices` for the dimensions `dims` (ascending) choose together: the
// indices broadcast; what comes out has their shape where the indexed dimensions stood, or in front if others lie between.
[[nodiscard]] std::vector<std::int64_t> indexedPlaces(const TensorShape& shape, const std::vector<Tensor>& indices,
                                                      const std::vector<std::int64_t>& dims, TensorShape& result);

}  // namespace backstep
