// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tape/compute.h"

#include <algorithm>
#include <vector>

#include "engine/tape/kernels.h"

namespace backstep {
namespace {

bool isCondition(Op op) { return op >= Op::Lt && op <= Op::Not; }

// Ops that give whole numbers for whole numbers; the rest of the table goes through float32.
bool keepsWhole(Op op) {
    using enum Op;
    switch (op) {
        case Add: case Sub: case Mul: case Neg: case Square: case Pow: case Mod: case Fmod: case Abs: case Sign: case Floor: case Ceil:
        case Round: case Trunc: case Maximum: case Minimum: case Clamp: case Relu: case Where: case ZerosLike: case OnesLike: return true;
        default: return isCondition(op);
    }
}

// A condition does not promote the choice it makes.
DType computeType(Op op, std::span<const Tensor> operands) {
    DType dtype = DType::Bool;
    for (std::size_t i = op == Op::Where ? 1 : 0; i < operands.size(); ++i) dtype = promote(dtype, operands[i].dtype());
    return isFloating(dtype) || keepsWhole(op) ? dtype : DType::Float32;
}

Tensor scalar(Op op, std::span<const Tensor> operands, DType dtype, DType result) {
    std::array<double, 3> v{};
    for (std::size_t i = 0; i < operands.size(); ++i) v[i] = operands[i].item();
    if (dtype == DType::Float32) {
        std::array<float, 3> f{};
        std::transform(v.begin(), v.end(), f.begin(), [](double x) { return static_cast<float>(x); });
        float out = 0;
        kernel32(op)(f.data(), &f[1], &f[2], &out, 1);
        return Tensor(static_cast<double>(out), result);
    }
    double out = 0;
    kernel64(op)(v.data(), &v[1], &v[2], &out, 1);
    return Tensor(out, result);
}

Tensor large(Op op, std::span<const Tensor> operands, const TensorShape& shape, DType dtype, DType result) {
    const auto n = static_cast<std::size_t>(elementCount(shape));
    std::array<std::vector<double>, 3> columns;
    for (std::size_t i = 0; i < operands.size(); ++i) {
        const Tensor full = operands[i].expandedTo(shape);
        columns[i].resize(n);
        for (std::size_t k = 0; k < n; ++k) columns[i][k] = full.at(static_cast<std::int64_t>(k));
    }
    std::vector<double> out(n);
    if (dtype == DType::Float32) {
        std::array<std::vector<float>, 3> narrow;
        for (std::size_t i = 0; i < operands.size(); ++i) narrow[i].assign(columns[i].begin(), columns[i].end());
        std::vector<float> values(n);
        kernel32(op)(narrow[0].data(), narrow[1].data(), narrow[2].data(), values.data(), n);
        out.assign(values.begin(), values.end());
    } else {
        kernel64(op)(columns[0].data(), columns[1].data(), columns[2].data(), out.data(), n);
    }
    return {shape, std::move(out), result};
}

}  // namespace

std::optional<Tensor> compute(Op op, std::span<const Tensor> operands) {
    const DType dtype = computeType(op, operands);
    const DType result = isCondition(op) ? DType::Bool : dtype;
    TensorShape shape;
    for (const Tensor& operand : operands) {
        const auto both = broadcastShapes(shape, operand.shape());
        if (!both) return std::nullopt;
        shape = *both;
    }
    return shape.empty() ? scalar(op, operands, dtype, result) : large(op, operands, shape, dtype, result);
}

}  // namespace backstep
