// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tape/compute.h"

#include <algorithm>
#include <vector>

#include "engine/base/watch.h"
#include "engine/tape/kernels.h"

namespace backstep {
bool keepsWhole(Op op) {
    using enum Op;
    switch (op) {
        // clang-format off
        case Add: case Sub: case Mul: case Neg: case Square: case Pow: case Mod: case Fmod: case Abs: case Sign: case Floor: case Ceil:
        case Round: case Trunc: case Maximum: case Minimum: case Clamp: case Relu: case Where: case ZerosLike: case OnesLike:
        case AddNumber: case SubNumber: case MulNumber: case AddAlpha: case SubAlpha: case Rsub: case RsubNumber: case PowNumber:
        case PowBase: case ModNumber: case ModOfNumber: case FmodNumber: case DivFloor: case DivTrunc: case FloorDivide:
        case FloorDivideNumber: case Sgn: case Fmax: case Fmin: case ClampTensors: case ClampMin: case ClampMax: case ClampMinTensor:
        case ClampMaxTensor: case Hardtanh: case Threshold: case FillMasked: case NanToNum: case Addcmul:
        case Fill: case FillWith: case Zero: case Heaviside: return true;
        // clang-format on
        default: return isCondition(op);
    }
}

namespace {

// Ops that give whole numbers for whole numbers; the rest of the table goes through float32.
// A condition does not promote the choice it makes.
DType computeType(Op op, std::span<const Tensor> operands) {
    DType dtype = DType::Bool;
    for (std::size_t i = op == Op::Where ? 1 : 0; i < operands.size(); ++i) dtype = promote(dtype, operands[i].dtype());
    return isFloating(dtype) || keepsWhole(op) ? dtype : DType::Float32;
}

// How many elements PyTorch's innermost loop has: those of the last dimensions that it can join, because every operand is either
// spread over all of them or over none.
std::size_t innermost(const TensorShape& shape, std::span<const Tensor> operands) {
    std::int64_t run = 1;
    for (std::size_t d = shape.size(); d-- > 0; run *= shape[d]) {
        if (run == 1 || shape[d] == 1) continue;
        for (const Tensor& operand : operands) {
            const std::size_t missing = shape.size() - operand.dims();
            const auto isSpread = [&](std::size_t k) { return k < missing || operand.shape()[k - missing] != shape[k]; };
            std::size_t next = d + 1;
            while (shape[next] == 1) ++next;
            if (isSpread(d) != isSpread(next)) return static_cast<std::size_t>(run);
        }
    }
    return static_cast<std::size_t>(run);
}

}  // namespace

std::optional<Tensor> compute(Op op, std::span<const Tensor> operands) {
    const DType dtype = computeType(op, operands);
    const DType result = isCondition(op) ? DType::Bool : dtype;
    TensorShape shape;
    for (const Tensor& operand : operands) {
        if (operand.isScalar() || operand.shape() == shape) continue;
        const auto both = broadcastShapes(shape, operand.shape());
        if (!both) return std::nullopt;
        shape = *both;
    }
    Columns columns;
    std::array<Tensor, kMaxElementwise> expanded;
    for (std::size_t i = 0; i < operands.size(); ++i) {
        const bool one = operands[i].size() == 1;
        if (!one && operands[i].shape() != shape) expanded[i] = operands[i].expandedTo(shape);
        columns[i] = {(expanded[i].isScalar() ? operands[i] : expanded[i]).numbers().data(), one && !shape.empty() ? 0U : 1U};
    }
    const bool alone = elementCount(shape) == 1;
    const Kernel kernel =
        dtype == DType::Float32 ? (alone ? kernel32(op) : tensorKernel32(op)) : (alone ? kernel64(op) : tensorKernel64(op));
    const bool whole = result == DType::Int64 || result == DType::Int32;
    if (shape.empty()) {
        double out = 0;
        kernel(columns, &out, 1);
        return Tensor(whole ? out + 0.0 : out, result);
    }
    std::vector<double> out(static_cast<std::size_t>(elementCount(shape)));
    // A stretch at a time, so that whoever watches is asked now and then.
    constexpr std::size_t kStretch = 1 << 15;
    const std::size_t stretch =
        goesInGroups(op) && operands.size() > 1 ? std::clamp<std::size_t>(innermost(shape, operands), 1, kStretch) : kStretch;
    for (std::size_t begin = 0; begin < out.size(); begin += stretch) {
        const std::size_t n = std::min(stretch, out.size() - begin);
        Watch::work(static_cast<std::int64_t>(n) * 16);
        kernel(columns, out.data() + begin, n);
        for (Column& column : columns) column.numbers += column.numbers == nullptr ? 0 : n * column.step;
    }
    if (result == DType::Bool) return Tensor(shape, std::move(out), result);
    if (whole) std::for_each(out.begin(), out.end(), [](double& x) { x += 0.0; });  // there is no whole −0
    return Tensor::exact(shape, std::move(out), result);
}

}  // namespace backstep
