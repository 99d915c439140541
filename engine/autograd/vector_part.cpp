// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/autograd/vector_part.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <vector>

#include "engine/tensor/window.h"

namespace backstep {
namespace {

bool hasVectorsOfItsOwn(Op op) {
    using enum Op;
    switch (op) {
        case EluBackward:
        case HardtanhBackward:
        case SoftshrinkBackward:
        case HardshrinkBackward:
        case HardswishBackward:
        case Maximum:
        case Minimum: return true;
        default: return false;
    }
}

// What the vectors give of the first two operands, where that is something else.
std::optional<double> otherwise(Op op, double a, double b) {
    switch (op) {
        case Op::EluBackward: return std::isnan(b) ? std::optional(b) : std::nullopt;
        case Op::HardswishBackward: return std::isnan(b) ? std::optional(b) : b == 3 ? std::optional(a) : std::nullopt;
        case Op::Maximum:
        case Op::Minimum: return a == 0 && b == 0 ? std::optional(b) : std::nullopt;
        default: return std::isnan(b) ? std::optional(0.0) : std::nullopt;
    }
}

// Runs of memory in which both operands and the result go on at a steady step, as PyTorch's iterator joins dimensions.
struct Runs {
    std::int64_t length = 1;
    std::array<std::int64_t, 3> steps{1, 1, 1};
    // Each goes on number by number; one of the operands may stand still.
    [[nodiscard]] bool areVectors() const {
        const auto still = std::count(steps.begin(), steps.end(), 0);
        return still <= 1 && still + std::count(steps.begin(), steps.end(), 1) == 3;
    }
};

std::vector<std::int64_t> walked(const Window& w, const TensorShape& shape) {
    std::vector<std::int64_t> out(shape.size(), 0);
    const std::size_t pad = shape.size() - w.shape.size();
    for (std::size_t d = pad; d < shape.size(); ++d) out[d] = w.shape[d - pad] == 1 && shape[d] != 1 ? 0 : w.strides[d - pad];
    return out;
}

Runs runsOf(const std::array<std::vector<std::int64_t>, 3>& strides, const TensorShape& shape) {
    std::vector<std::size_t> dims(shape.size());
    std::iota(dims.begin(), dims.end(), std::size_t{0});
    std::erase_if(dims, [&](std::size_t d) { return shape[d] == 1; });
    std::stable_sort(dims.begin(), dims.end(), [&](std::size_t a, std::size_t b) { return strides[2][a] < strides[2][b]; });
    Runs runs;
    for (std::size_t i = 0; i < dims.size(); ++i) {
        const auto goesOn = [&](std::size_t k) { return i == 0 || strides[k][dims[i]] == runs.length * runs.steps[k]; };
        if (!goesOn(0) || !goesOn(1) || !goesOn(2)) break;
        if (i == 0) runs.steps = {strides[0][dims[0]], strides[1][dims[0]], strides[2][dims[0]]};
        runs.length *= shape[dims[i]];
    }
    return runs;
}

}  // namespace

Tensor withVectorPart(Op op, std::span<const Var> operands, Tensor value) {
    // Two vectors at a time, of 32 bytes each.
    const std::int64_t together = value.dtype() == DType::Float32 ? 16 : 8;
    if (!hasVectorsOfItsOwn(op) || value.size() < together || operands[1]->isNumber || !isFloating(value.dtype())) return value;
    const TensorShape& shape = value.shape();
    const std::vector<Window> windows{windowOf(*operands[0]), windowOf(*operands[1])};
    const std::vector<std::int64_t> own = commonStrides(windows, shape);
    const Runs runs = runsOf({walked(windows[0], shape), walked(windows[1], shape), own}, shape);
    if (!runs.areVectors()) return value;
    const Tensor a = operands[0]->value().cast(value.dtype()).expandedTo(shape);
    const Tensor b = operands[1]->value().cast(value.dtype()).expandedTo(shape);
    const std::vector<std::int64_t> places = placesOf({shape, own, 0});
    std::vector<double> out(value.numbers().begin(), value.numbers().end());
    for (std::size_t i = 0; i < out.size(); ++i) {
        const auto at = static_cast<std::int64_t>(i);
        if (places[i] % runs.length >= runs.length - runs.length % together) continue;
        if (const auto other = otherwise(op, a.at(at), b.at(at))) out[i] = *other;
    }
    return Tensor::exact(shape, std::move(out), value.dtype());
}

}  // namespace backstep
