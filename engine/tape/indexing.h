// SPDX-License-Identifier: GPL-3.0-or-later
// x[i, :, j], gather, scatter, index_select …: which elements the indices choose, in which shape.
#pragma once

#include <vector>

#include "engine/tensor/tensor.h"

namespace backstep {

// The places (row-major) in a tensor of `shape` that `indices` for the dimensions `dims` (ascending) choose together: the
// indices broadcast; what comes out has their shape where the indexed dimensions stood, or in front if others lie between.
[[nodiscard]] std::vector<std::int64_t> indexedPlaces(const TensorShape& shape, const std::vector<Tensor>& indices,
                                                      const std::vector<std::int64_t>& dims, TensorShape& result);

// gather and scatter: the element of self that goes with each of the index's, self[…, index[i], …].
[[nodiscard]] std::vector<std::int64_t> placesAlong(const TensorShape& shape, const Tensor& index, std::int64_t dim);

// index_select and its kin: whole slices, one for each number of a vector.
[[nodiscard]] std::vector<std::int64_t> placesOfSlices(const TensorShape& shape, const Tensor& index, std::int64_t dim,
                                                       TensorShape& result);

// Numbers on their way into a copy of a tensor, one after the other, as that tensor's dtype holds them.
class Writer {
public:
    explicit Writer(const Tensor& t) : shape_(t.shape()), dtype_(t.dtype()), values_(t.numbers().begin(), t.numbers().end()) {}
    void put(std::int64_t place, double value) { values_[static_cast<std::size_t>(place)] = rounded(value, dtype_); }
    void add(std::int64_t place, double value) { put(place, values_[static_cast<std::size_t>(place)] + value); }
    std::vector<Tensor> done() { return {Tensor::exact(std::move(shape_), std::move(values_), dtype_)}; }

private:
    TensorShape shape_;
    DType dtype_;
    std::vector<double> values_;
};

}  // namespace backstep
