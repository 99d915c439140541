// SPDX-License-Identifier: GPL-3.0-or-later
// Sums in the order in which PyTorch 1.13's AVX2 build adds, so that float32 sums agree to the last bit.
//
// It sums in a cascade: runs of 16 or more are added into a level, a full level into the next of four. One lane is read
// as four interleaved ones; where the lane lies contiguously these are vectors, whose elements are added last. Lanes that
// lie side by side are taken in blocks without interleaving, the rest of them one by one.
#include <array>
#include <bit>

#include "engine/tape/lanes.h"

namespace backstep {
namespace {

constexpr std::size_t kInterleaved = 4;

template <class T>
T cascade(const double* x, std::size_t stride, std::size_t n) {
    constexpr std::size_t kLevels = 4;
    const std::size_t log2 = n <= 2 ? 1 : static_cast<std::size_t>(std::bit_width(n - 1));
    const std::size_t power = std::max<std::size_t>(4, log2 / kLevels);
    const std::size_t step = std::size_t{1} << power;
    std::array<T, kLevels> sums{};
    std::size_t i = 0;
    while (i + step <= n) {
        for (std::size_t j = 0; j < step; ++j, ++i) sums[0] += static_cast<T>(x[i * stride]);
        for (std::size_t level = 1; level < kLevels; ++level) {
            sums[level] += sums[level - 1];
            sums[level - 1] = 0;
            if ((i & ((step - 1) << (level * power))) != 0) break;
        }
    }
    for (; i < n; ++i) sums[0] += static_cast<T>(x[i * stride]);
    for (std::size_t level = 1; level < kLevels; ++level) sums[0] += sums[level];
    return sums[0];
}

template <class T>
T interleaved(const double* x, std::size_t stride, std::size_t n) {
    const std::size_t each = n / kInterleaved;
    std::array<T, kInterleaved> sums{};
    // Of nothing there may be no place to begin at.
    for (std::size_t k = 0; k < kInterleaved && each > 0; ++k) sums[k] = cascade<T>(x + k * stride, stride * kInterleaved, each);
    for (std::size_t i = each * kInterleaved; i < n; ++i) sums[0] += static_cast<T>(x[i * stride]);
    for (std::size_t k = 1; k < kInterleaved; ++k) sums[0] += sums[k];
    return sums[0];
}

template <class T>
constexpr std::size_t kVector = 32 / sizeof(T);

template <class T>
T contiguous(const double* x, std::size_t n) {
    const std::size_t vectors = n / kVector<T>;
    T sum = 0;
    for (std::size_t i = vectors * kVector<T>; i < n; ++i) sum += static_cast<T>(x[i]);
    for (std::size_t k = 0; k < kVector<T>; ++k) sum += interleaved<T>(x + k, kVector<T>, vectors);
    return sum;
}

struct Dim {
    std::size_t size = 1;
    std::int64_t memory = 0;  // its stride there
    std::size_t stride = 0;   // and in the numbers that are read
};

// The order in which PyTorch's TensorIterator takes the dimensions: those that are reduced innermost, as the input lies in memory; the
// others as the result does, row by row. Neighbours that lie in one run are one.
class Order {
public:
    Order(const TensorShape& shape, const Lanes& lanes, std::span<const std::int64_t> strides) {
        const std::vector<std::size_t> rows = rowStrides(shape);
        std::vector<std::size_t> reduced, kept;
        for (std::size_t d = shape.size(); d-- > 0;) {
            if (shape[d] != 1) (lanes.reduces(d) ? reduced : kept).push_back(d);
        }
        const auto memory = [&](std::size_t d) { return strides.empty() ? static_cast<std::int64_t>(rows[d]) : strides[d]; };
        sortByMemory(reduced, shape, memory);
        gathers_ = !strides.empty() && elementCount(shape) > 0;
        if (gathers_) steps_ = stepsOf(reduced, shape, rows);
        along_ = coalesced(reduced, shape, rows, memory);
        across_ = coalesced(kept, shape, rows, memory);
        if (along_.empty()) along_.push_back({lanes.length() == 0 ? 0U : 1U, 0, 0});
        if (!gathers_) return;
        std::size_t stride = 1;  // what is gathered lies in the order in which it is added
        for (Dim& dim : along_) {
            dim.stride = stride;
            stride *= dim.size;
        }
    }

    [[nodiscard]] const std::vector<Dim>& along() const { return along_; }    // innermost first
    [[nodiscard]] const std::vector<Dim>& across() const { return across_; }  // innermost first
    // Where the numbers of a lane lie from its first, in the order in which they are added; none: they can be read in their place.
    [[nodiscard]] std::span<const std::size_t> steps() const { return steps_; }
    [[nodiscard]] bool gathers() const { return gathers_; }

private:
    std::vector<Dim> along_, across_;
    std::vector<std::size_t> steps_;
    bool gathers_ = false;

    static std::vector<std::size_t> rowStrides(const TensorShape& shape) {
        std::vector<std::size_t> strides(shape.size());
        std::size_t stride = 1;
        for (std::size_t d = shape.size(); d-- > 0; stride *= static_cast<std::size_t>(shape[d])) strides[d] = stride;
        return strides;
    }

    // What was broadcast (stride 0) stays where it is among the others.
    template <class Memory>
    static void sortByMemory(std::vector<std::size_t>& dims, const TensorShape& shape, const Memory& memory) {
        for (std::size_t i = 1; i < dims.size(); ++i) {
            std::size_t moving = i;
            for (std::size_t j = i; j-- > 0;) {
                const std::int64_t inner = memory(dims[j]), outer = memory(dims[moving]);
                if (inner == 0 || outer == 0) continue;
                const bool swaps = inner > outer || (inner == outer && shape[dims[j]] > shape[dims[moving]]);
                if (swaps) {
                    std::swap(dims[j], dims[moving]);
                    moving = j;
                } else if (inner < outer) {
                    break;
                }
            }
        }
    }

    static std::vector<std::size_t> stepsOf(const std::vector<std::size_t>& dims, const TensorShape& shape,
                                            const std::vector<std::size_t>& rows) {
        std::vector<std::size_t> steps{0};
        for (const std::size_t d : dims) {
            const std::size_t inside = steps.size();
            for (std::size_t i = 1; i < static_cast<std::size_t>(shape[d]); ++i) {
                for (std::size_t k = 0; k < inside; ++k) steps.push_back(steps[k] + i * rows[d]);
            }
        }
        return steps;
    }

    template <class Memory>
    static std::vector<Dim> coalesced(const std::vector<std::size_t>& dims, const TensorShape& shape, const std::vector<std::size_t>& rows,
                                      const Memory& memory) {
        std::vector<Dim> out;
        for (const std::size_t d : dims) {
            const auto size = static_cast<std::size_t>(shape[d]);
            if (!out.empty() && memory(d) == out.back().memory * static_cast<std::int64_t>(out.back().size)) out.back().size *= size;
            else out.push_back({size, memory(d), rows[d]});
        }
        return out;
    }
};

template <class T>
class Summation {
public:
    Summation(const Tensor& a, const Lanes& lanes, std::span<const std::int64_t> strides)
        : numbers_(a.numbers()), lanes_(lanes), order_(a.shape(), lanes, strides), gathered_(order_.steps().size()) {}

    [[nodiscard]] double of(std::size_t lane) {
        T sum = 0;
        const double* x = numbers_.data() + (lanes_.length() == 0 ? 0 : lanes_.place(lane, 0));
        if (order_.gathers()) {
            for (std::size_t i = 0; i < gathered_.size(); ++i) gathered_[i] = x[order_.steps()[i]];
            x = gathered_.data();
        }
        add(x, order_.along().size() - 1, lane, sum);
        return static_cast<double>(sum);
    }

private:
    std::span<const double> numbers_;
    const Lanes& lanes_;
    Order order_;
    std::vector<double> gathered_;

    void add(const double* x, std::size_t level, std::size_t lane, T& sum) const {
        if (level == 0) {
            sum += row(x, lane);
            return;
        }
        const Dim& dim = order_.along()[level];
        for (std::size_t i = 0; i < dim.size; ++i) add(x + i * dim.stride, level - 1, lane, sum);
    }

    // A row along the innermost of the reduced dimensions.
    [[nodiscard]] T row(const double* x, std::size_t lane) const {
        const bool several = order_.along().size() > 1;
        const Dim inner = order_.along()[0];
        Dim other;
        if (several) other = order_.along()[1];
        else if (!order_.across().empty()) other = order_.across()[0];
        if (inner.memory == 1 && inner.size >= kVector<T>) return contiguous<T>(x, inner.size);
        const std::size_t beside = other.size;
        const std::size_t which = several ? 0 : lane % beside;
        if (other.memory == 1 && beside >= kVector<T>) {
            const std::size_t block = kInterleaved * kVector<T>;
            return which < beside / block * block ? cascade<T>(x, inner.stride, inner.size) : interleaved<T>(x, inner.stride, inner.size);
        }
        if (inner.memory < other.memory) return interleaved<T>(x, inner.stride, inner.size);
        return which < beside / kInterleaved * kInterleaved ? cascade<T>(x, inner.stride, inner.size)
                                                            : interleaved<T>(x, inner.stride, inner.size);
    }
};

template <class T>
std::vector<double> sums(const Tensor& a, const Lanes& lanes, std::span<const std::int64_t> strides) {
    Summation<T> summation(a, lanes, strides);
    std::vector<double> out(lanes.count());
    for (std::size_t k = 0; k < out.size(); ++k) out[k] = summation.of(k);
    return out;
}

}  // namespace

Tensor sumOf(const Tensor& a, const std::vector<std::int64_t>& dims, bool keepdim, std::span<const std::int64_t> strides) {
    const Lanes lanes(a.shape(), dims);
    return {lanes.reducedShape(keepdim), a.dtype() == DType::Float32 ? sums<float>(a, lanes, strides) : sums<double>(a, lanes, strides),
            a.dtype()};
}

MemoryWalk walkOf(const TensorShape& shape, const Lanes& lanes, std::span<const std::int64_t> strides) {
    const Order order(shape, lanes, strides);
    const std::vector<Dim>& along = order.along();
    const std::size_t block = along[0].size * (along.size() > 1 ? along[1].size : 1);
    return {{order.steps().begin(), order.steps().end()}, along.size() == 1 && along[0].memory == 1, block};
}

Tensor summedTo(const Tensor& a, const TensorShape& shape, std::span<const std::int64_t> strides) {
    if (shape == a.shape()) return a;
    const std::size_t lead = a.dims() - shape.size();
    std::vector<std::int64_t> added;
    for (std::size_t d = 0; d < a.dims(); ++d) {
        if (d < lead || (shape[d - lead] == 1 && a.shape()[d] != 1)) added.push_back(static_cast<std::int64_t>(d));
    }
    return added.empty() ? a : sumOf(a, added, true, strides).reshaped(shape);
}

}  // namespace backstep
