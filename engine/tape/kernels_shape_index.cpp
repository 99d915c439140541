// SPDX-License-Identifier: GPL-3.0-or-later
// Reading and writing by indices and masks.
#include <algorithm>

#include "engine/tape/indexing.h"
#include "engine/tape/shaped.h"
#include "engine/tensor/window.h"

namespace backstep {

std::vector<std::int64_t> indexedPlaces(const TensorShape& shape, const std::vector<Tensor>& indices, const std::vector<std::int64_t>& dims,
                                        TensorShape& result) {
    TensorShape common;
    for (const Tensor& index : indices) common = broadcastShapes(common, index.shape()).value();
    const bool together = dims.back() - dims.front() + 1 == static_cast<std::int64_t>(dims.size());
    const std::vector<std::int64_t> strides = contiguousStrides(shape);
    // The dimensions of the result: those that stay, with the common shape where the indexed ones were, or in front.
    Window window;
    std::size_t first = 0;
    for (std::size_t d = 0; d < shape.size(); ++d) {
        if (std::find(dims.begin(), dims.end(), static_cast<std::int64_t>(d)) != dims.end()) {
            if (together && static_cast<std::int64_t>(d) == dims.front()) first = window.shape.size();
            continue;
        }
        window.shape.push_back(shape[d]);
        window.strides.push_back(strides[d]);
    }
    const auto before = static_cast<std::ptrdiff_t>(first);
    const Window outer{{window.shape.begin(), window.shape.begin() + before}, {window.strides.begin(), window.strides.begin() + before}, 0};
    const Window inner{{window.shape.begin() + before, window.shape.end()}, {window.strides.begin() + before, window.strides.end()}, 0};
    std::vector<std::int64_t> middle(static_cast<std::size_t>(elementCount(common)), 0);
    for (std::size_t k = 0; k < indices.size(); ++k) {
        const Tensor full = indices[k].expandedTo(common);
        const auto d = static_cast<std::size_t>(dims[k]);
        for (std::size_t i = 0; i < middle.size(); ++i) {
            auto at = static_cast<std::int64_t>(full.at(static_cast<std::int64_t>(i)));
            middle[i] += (at < 0 ? at + shape[d] : at) * strides[d];
        }
    }
    std::vector<std::int64_t> places;
    places.reserve(static_cast<std::size_t>(elementCount(window.shape)) * middle.size());
    const std::vector<std::int64_t> outside = placesOf(outer);
    const std::vector<std::int64_t> inside = placesOf(inner);
    for (const std::int64_t o : outside) {
        for (const std::int64_t m : middle) {
            for (const std::int64_t i : inside) places.push_back(o + m + i);
        }
    }
    result = outer.shape;
    result.insert(result.end(), common.begin(), common.end());
    result.insert(result.end(), inner.shape.begin(), inner.shape.end());
    return places;
}

std::vector<std::int64_t> placesAlong(const TensorShape& shape, const Tensor& index, std::int64_t dim) {
    if (shape.empty()) return std::vector<std::int64_t>(static_cast<std::size_t>(index.size()), 0);
    const std::vector<std::int64_t> strides = contiguousStrides(shape);
    Window window{index.shape(), strides, 0};
    if (window.shape.empty()) window.shape = {1};
    window.strides[static_cast<std::size_t>(dim)] = 0;
    std::vector<std::int64_t> places = placesOf(window);
    for (std::size_t i = 0; i < places.size(); ++i) {
        places[i] += static_cast<std::int64_t>(index.at(static_cast<std::int64_t>(i))) * strides[static_cast<std::size_t>(dim)];
    }
    return places;
}

std::vector<std::int64_t> placesOfSlices(const TensorShape& shape, const Tensor& index, std::int64_t dim, TensorShape& result) {
    if (shape.empty()) {
        result = {};
        return {0};
    }
    result = shape;
    result[static_cast<std::size_t>(dim)] = index.size();
    const std::vector<std::int64_t> strides = contiguousStrides(shape);
    Window window{result, strides, 0};
    std::vector<std::int64_t> places(static_cast<std::size_t>(elementCount(result)));
    const std::vector<std::int64_t> own = contiguousStrides(result);
    const auto d = static_cast<std::size_t>(dim);
    window.strides[d] = 0;
    places = placesOf(window);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const std::int64_t which = static_cast<std::int64_t>(i) / own[d] % std::max<std::int64_t>(result[d], 1);
        std::int64_t at = static_cast<std::int64_t>(index.at(which));
        if (at < 0) at += shape[d];
        places[i] += at * strides[d];
    }
    return places;
}

namespace kernels {
namespace {

using Operands = std::span<const Tensor>;

Tensor read(const Tensor& from, TensorShape shape, const std::vector<std::int64_t>& places) {
    std::vector<double> values(places.size());
    std::transform(places.begin(), places.end(), values.begin(), [&](std::int64_t place) { return from.at(place); });
    return Tensor::exact(std::move(shape), std::move(values), from.dtype());
}

std::vector<std::int64_t> flatPlaces(const Tensor& self, const Tensor& index) {
    std::vector<std::int64_t> places(static_cast<std::size_t>(index.size()));
    for (std::size_t i = 0; i < places.size(); ++i) {
        places[i] = static_cast<std::int64_t>(index.at(static_cast<std::int64_t>(i)));
        if (places[i] < 0) places[i] += self.size();
    }
    return places;
}

}  // namespace

std::vector<Tensor> gatherDim(Operands x, const Attributes& a) {
    return {read(x[0], a.tensors[0].shape(), placesAlong(x[0].shape(), a.tensors[0], a.dims[0]))};
}

namespace {

template <class F>
std::vector<Tensor> scattered(Operands x, const Attributes& a, F f) {
    Writer out(x[0]);
    const Tensor& index = a.tensors[0];
    const std::vector<std::int64_t> to = placesAlong(x[0].shape(), index, a.dims[0]);
    std::vector<std::int64_t> from(to.size(), 0);
    if (x.size() > 1 && x[1].dims() > 0)
        from = placesOf({index.dims() > 0 ? index.shape() : TensorShape{1}, contiguousStrides(x[1].shape()), 0});
    for (std::size_t i = 0; i < to.size(); ++i) f(out, to[i], x.size() > 1 ? x[1].at(from[i]) : a.number);
    return out.done();
}

constexpr auto kPut = [](Writer& out, std::int64_t place, double value) { out.put(place, value); };
constexpr auto kAdd = [](Writer& out, std::int64_t place, double value) { out.add(place, value); };

}  // namespace

std::vector<Tensor> scatterDim(Operands x, const Attributes& a) { return scattered(x, a, kPut); }
std::vector<Tensor> scatterNumber(Operands x, const Attributes& a) { return scattered(x, a, kPut); }
std::vector<Tensor> scatterAdd(Operands x, const Attributes& a) { return scattered(x, a, kAdd); }

std::vector<Tensor> indexSelect(Operands x, const Attributes& a) {
    TensorShape shape;
    const std::vector<std::int64_t> places = placesOfSlices(x[0].shape(), a.tensors[0], a.dims[0], shape);
    return {read(x[0], std::move(shape), places)};
}

std::vector<Tensor> indexAdd(Operands x, const Attributes& a) {
    Writer out(x[0]);
    TensorShape shape;
    std::vector<std::int64_t> places = placesOfSlices(x[0].shape(), a.tensors[0], a.dims[0], shape);
    if (x[0].isScalar()) places.assign(static_cast<std::size_t>(a.tensors[0].size()), 0);
    const DType dtype = x[0].dtype();
    Tensor source = x[1];
    if (source.dims() > 1 && source.dims() == x[0].dims()) {
        TensorShape wide = x[0].shape();
        wide[static_cast<std::size_t>(a.dims[0])] = source.shape()[static_cast<std::size_t>(a.dims[0])];
        source = source.expandedTo(wide);
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
        const double value = source.at(static_cast<std::int64_t>(i));
        out.add(places[i], a.number == 1 ? value : rounded(value * a.number, dtype));
    }
    return out.done();
}

std::vector<Tensor> indexFill(Operands x, const Attributes& a) {
    Writer out(x[0]);
    TensorShape shape;
    for (const std::int64_t place : placesOfSlices(x[0].shape(), a.tensors[0], a.dims[0], shape))
        out.put(place, x.size() > 1 ? x[1].item() : a.number);
    return out.done();
}

std::vector<Tensor> indexCopy(Operands x, const Attributes& a) {
    Writer out(x[0]);
    TensorShape shape;
    const std::vector<std::int64_t> places = placesOfSlices(x[0].shape(), a.tensors[0], a.dims[0], shape);
    for (std::size_t i = 0; i < places.size(); ++i) out.put(places[i], x[1].at(static_cast<std::int64_t>(i)));
    return out.done();
}

// --- masks ---

std::vector<Tensor> maskedSelect(Operands x, const Attributes& a) {
    const TensorShape shape = broadcastShapes(x[0].shape(), a.tensors[0].shape()).value();
    const Tensor from = x[0].expandedTo(shape);
    const Tensor mask = a.tensors[0].expandedTo(shape);
    std::vector<double> values;
    for (std::int64_t i = 0; i < from.size(); ++i) {
        if (mask.at(i) != 0) values.push_back(from.at(i));
    }
    const auto n = static_cast<std::int64_t>(values.size());
    return {Tensor::exact({n}, std::move(values), from.dtype())};
}

std::vector<Tensor> maskedFill(Operands x, const Attributes& a) {
    const TensorShape shape = broadcastShapes(x[0].shape(), a.tensors[0].shape()).value();
    Writer out(x[0].expandedTo(shape));
    const Tensor mask = a.tensors[0].expandedTo(shape);
    for (std::int64_t i = 0; i < mask.size(); ++i) {
        if (mask.at(i) != 0) out.put(i, x.size() > 1 ? x[1].item() : a.number);
    }
    return out.done();
}

std::vector<Tensor> maskedScatter(Operands x, const Attributes& a) {
    const TensorShape shape = broadcastShapes(x[0].shape(), a.tensors[0].shape()).value();
    Writer out(x[0].expandedTo(shape));
    const Tensor mask = a.tensors[0].expandedTo(shape);
    std::int64_t next = 0;
    for (std::int64_t i = 0; i < mask.size(); ++i) {
        if (mask.at(i) != 0) out.put(i, x[1].at(next++));
    }
    return out.done();
}

// --- places ---

std::vector<Tensor> takePlaces(Operands x, const Attributes& a) {
    return {read(x[0], a.tensors[0].shape(), flatPlaces(x[0], a.tensors[0]))};
}

std::vector<Tensor> putPlaces(Operands x, const Attributes& a) {
    Writer out(x[0]);
    std::int64_t i = 0;
    for (const std::int64_t place : flatPlaces(x[0], a.tensors[0])) {
        const double value = x[1].at(i++);
        if (a.flag) out.add(place, value);
        else out.put(place, value);
    }
    return out.done();
}

std::vector<Tensor> indexWith(Operands x, const Attributes& a) {
    TensorShape shape;
    const std::vector<std::int64_t> places = indexedPlaces(x[0].shape(), a.tensors, a.dims, shape);
    return {read(x[0], std::move(shape), places)};
}

std::vector<Tensor> indexPut(Operands x, const Attributes& a) {
    Writer out(x[0]);
    TensorShape shape;
    const std::vector<std::int64_t> places = indexedPlaces(x[0].shape(), a.tensors, a.dims, shape);
    const Tensor values = x[1].expandedTo(shape);
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (a.flag) out.add(places[i], values.at(static_cast<std::int64_t>(i)));
        else out.put(places[i], values.at(static_cast<std::int64_t>(i)));
    }
    return out.done();
}

}  // namespace kernels
}  // namespace backstep
