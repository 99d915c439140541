// SPDX-License-Identifier: GPL-3.0-or-later
// Copies, casts and strides.
#include <algorithm>

#include "engine/tape/lanes.h"
#include "engine/tape/shaped.h"
#include "engine/tensor/window.h"

namespace backstep::kernels {

std::vector<Tensor> pick(std::span<const Tensor> operands, const Attributes&) { return {operands[0]}; }

std::vector<Tensor> same(std::span<const Tensor> operands, const Attributes&) { return {operands[0]}; }

std::vector<Tensor> cast(std::span<const Tensor> operands, const Attributes& attributes) { return {operands[0].cast(attributes.dtype)}; }

std::vector<Tensor> copyInto(std::span<const Tensor> operands, const Attributes&) {
    return {operands[1].cast(operands[0].dtype()).expandedTo(operands[0].shape())};
}

std::vector<Tensor> strided(std::span<const Tensor> operands, const Attributes& a) {
    const Tensor& base = operands[0];
    const Window window{a.sizes, a.more, a.n};
    if (a.dims.empty()) return {seenThrough(base, window)};
    // The operand does not lie row by row: its numbers are put where they lie, then read through the window.
    const std::vector<std::int64_t> own = placesOf({base.shape(), a.dims, 0});
    std::vector<double> memory(own.empty() ? 0 : static_cast<std::size_t>(*std::max_element(own.begin(), own.end())) + 1);
    for (std::size_t i = 0; i < own.size(); ++i) memory[static_cast<std::size_t>(own[i])] = base.at(static_cast<std::int64_t>(i));
    const auto n = static_cast<std::int64_t>(memory.size());
    return {seenThrough(Tensor::exact({n}, std::move(memory), base.dtype()), window)};
}

std::vector<Tensor> sumTo(std::span<const Tensor> operands, const Attributes& attributes) {
    const Tensor sum = summedTo(operands[0], attributes.sizes, attributes.more);
    if (attributes.dims.empty()) return {sum};
    TensorShape shape = sum.shape();
    for (std::size_t i = attributes.dims.size(); i-- > 0;) shape.erase(shape.begin() + attributes.dims[i]);
    return {sum.reshaped(shape)};
}

std::vector<Tensor> expandTo(std::span<const Tensor> operands, const Attributes& attributes) {
    return {operands[0].expandedTo(attributes.sizes)};
}

}  // namespace backstep::kernels
