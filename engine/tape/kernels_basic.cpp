// SPDX-License-Identifier: GPL-3.0-or-later
// Copies, casts and strides.
#include "engine/tape/shaped.h"

namespace backstep::kernels {

std::vector<Tensor> pick(std::span<const Tensor> operands, const Attributes&) { return {operands[0]}; }

std::vector<Tensor> same(std::span<const Tensor> operands, const Attributes&) { return {operands[0]}; }

std::vector<Tensor> cast(std::span<const Tensor> operands, const Attributes& attributes) { return {operands[0].cast(attributes.dtype)}; }

std::vector<Tensor> copyInto(std::span<const Tensor> operands, const Attributes&) {
    return {operands[1].cast(operands[0].dtype()).expandedTo(operands[0].shape())};
}

std::vector<Tensor> strided(std::span<const Tensor> operands, const Attributes& attributes) {
    const Tensor& base = operands[0];
    std::vector<double> values(static_cast<std::size_t>(elementCount(attributes.sizes)));
    std::vector<std::int64_t> index(attributes.sizes.size(), 0);
    std::int64_t at = attributes.n;
    for (double& value : values) {
        value = base.at(at);
        for (std::size_t d = index.size(); d-- > 0;) {
            at += attributes.more[d];
            if (++index[d] < attributes.sizes[d]) break;
            at -= attributes.more[d] * attributes.sizes[d];
            index[d] = 0;
        }
    }
    return {Tensor::exact(attributes.sizes, std::move(values), base.dtype())};
}

std::vector<Tensor> sumTo(std::span<const Tensor> operands, const Attributes& attributes) { return {operands[0].summedTo(attributes.sizes)}; }

std::vector<Tensor> expandTo(std::span<const Tensor> operands, const Attributes& attributes) {
    return {operands[0].expandedTo(attributes.sizes)};
}

}  // namespace backstep::kernels
