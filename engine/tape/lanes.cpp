// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tape/lanes.h"

namespace backstep {
namespace {

// Offsets of all positions along some of the dimensions, the last of them fastest.
std::vector<std::size_t> offsets(const TensorShape& shape, const std::vector<bool>& chosen) {
    std::vector<std::size_t> strides(shape.size());
    std::size_t stride = 1;
    for (std::size_t d = shape.size(); d-- > 0;) {
        strides[d] = stride;
        stride *= static_cast<std::size_t>(shape[d]);
    }
    std::vector<std::size_t> out{0};
    for (std::size_t d = 0; d < shape.size(); ++d) {
        if (!chosen[d]) continue;
        std::vector<std::size_t> next;
        next.reserve(out.size() * static_cast<std::size_t>(shape[d]));
        for (const std::size_t base : out) {
            for (std::size_t i = 0; i < static_cast<std::size_t>(shape[d]); ++i) next.push_back(base + i * strides[d]);
        }
        out = std::move(next);
    }
    return out;
}

}  // namespace

Lanes::Lanes(const TensorShape& shape, const std::vector<std::int64_t>& dims) : shape_(shape), reduced_(shape.size(), dims.empty()) {
    for (const std::int64_t d : dims) {
        if (static_cast<std::size_t>(d) < reduced_.size()) reduced_[static_cast<std::size_t>(d)] = true;
    }
    steps_ = offsets(shape, reduced_);
    std::vector<bool> kept = reduced_;
    kept.flip();
    starts_ = offsets(shape, kept);
}

TensorShape Lanes::reducedShape(bool keepdim) const {
    TensorShape out;
    for (std::size_t d = 0; d < shape_.size(); ++d) {
        if (!reduced_[d]) out.push_back(shape_[d]);
        else if (keepdim) out.push_back(1);
    }
    return out;
}

void Lanes::gather(const Tensor& from, std::size_t lane, std::vector<double>& out, std::span<const std::size_t> steps) const {
    const std::span<const std::size_t> order = steps.empty() ? std::span(steps_) : steps;
    out.resize(order.size());
    const std::span<const double> numbers = from.numbers();
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = numbers[starts_[lane] + order[i]];
}

}  // namespace backstep
