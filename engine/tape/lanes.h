// SPDX-License-Identifier: GPL-3.0-or-later
// A tensor seen as lanes: the rows along the dimensions that a reduction, a scan or a sort works on.
#pragma once

#include <span>
#include <vector>

#include "engine/tensor/tensor.h"

namespace backstep {

class Lanes {
public:
    // Dimensions beyond the tensor's own (dim 0 of a 0-d tensor) count as size 1. None named: all of them.
    Lanes(const TensorShape& shape, const std::vector<std::int64_t>& dims);

    [[nodiscard]] std::size_t count() const { return starts_.size(); }
    [[nodiscard]] std::size_t length() const { return steps_.size(); }
    // Where element i of a lane lies in the tensor's row-major numbers.
    [[nodiscard]] std::size_t place(std::size_t lane, std::size_t i) const { return starts_[lane] + steps_[i]; }
    [[nodiscard]] TensorShape reducedShape(bool keepdim) const;
    // In the order of these steps from its first; none: row by row.
    void gather(const Tensor& from, std::size_t lane, std::vector<double>& out, std::span<const std::size_t> steps = {}) const;
    [[nodiscard]] bool reduces(std::size_t dim) const { return reduced_[dim]; }

private:
    TensorShape shape_;
    std::vector<bool> reduced_;
    std::vector<std::size_t> starts_, steps_;
};

// How a lane is gone through in the order of memory.
struct MemoryWalk {
    std::vector<std::size_t> steps;  // where its numbers lie from its first
    bool inOneRun = false;           // they are neighbours there
    std::size_t block = 0;           // how many of them PyTorch's loop is given at once: its two inner dimensions
};
[[nodiscard]] MemoryWalk walkOf(const TensorShape& shape, const Lanes& lanes, std::span<const std::int64_t> strides);

// One number for each lane, which is gone through in the order of memory: `strides` are the tensor's there; none: row by row.
template <class F>
[[nodiscard]] Tensor reduceLanes(const Tensor& a, const std::vector<std::int64_t>& dims, bool keepdim, DType out, F f,
                                 std::span<const std::int64_t> strides = {}) {
    const Lanes lanes(a.shape(), dims);
    const MemoryWalk walk = strides.empty() ? MemoryWalk() : walkOf(a.shape(), lanes, strides);
    std::vector<double> lane, values(lanes.count());
    for (std::size_t k = 0; k < values.size(); ++k) {
        lanes.gather(a, k, lane, walk.steps);
        values[k] = f(std::span<const double>(lane));
    }
    return {lanes.reducedShape(keepdim), std::move(values), out};
}

// As many numbers as the lane has, for each lane along one dimension.
template <class F>
[[nodiscard]] Tensor mapLanes(const Tensor& a, std::int64_t dim, DType out, F f) {
    const Lanes lanes(a.shape(), {dim});
    std::vector<double> in, lane(lanes.length()), values(static_cast<std::size_t>(a.size()));
    for (std::size_t k = 0; k < lanes.count(); ++k) {
        lanes.gather(a, k, in);
        f(std::span<const double>(in), std::span<double>(lane));
        for (std::size_t i = 0; i < lane.size(); ++i) values[lanes.place(k, i)] = lane[i];
    }
    return {a.shape(), std::move(values), out};
}

// --- sums in PyTorch's own order (its cascade of partial sums over vectors of 8 float32 or 4 float64) ---
// The order is that of memory: `strides` are the tensor's there; none: it lies row by row.
[[nodiscard]] Tensor sumOf(const Tensor& a, const std::vector<std::int64_t>& dims, bool keepdim,
                           std::span<const std::int64_t> strides = {});
// Over the dimensions that broadcasting from this shape had added: the transpose of Tensor::expandedTo.
[[nodiscard]] Tensor summedTo(const Tensor& a, const TensorShape& shape, std::span<const std::int64_t> strides = {});

// --- choosing: places along one dimension; their shape is `reducedShape`, or the tensor's own for orders and running ones ---
[[nodiscard]] Tensor placesOfExtreme(const Tensor& a, std::int64_t dim, bool keepdim, bool largest);
[[nodiscard]] std::int64_t placeOfExtreme(const Tensor& a, bool largest);
[[nodiscard]] Tensor placesInOrder(const Tensor& a, std::int64_t dim, bool descending, bool stable);
[[nodiscard]] Tensor placesOfTop(const Tensor& a, std::int64_t k, std::int64_t dim, bool largest, bool sorted);
[[nodiscard]] Tensor placesOfMedian(const Tensor& a, std::int64_t dim, bool keepdim, bool ignoreNan);
[[nodiscard]] Tensor placesOfKth(const Tensor& a, std::int64_t k, std::int64_t dim, bool keepdim);
[[nodiscard]] Tensor placesOfMode(const Tensor& a, std::int64_t dim, bool keepdim);
[[nodiscard]] Tensor runningPlaces(const Tensor& a, std::int64_t dim, bool largest);
// The numbers at places along a dimension; in the places' shape.
[[nodiscard]] Tensor taken(const Tensor& a, const Tensor& places, std::int64_t dim);

}  // namespace backstep
