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
    std::size_t size = 1, stride = 0;
};

// The dimensions of one kind, innermost first, neighbours that lie in one run made one.
std::vector<Dim> coalesced(const TensorShape& shape, const Lanes& lanes, bool reduced) {
    std::vector<Dim> out;
    std::size_t stride = 1;
    bool together = false;
    for (std::size_t d = shape.size(); d-- > 0;) {
        const auto size = static_cast<std::size_t>(shape[d]);
        if (size == 1) continue;
        if (lanes.reduces(d) != reduced) {
            together = false;
        } else if (together) {
            out.back().size *= size;
        } else {
            out.push_back({size, stride});
            together = true;
        }
        stride *= size;
    }
    return out;
}

template <class T>
class Summation {
public:
    Summation(const Tensor& a, const Lanes& lanes)
        : numbers_(a.numbers()), lanes_(lanes), along_(coalesced(a.shape(), lanes, true)), across_(coalesced(a.shape(), lanes, false)) {
        if (along_.empty()) along_.push_back({lanes.length() == 0 ? 0U : 1U, 0});
    }

    [[nodiscard]] double of(std::size_t lane) const {
        T sum = 0;
        const double* x = numbers_.data() + (lanes_.length() == 0 ? 0 : lanes_.place(lane, 0));
        add(x, along_.size() - 1, lane, sum);
        return static_cast<double>(sum);
    }

private:
    std::span<const double> numbers_;
    const Lanes& lanes_;
    std::vector<Dim> along_, across_;

    void add(const double* x, std::size_t level, std::size_t lane, T& sum) const {
        if (level == 0) {
            sum += row(x, lane);
            return;
        }
        for (std::size_t i = 0; i < along_[level].size; ++i) add(x + i * along_[level].stride, level - 1, lane, sum);
    }

    // A row along the innermost of the reduced dimensions.
    [[nodiscard]] T row(const double* x, std::size_t lane) const {
        const Dim inner = along_[0];
        Dim other;
        if (along_.size() > 1) other = along_[1];
        else if (!across_.empty()) other = across_[0];
        if (inner.stride == 1 && inner.size >= kVector<T>) return contiguous<T>(x, inner.size);
        const std::size_t beside = other.size;
        const std::size_t which = along_.size() > 1 ? 0 : lane % beside;
        if (other.stride == 1 && beside >= kVector<T>) {
            const std::size_t block = kInterleaved * kVector<T>;
            return which < beside / block * block ? cascade<T>(x, inner.stride, inner.size) : interleaved<T>(x, inner.stride, inner.size);
        }
        if (inner.stride < other.stride) return interleaved<T>(x, inner.stride, inner.size);
        return which < beside / kInterleaved * kInterleaved ? cascade<T>(x, inner.stride, inner.size)
                                                            : interleaved<T>(x, inner.stride, inner.size);
    }
};

template <class T>
std::vector<double> sums(const Tensor& a, const Lanes& lanes) {
    const Summation<T> summation(a, lanes);
    std::vector<double> out(lanes.count());
    for (std::size_t k = 0; k < out.size(); ++k) out[k] = summation.of(k);
    return out;
}

}  // namespace

Tensor sumOf(const Tensor& a, const std::vector<std::int64_t>& dims, bool keepdim) {
    const Lanes lanes(a.shape(), dims);
    return {lanes.reducedShape(keepdim), a.dtype() == DType::Float32 ? sums<float>(a, lanes) : sums<double>(a, lanes), a.dtype()};
}

}  // namespace backstep
