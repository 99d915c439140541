// SPDX-License-Identifier: GPL-3.0-or-later
// x[i, :, j]: what tensors and masks as indices choose, read and written.
#include <algorithm>
#include <optional>

#include "engine/autograd/ops_shape.h"
#include "engine/autograd/ops_words.h"
#include "engine/tape/indexing.h"

namespace backstep::ops {
namespace {

// A row of places for each dimension of a mask, from those of all together.
std::vector<Tensor> placesOfMask(const Tensor& mask) {
    std::vector<std::vector<double>> rows(mask.dims());
    const std::vector<std::int64_t> strides = contiguousStrides(mask.shape());
    for (std::int64_t i = 0; i < mask.size(); ++i) {
        if (mask.at(i) == 0) continue;
        for (std::size_t d = 0; d < rows.size(); ++d) rows[d].push_back(static_cast<double>(i / strides[d] % mask.shape()[d]));
    }
    std::vector<Tensor> out;
    for (std::vector<double>& row : rows) {
        const auto n = static_cast<std::int64_t>(row.size());
        out.push_back(Tensor::exact({n}, std::move(row), DType::Int64));
    }
    return out;
}

// What the indices broadcast to.
TensorShape commonShape(const std::vector<Tensor>& indices) {
    TensorShape common;
    for (const Tensor& index : indices) {
        const auto both = broadcastShapes(common, index.shape());
        if (both) {
            common = *both;
            continue;
        }
        std::string shapes;
        for (const Tensor& each : indices) shapes += (shapes.empty() ? "" : ", ") + textOf(each.shape());
        failIndex("shape mismatch: indexing tensors could not be broadcast together with shapes " + shapes);
    }
    return common;
}

// The attributes of Index and IndexPut: masks as places, shapes checked.
Operation indexed(const Var& x, const std::vector<Var>& indices) {
    Operation out;
    out.operands = {x};
    std::size_t d = 0;
    for (const Var& index : indices) {
        if (!index) {
            ++d;
            continue;
        }
        if (index->dtype() != DType::Int64 && index->dtype() != DType::Bool)
            failIndex("tensors used as indices must be long, byte or bool tensors");
        if (index->dtype() != DType::Bool) {
            out.attributes.dims.push_back(static_cast<std::int64_t>(d++));
            out.attributes.tensors.push_back(index->value());
            out.kept.push_back(index);
            continue;
        }
        for (std::size_t k = 0; k < index->dims(); ++k) {
            if (d + k < x->dims() && index->shape()[k] == x->shape()[d + k]) continue;
            failIndex("The shape of the mask " + textOf(index->shape()) + " at index " + count(k) +
                      " does not match the shape of the indexed tensor " + textOf(x->shape()) + " at index " + count(d + k));
        }
        out.kept.push_back(index);
        for (Tensor& places : placesOfMask(index->value())) {
            out.attributes.dims.push_back(static_cast<std::int64_t>(d++));
            out.attributes.tensors.push_back(std::move(places));
        }
    }
    if (d > x->dims()) failIndex("too many indices for tensor of dimension " + count(x->dims()) + " (got " + count(d) + ")");
    static_cast<void>(commonShape(out.attributes.tensors));
    return out;
}

// The first of the choices that lies outside, and what is said of it.
struct Outside {
    std::int64_t choice = 0;
    std::string message;
};

std::optional<Outside> firstOutside(const Var& x, const Attributes& a) {
    std::optional<Outside> first;
    // Where nothing is picked PyTorch does not look.
    for (std::size_t d = 0; d < x->dims(); ++d) {
        if (x->shape()[d] == 0 && std::find(a.dims.begin(), a.dims.end(), static_cast<std::int64_t>(d)) == a.dims.end()) return first;
    }
    const TensorShape common = commonShape(a.tensors);
    const auto isEmpty = [&](std::int64_t d) { return x->shape()[static_cast<std::size_t>(d)] == 0; };
    if (elementCount(common) > 0 && std::any_of(a.dims.begin(), a.dims.end(), isEmpty))
        return Outside{0, "index is out of bounds for dimension with size 0"};
    for (std::size_t k = 0; k < a.tensors.size(); ++k) {
        // PyTorch counts only the dimensions that are indexed.
        const std::int64_t size = x->shape()[static_cast<std::size_t>(a.dims[k])];
        const Tensor index = a.tensors[k].expandedTo(common);
        for (std::int64_t choice = 0; choice < index.size() && !(first && first->choice <= choice); ++choice) {
            const double i = index.at(choice);
            if (i >= static_cast<double>(-size) && i < static_cast<double>(size)) continue;
            first = {choice, "index " + number(static_cast<std::int64_t>(i)) + " is out of bounds for dimension " + count(k) +
                                 " with size " + number(size)};
        }
    }
    return first;
}

// What comes before it is written; nothing: none.
std::optional<Tensor> writtenBefore(const Outside& outside, const Var& x, const Attributes& a, const Tensor& values) {
    TensorShape result;
    const std::vector<std::int64_t> places = indexedPlaces(x->shape(), a.tensors, a.dims, result);
    const bool together = a.dims.back() - a.dims.front() + 1 == static_cast<std::int64_t>(a.dims.size());
    const std::size_t front = together ? static_cast<std::size_t>(a.dims.front()) : 0;
    const auto inside = result.begin() + static_cast<std::ptrdiff_t>(front + commonShape(a.tensors).size());
    const std::int64_t written = outside.choice * elementCount(TensorShape(inside, result.end()));
    if (written == 0) return {};
    const Tensor all = values.expandedTo(result);
    Writer out(x->value());
    for (std::int64_t i = 0; i < written; ++i) {
        const std::int64_t place = places[static_cast<std::size_t>(i)];
        if (a.flag) out.add(place, all.at(i));
        else out.put(place, all.at(i));
    }
    return out.done().front();
}

}  // namespace

Operation index(const Var& x, const std::vector<Var>& indices) {
    Operation out = indexed(x, indices);
    if (const auto outside = firstOutside(x, out.attributes)) failIndex(outside->message);
    out.op = Op::Index;
    return out;
}

namespace {

// How what is chosen lies in memory: the iterator's common order of x, which stands still along the indices, and of the indices,
// which stand still along the rest. Indices that are apart go to the front.
std::vector<std::int64_t> layoutOf(const Var& x, const Attributes& a, const TensorShape& result) {
    const TensorShape common = commonShape(a.tensors);
    bool together = true;
    for (std::size_t k = 1; k < a.dims.size(); ++k) together &= a.dims[k] == a.dims[k - 1] + 1;
    const std::size_t before = together ? static_cast<std::size_t>(a.dims.front()) : 0;
    std::vector<std::int64_t> own;
    const std::vector<std::int64_t> strides = x->strides();
    for (std::size_t d = 0; d < strides.size(); ++d) {
        if (std::find(a.dims.begin(), a.dims.end(), static_cast<std::int64_t>(d)) == a.dims.end()) own.push_back(strides[d]);
    }
    own.insert(own.begin() + static_cast<std::ptrdiff_t>(before), common.size(), 0);
    std::vector<Window> walked{{result, own, 0}};
    for (const Tensor& index : a.tensors) {
        const std::vector<std::int64_t> along = expanded(contiguousWindow(index.shape()), common).strides;
        std::vector<std::int64_t> all(result.size(), 0);
        std::copy(along.begin(), along.end(), all.begin() + static_cast<std::ptrdiff_t>(before));
        walked.push_back({result, std::move(all), 0});
    }
    return commonStrides(walked, result);
}

}  // namespace

Var chosen(Autograd& g, const Var& x, const std::vector<Var>& indices) {
    const Operation op = index(x, indices);
    const Var out = op.call(g);
    std::vector<std::int64_t> strides = layoutOf(x, op.attributes, out->shape());
    if (strides != out->strides()) g.relayout(out, std::move(strides));
    return out;
}

Operation indexPut(const Var& x, const std::vector<Var>& indices, const Var& values, bool accumulate) {
    Operation out = indexed(x, indices);
    out.op = Op::IndexPut;
    if (x->dtype() != values->dtype()) {
        failRuntime(std::string("Index put requires the source and destination dtypes match, got ") + scalarTypeName(x->dtype()) +
                    " for the destination and " + scalarTypeName(values->dtype()) + " for the source.");
    }
    TensorShape result;
    static_cast<void>(indexedPlaces(x->shape(), out.attributes.tensors, out.attributes.dims, result));
    const auto both = broadcastShapes(values->shape(), result);
    if (!both || *both != result) {
        failRuntime("shape mismatch: value tensor of shape " + textOf(values->shape()) +
                    " cannot be broadcast to indexing result of shape " + textOf(result));
    }
    out.operands.push_back(values);
    out.attributes.flag = accumulate;
    if (const auto outside = firstOutside(x, out.attributes))
        out.stopped = {outside->message, true, writtenBefore(*outside, x, out.attributes, values->value())};
    return out;
}

Var nonzero(Autograd& g, const Var& x) {
    const Tensor value = x->value();
    const std::vector<Tensor> rows = placesOfMask(value);
    std::int64_t n = 0;
    for (const double v : value.numbers()) n += v != 0;
    std::vector<double> places(rows.size() * static_cast<std::size_t>(n));
    for (std::size_t i = 0; i < places.size(); ++i) places[i] = rows[i % rows.size()].at(static_cast<std::int64_t>(i / rows.size()));
    const Var out = g.make(Tensor::exact({n, static_cast<std::int64_t>(rows.size())}, std::move(places), DType::Int64));
    g.relayout(out, {1, std::max<std::int64_t>(n, 1)});
    return out;
}

}  // namespace backstep::ops
