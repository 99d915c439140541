// SPDX-License-Identifier: GPL-3.0-or-later
// Views of values, and what joins, turns and repeats them.
#include <algorithm>

#include "engine/tape/shaped.h"
#include "engine/tensor/window.h"

namespace backstep::kernels {
namespace {

using Operands = std::span<const Tensor>;

Window whole(const Tensor& t) { return contiguousWindow(t.shape()); }

// Zeros of a shape, with the tensor's numbers where the window looks; numbers that meet are added.
Tensor scatteredBack(const Tensor& t, const TensorShape& shape, const Window& window) {
    std::vector<double> values(static_cast<std::size_t>(elementCount(shape)), 0.0);
    const std::vector<std::int64_t> places = placesOf(window);
    for (std::size_t i = 0; i < places.size(); ++i) {
        double& slot = values[static_cast<std::size_t>(places[i])];
        slot = rounded(slot + t.at(static_cast<std::int64_t>(i)), t.dtype());
    }
    return Tensor::exact(shape, std::move(values), t.dtype());
}

// Every number goes with its index: f gives the place to read from, or -1 for a zero.
template <class F>
Tensor picked(const Tensor& t, const TensorShape& shape, F f) {
    std::vector<double> values(static_cast<std::size_t>(elementCount(shape)));
    std::vector<std::int64_t> index(shape.size(), 0);
    for (double& value : values) {
        const std::int64_t from = f(index);
        value = from < 0 ? 0 : t.at(from);
        for (std::size_t d = shape.size(); d-- > 0;) {
            if (++index[d] < shape[d]) break;
            index[d] = 0;
        }
    }
    return Tensor::exact(shape, std::move(values), t.dtype());
}

std::int64_t modulo(std::int64_t a, std::int64_t n) { return n == 0 ? 0 : (a % n + n) % n; }

}  // namespace

// --- views ---

std::vector<Tensor> toShape(Operands x, const Attributes& a) { return {x[0].reshaped(a.sizes)}; }
std::vector<Tensor> permuteDims(Operands x, const Attributes& a) { return {seenThrough(x[0], permuted(whole(x[0]), a.dims))}; }

std::vector<Tensor> swapDims(Operands x, const Attributes& a) {
    if (a.dims.empty()) return {x[0]};
    return {seenThrough(x[0], transposed(whole(x[0]), a.dims[0], a.dims[1]))};
}

std::vector<Tensor> selectIndex(Operands x, const Attributes& a) { return {seenThrough(x[0], selected(whole(x[0]), a.dims[0], a.n))}; }

std::vector<Tensor> sliceDim(Operands x, const Attributes& a) {
    return {seenThrough(x[0], sliced(whole(x[0]), a.dims[0], a.n, a.sizes[0], a.more[0]))};
}

std::vector<Tensor> diagonalOf(Operands x, const Attributes& a) {
    return {seenThrough(x[0], diagonal(whole(x[0]), a.n, a.dims[0], a.dims[1]))};
}
std::vector<Tensor> unfoldDim(Operands x, const Attributes& a) {
    return {seenThrough(x[0], unfolded(whole(x[0]), a.dims[0], a.n, a.more[0]))};
}

std::vector<Tensor> splitDim(Operands x, const Attributes& a) {
    std::vector<Tensor> parts;
    std::int64_t start = 0;
    for (const std::int64_t size : a.sizes) {
        parts.push_back(seenThrough(x[0], sliced(whole(x[0]), a.dims[0], start, start + size, 1)));
        start += size;
    }
    return parts;
}

std::vector<Tensor> unbindDim(Operands x, const Attributes& a) {
    std::vector<Tensor> parts;
    for (std::int64_t i = 0; i < x[0].shape()[static_cast<std::size_t>(a.dims[0])]; ++i) {
        parts.push_back(seenThrough(x[0], selected(whole(x[0]), a.dims[0], i)));
    }
    return parts;
}

std::vector<Tensor> selectBack(Operands x, const Attributes& a) {
    return {scatteredBack(x[0], a.sizes, selected(contiguousWindow(a.sizes), a.dims[0], a.n))};
}

std::vector<Tensor> sliceBack(Operands x, const Attributes& a) {
    return {scatteredBack(x[0], a.sizes, sliced(contiguousWindow(a.sizes), a.dims[0], a.n, a.more[0], a.more[1]))};
}

std::vector<Tensor> diagonalBack(Operands x, const Attributes& a) {
    return {scatteredBack(x[0], a.sizes, diagonal(contiguousWindow(a.sizes), a.n, a.dims[0], a.dims[1]))};
}

std::vector<Tensor> unfoldBack(Operands x, const Attributes& a) {
    return {scatteredBack(x[0], a.sizes, unfolded(contiguousWindow(a.sizes), a.dims[0], a.n, a.more[0]))};
}

// --- joining ---

std::vector<Tensor> concatenate(Operands x, const Attributes& a) {
    const auto dim = static_cast<std::size_t>(a.dims[0]);
    // A vector without elements fits everything, as ever.
    const auto skipped = [](const Tensor& t) { return t.dims() == 1 && t.size() == 0; };
    TensorShape shape;
    DType dtype = x[0].dtype();
    for (const Tensor& t : x) {
        dtype = promote(dtype, t.dtype());
        if (skipped(t)) continue;
        if (shape.empty()) shape = t.shape();
        else shape[dim] += t.shape()[dim];
    }
    if (shape.empty()) return {x[0].cast(dtype)};
    Tensor out = Tensor::filled(shape, 0, dtype);
    std::vector<double> values(static_cast<std::size_t>(elementCount(shape)));
    std::int64_t start = 0;
    for (const Tensor& t : x) {
        if (skipped(t)) continue;
        const std::int64_t size = t.shape()[dim];
        const std::vector<std::int64_t> places = placesOf(sliced(contiguousWindow(shape), a.dims[0], start, start + size, 1));
        for (std::size_t i = 0; i < places.size(); ++i) values[static_cast<std::size_t>(places[i])] = t.at(static_cast<std::int64_t>(i));
        start += size;
    }
    return {Tensor(std::move(shape), std::move(values), dtype)};
}

std::vector<Tensor> stackUp(Operands x, const Attributes& a) {
    TensorShape shape = x[0].shape();
    shape.insert(shape.begin() + a.dims[0], 1);
    std::vector<Tensor> parts;
    for (const Tensor& t : x) parts.push_back(t.reshaped(shape));
    return concatenate(parts, a);
}

std::vector<Tensor> repeatDims(Operands x, const Attributes& a) {
    const Tensor& t = x[0];
    const std::size_t pad = a.sizes.size() - t.dims();
    TensorShape shape = a.sizes;
    for (std::size_t d = 0; d < t.dims(); ++d) shape[d + pad] *= t.shape()[d];
    const std::vector<std::int64_t> strides = contiguousStrides(t.shape());
    return {picked(t, shape, [&](const std::vector<std::int64_t>& index) {
        std::int64_t from = 0;
        for (std::size_t d = 0; d < t.dims(); ++d) from += index[d + pad] % t.shape()[d] * strides[d];
        return from;
    })};
}

// --- turning ---

std::vector<Tensor> flipDims(Operands x, const Attributes& a) {
    Window window = whole(x[0]);
    if (x[0].size() == 0) return {x[0]};
    for (const std::int64_t dim : a.dims) {
        const auto d = static_cast<std::size_t>(dim);
        if (window.shape.empty()) break;
        window.offset += (window.shape[d] - 1) * window.strides[d];
        window.strides[d] = -window.strides[d];
    }
    return {seenThrough(x[0], window)};
}

std::vector<Tensor> rollDims(Operands x, const Attributes& a) {
    const Tensor& t = x[0];
    if (a.dims.empty()) {
        const std::int64_t n = t.size();
        std::int64_t at = 0;
        return {picked(t, t.shape(), [&](const auto&) { return modulo(at++ - a.sizes[0], n); })};
    }
    const std::vector<std::int64_t> strides = contiguousStrides(t.shape());
    return {picked(t, t.shape(), [&](const std::vector<std::int64_t>& index) {
        std::vector<std::int64_t> moved = index;
        for (std::size_t k = 0; k < a.dims.size(); ++k) {
            const auto d = static_cast<std::size_t>(a.dims[k]);
            moved[d] = modulo(moved[d] - a.sizes[k], t.shape()[d]);
        }
        std::int64_t from = 0;
        for (std::size_t d = 0; d < moved.size(); ++d) from += moved[d] * strides[d];
        return from;
    })};
}

std::vector<Tensor> rotate90(Operands x, const Attributes& a) {
    Attributes flip;
    const std::int64_t times = modulo(a.n, 4);
    if (times == 0) return {x[0]};
    flip.dims = times == 1 ? std::vector{a.dims[1]} : times == 3 ? std::vector{a.dims[0]} : a.dims;
    const Tensor flipped = flipDims(x, flip).front();
    return times == 2 ? std::vector{flipped} : swapDims(std::span(&flipped, 1), a);
}

// --- triangles and diagonals ---

std::vector<Tensor> diagEmbed(Operands x, const Attributes& a) {
    const Tensor& t = x[0];
    TensorShape shape = t.shape();
    const std::int64_t side = shape.back() + std::abs(a.n);
    shape.pop_back();
    for (const std::int64_t d : {std::min(a.dims[0], a.dims[1]), std::max(a.dims[0], a.dims[1])}) shape.insert(shape.begin() + d, side);
    return {scatteredBack(t, shape, diagonal(contiguousWindow(shape), a.n, a.dims[0], a.dims[1]))};
}

std::vector<Tensor> diagOf(Operands x, const Attributes& a) {
    Attributes both;
    both.n = a.n;
    both.dims = {0, 1};
    return x[0].dims() == 1 ? diagEmbed(x, both) : diagonalOf(x, both);
}

namespace {

template <class F>
std::vector<Tensor> triangle(const Tensor& t, F keeps) {
    const std::size_t n = t.dims();
    std::int64_t at = 0;
    return {picked(t, t.shape(), [&](const std::vector<std::int64_t>& index) {
        const std::int64_t here = at++;
        return keeps(index[n - 1] - index[n - 2]) ? here : -1;
    })};
}

}  // namespace

std::vector<Tensor> upperPart(Operands x, const Attributes& a) {
    return triangle(x[0], [&](std::int64_t above) { return above >= a.n; });
}

std::vector<Tensor> lowerPart(Operands x, const Attributes& a) {
    return triangle(x[0], [&](std::int64_t above) { return above <= a.n; });
}

}  // namespace backstep::kernels
