// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tensor/window.h"

#include <algorithm>

namespace backstep {
namespace {

std::size_t at(std::int64_t i) { return static_cast<std::size_t>(i); }

}  // namespace

std::vector<std::int64_t> contiguousStrides(const TensorShape& shape) {
    std::vector<std::int64_t> strides(shape.size());
    std::int64_t stride = 1;
    for (std::size_t d = shape.size(); d-- > 0;) {
        strides[d] = stride;
        stride *= std::max<std::int64_t>(shape[d], 1);
    }
    return strides;
}

Window contiguousWindow(const TensorShape& shape) { return {shape, contiguousStrides(shape), 0}; }

// A dimension of size 1 may have any stride.
bool isContiguous(const Window& window) {
    if (elementCount(window.shape) == 0) return true;
    std::int64_t stride = 1;
    for (std::size_t d = window.shape.size(); d-- > 0;) {
        if (window.shape[d] == 1) continue;
        if (window.strides[d] != stride) return false;
        stride *= window.shape[d];
    }
    return true;
}

bool isDense(const Window& window) {
    if (isContiguous(window)) return true;
    std::vector<std::size_t> order;
    for (std::size_t d = 0; d < window.shape.size(); ++d) {
        if (window.shape[d] != 1) order.push_back(d);
    }
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return window.strides[a] < window.strides[b]; });
    std::int64_t stride = 1;
    for (const std::size_t d : order) {
        if (window.strides[d] != stride) return false;
        stride *= window.shape[d];
    }
    return true;
}

std::vector<std::int64_t> placesOf(const Window& window) {
    std::vector<std::int64_t> places(at(elementCount(window.shape)));
    std::vector<std::int64_t> index(window.shape.size(), 0);
    std::int64_t place = window.offset;
    for (std::int64_t& slot : places) {
        slot = place;
        for (std::size_t d = index.size(); d-- > 0;) {
            place += window.strides[d];
            if (++index[d] < window.shape[d]) break;
            place -= window.strides[d] * window.shape[d];
            index[d] = 0;
        }
    }
    return places;
}

Tensor seenThrough(const Tensor& tensor, const Window& window) {
    if (window.offset == 0 && tensor.size() == elementCount(window.shape) && isContiguous(window)) return tensor.reshaped(window.shape);
    const std::vector<std::int64_t> places = placesOf(window);
    std::vector<double> values(places.size());
    std::transform(places.begin(), places.end(), values.begin(), [&](std::int64_t place) { return tensor.at(place); });
    return Tensor::exact(window.shape, std::move(values), tensor.dtype());
}

std::vector<std::int64_t> commonStrides(const std::vector<Window>& operands, const TensorShape& shape) {
    const std::size_t n = shape.size();
    // The strides with which each is walked; 0 where it is broadcast.
    std::vector<std::vector<std::int64_t>> strides;
    bool allDense = true;
    for (const Window& w : operands) {
        std::vector<std::int64_t> own(n, 0);
        const std::size_t pad = n - w.shape.size();
        for (std::size_t d = pad; d < n; ++d) own[d] = w.shape[d - pad] == 1 && shape[d] != 1 ? 0 : w.strides[d - pad];
        strides.push_back(std::move(own));
        allDense = allDense && w.shape == shape && isDense(w) && w.strides == operands.front().strides;
    }
    if (allDense && !operands.empty()) return operands.front().strides;
    // 1: `a` should come after `b`, walking from the fastest dimension outwards; 0: it does not matter.
    const auto order = [&](std::size_t a, std::size_t b) {
        for (const auto& own : strides) {
            if (own[a] == 0 || own[b] == 0) continue;
            if (own[a] != own[b]) return own[a] < own[b] ? -1 : 1;
            if (shape[a] > shape[b]) return 1;
        }
        return 0;
    };
    std::vector<std::size_t> dims(n);
    for (std::size_t i = 0; i < n; ++i) dims[i] = n - 1 - i;
    for (std::size_t i = 1; i < n; ++i) {
        std::size_t here = i;
        for (std::size_t before = i; before-- > 0;) {
            const int wanted = order(dims[before], dims[here]);
            if (wanted < 0) break;
            if (wanted == 0) continue;
            std::swap(dims[before], dims[here]);
            here = before;
        }
    }
    std::vector<std::int64_t> out(n);
    std::int64_t stride = 1;
    for (const std::size_t d : dims) {
        out[d] = stride;
        stride *= shape[d];
    }
    return std::is_sorted(dims.rbegin(), dims.rend()) ? contiguousStrides(shape) : out;
}

Window permuted(const Window& window, const std::vector<std::int64_t>& dims) {
    Window out;
    out.offset = window.offset;
    for (const std::int64_t d : dims) {
        out.shape.push_back(window.shape[at(d)]);
        out.strides.push_back(window.strides[at(d)]);
    }
    return out;
}

Window transposed(Window window, std::int64_t a, std::int64_t b) {
    if (window.shape.empty()) return window;
    std::swap(window.shape[at(a)], window.shape[at(b)]);
    std::swap(window.strides[at(a)], window.strides[at(b)]);
    return window;
}

Window selected(Window window, std::int64_t dim, std::int64_t index) {
    window.offset += index * window.strides[at(dim)];
    window.shape.erase(window.shape.begin() + dim);
    window.strides.erase(window.strides.begin() + dim);
    return window;
}

// start and end as Python's slices have them: cut to the dimension, negative ones count from its end.
Window sliced(Window window, std::int64_t dim, std::int64_t start, std::int64_t end, std::int64_t step) {
    std::int64_t& size = window.shape[at(dim)];
    if (start < 0) start = std::max<std::int64_t>(start + size, 0);
    if (end < 0) end += size;
    start = std::min(start, size);
    end = std::clamp(end, start, size);
    window.offset += start * window.strides[at(dim)];
    size = (end - start + step - 1) / step;
    window.strides[at(dim)] *= step;
    return window;
}

Window squeezed(const Window& window, std::int64_t dim) {
    Window out;
    out.offset = window.offset;
    for (std::size_t d = 0; d < window.shape.size(); ++d) {
        if (window.shape[d] == 1 && (dim < 0 || at(dim) == d)) continue;
        out.shape.push_back(window.shape[d]);
        out.strides.push_back(window.strides[d]);
    }
    return out;
}

Window unsqueezed(Window window, std::int64_t dim) {
    const std::int64_t stride = at(dim) < window.shape.size() ? window.shape[at(dim)] * window.strides[at(dim)] : 1;
    window.shape.insert(window.shape.begin() + dim, 1);
    window.strides.insert(window.strides.begin() + dim, stride);
    return window;
}

Window expanded(const Window& window, const TensorShape& shape) {
    Window out{shape, std::vector<std::int64_t>(shape.size()), window.offset};
    if (window.shape.empty()) return out;
    const std::size_t pad = shape.size() - window.shape.size();
    for (std::size_t d = shape.size(); d-- > 0;) {
        const bool own = d >= pad;
        const std::int64_t size = own ? window.shape[d - pad] : 1;
        const std::int64_t after = d + 1 < shape.size() ? out.shape[d + 1] * out.strides[d + 1] : 1;
        out.strides[d] = size != shape[d] ? 0 : own ? window.strides[d - pad] : after;
    }
    return out;
}

Window diagonal(const Window& window, std::int64_t offset, std::int64_t dim1, std::int64_t dim2) {
    Window out = window;
    const std::int64_t rows = window.shape[at(dim1)];
    const std::int64_t columns = window.shape[at(dim2)];
    const std::int64_t length =
        std::max<std::int64_t>(offset >= 0 ? std::min(rows, columns - offset) : std::min(rows + offset, columns), 0);
    if (length > 0) out.offset += offset >= 0 ? offset * window.strides[at(dim2)] : -offset * window.strides[at(dim1)];
    const std::int64_t stride = window.strides[at(dim1)] + window.strides[at(dim2)];
    for (const std::int64_t d : {std::max(dim1, dim2), std::min(dim1, dim2)}) {
        out.shape.erase(out.shape.begin() + d);
        out.strides.erase(out.strides.begin() + d);
    }
    out.shape.push_back(length);
    out.strides.push_back(stride);
    return out;
}

Window unfolded(Window window, std::int64_t dim, std::int64_t size, std::int64_t step) {
    if (window.shape.empty()) return {{1}, {1}, window.offset};
    const std::int64_t stride = window.strides[at(dim)];
    window.shape[at(dim)] = (window.shape[at(dim)] - size) / step + 1;
    window.strides[at(dim)] = stride * step;
    window.shape.push_back(size);
    window.strides.push_back(stride);
    return window;
}

// The old dimensions fall into chunks within which memory is contiguous; each chunk must be made up by whole new ones.
std::optional<Window> reshaped(const Window& window, const TensorShape& shape) {
    Window out{shape, std::vector<std::int64_t>(shape.size(), 1), window.offset};
    if (window.shape.empty()) return out;
    if (elementCount(window.shape) == 0) {
        out.strides = shape == window.shape ? window.strides : contiguousStrides(shape);
        return out;
    }
    auto d = static_cast<std::int64_t>(shape.size()) - 1;
    std::int64_t base = window.strides.back();
    std::int64_t held = 1;
    std::int64_t made = 1;
    for (std::size_t old = window.shape.size(); old-- > 0;) {
        held *= window.shape[old];
        if (old > 0 && (window.shape[old - 1] == 1 || window.strides[old - 1] == held * base)) continue;
        while (d >= 0 && (made < held || shape[at(d)] == 1)) {
            out.strides[at(d)] = made * base;
            made *= shape[at(d)];
            --d;
        }
        if (made != held) return std::nullopt;
        if (old > 0) {
            base = window.strides[old - 1];
            held = made = 1;
        }
    }
    return d == -1 ? std::optional(out) : std::nullopt;
}

}  // namespace backstep
