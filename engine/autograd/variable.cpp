// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/autograd/variable.h"

namespace backstep {

Storage::~Storage() { bytesInUse() -= counted; }

std::size_t& Storage::bytesInUse() {
    static thread_local std::size_t bytes = 0;
    return bytes;
}

std::vector<std::int64_t> contiguousStrides(const TensorShape& shape) {
    std::vector<std::int64_t> strides(shape.size());
    std::int64_t stride = 1;
    for (std::size_t d = shape.size(); d-- > 0;) {
        strides[d] = stride;
        stride *= std::max<std::int64_t>(shape[d], 1);
    }
    return strides;
}

std::vector<std::int64_t> placesOf(const Window& window) {
    std::vector<std::int64_t> places(static_cast<std::size_t>(elementCount(window.shape)));
    std::vector<std::int64_t> index(window.shape.size(), 0);
    std::int64_t at = window.offset;
    for (std::int64_t& place : places) {
        place = at;
        for (std::size_t d = index.size(); d-- > 0;) {
            at += window.strides[d];
            if (++index[d] < window.shape[d]) break;
            at -= window.strides[d] * window.shape[d];
            index[d] = 0;
        }
    }
    return places;
}

std::vector<std::int64_t> Variable::strides() const { return window ? window->strides : contiguousStrides(shape()); }

// A dimension of size 1 may have any stride.
bool Variable::isContiguous() const {
    if (!window) return true;
    std::int64_t stride = 1;
    for (std::size_t d = window->shape.size(); d-- > 0;) {
        if (window->shape[d] == 1) continue;
        if (window->strides[d] != stride) return false;
        stride *= window->shape[d];
    }
    return true;
}

Tensor Variable::value() const {
    if (!window) return storage->value;
    if (window->offset == 0 && size() == storage->value.size() && isContiguous()) return storage->value.reshaped(window->shape);
    const std::vector<std::int64_t> places = placesOf(*window);
    std::vector<double> values(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) values[i] = storage->value.at(places[i]);
    return Tensor::exact(window->shape, std::move(values), dtype());
}

const Var& Variable::grad() const {
    static const Var kNone;
    return extra ? extra->grad : kNone;
}

VariableExtra& Variable::more() {
    if (!extra) extra = std::make_unique<VariableExtra>();
    return *extra;
}

}  // namespace backstep
