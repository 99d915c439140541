// SPDX-License-Identifier: GPL-3.0-or-later
// How a view looks at memory: sizes, strides and offset in elements, as PyTorch computes them.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/tensor/tensor.h"

namespace backstep {

struct Window {
    TensorShape shape;
    std::vector<std::int64_t> strides;
    std::int64_t offset = 0;
};

[[nodiscard]] std::vector<std::int64_t> contiguousStrides(const TensorShape& shape);
[[nodiscard]] Window contiguousWindow(const TensorShape& shape);
[[nodiscard]] bool isContiguous(const Window& window);
[[nodiscard]] bool isDense(const Window& window);  // one stretch of memory, each place once, in whatever order
// The places that a window shows, in row-major order.
[[nodiscard]] std::vector<std::int64_t> placesOf(const Window& window);
// The numbers that a window over the tensor's row-major numbers shows.
[[nodiscard]] Tensor seenThrough(const Tensor& tensor, const Window& window);

// How the result of an elementwise operation on these lies in memory: their common order of dimensions, kept. (As
// PyTorch's TensorIterator finds it; `shape` is what they broadcast to.)
[[nodiscard]] std::vector<std::int64_t> commonStrides(const std::vector<Window>& operands, const TensorShape& shape);

// Views of a window; the arguments have been checked, dimensions are not negative.
[[nodiscard]] Window permuted(const Window& window, const std::vector<std::int64_t>& dims);
[[nodiscard]] Window transposed(Window window, std::int64_t a, std::int64_t b);
[[nodiscard]] Window selected(Window window, std::int64_t dim, std::int64_t index);
[[nodiscard]] Window sliced(Window window, std::int64_t dim, std::int64_t start, std::int64_t end, std::int64_t step);
[[nodiscard]] Window squeezed(const Window& window, std::int64_t dim);  // -1: every dimension of size 1
[[nodiscard]] Window unsqueezed(Window window, std::int64_t dim);
[[nodiscard]] Window expanded(const Window& window, const TensorShape& shape);
[[nodiscard]] Window diagonal(const Window& window, std::int64_t offset, std::int64_t dim1, std::int64_t dim2);
[[nodiscard]] Window unfolded(Window window, std::int64_t dim, std::int64_t size, std::int64_t step);
// Nothing where the elements of the new shape do not lie at regular steps.
[[nodiscard]] std::optional<Window> reshaped(const Window& window, const TensorShape& shape);

}  // namespace backstep
