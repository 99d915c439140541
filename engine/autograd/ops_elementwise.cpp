// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/autograd/ops_elementwise.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "engine/autograd/autograd.h"
#include "engine/autograd/vector_part.h"
#include "engine/python/errors.h"
#include "engine/tape/compute.h"

namespace backstep {
namespace {

// Of two categories the higher decides; the lower counts only where it is of a higher kind (bool < whole < floating).
std::optional<DType> combined(std::optional<DType> higher, std::optional<DType> lower) {
    if (!higher) return lower;
    if (!lower || isFloating(*higher)) return higher;
    return *higher == DType::Bool || isFloating(*lower) ? promote(*higher, *lower) : *higher;
}

[[noreturn]] void sizesDiffer(const TensorShape& a, const TensorShape& b) {
    const std::size_t n = std::max(a.size(), b.size());
    for (std::size_t back = 1; back <= std::min(a.size(), b.size()); ++back) {
        const std::int64_t x = a[a.size() - back];
        const std::int64_t y = b[b.size() - back];
        if (x == y || x == 1 || y == 1) continue;
        failRuntime("The size of tensor a (" + std::to_string(x) + ") must match the size of tensor b (" + std::to_string(y) +
                    ") at non-singleton dimension " + std::to_string(n - back));
    }
    failRuntime("The sizes of the tensors do not match");
}

constexpr double kExact = 9007199254740992.0;  // 2^53

bool isBeyond(double x) { return x > kExact || x < -kExact; }

// int32 wraps; int64 would too, but only far outside of what is held exactly here.
Tensor whole(Tensor value) {
    const auto numbers = value.numbers();
    if (value.dtype() == DType::Int64) {
        if (std::any_of(numbers.begin(), numbers.end(), isBeyond)) python::unsupported("int64 beyond 2^53");
        return value;
    }
    const auto fits = [](double x) { return x >= -2147483648.0 && x <= 2147483647.0; };
    if (std::all_of(numbers.begin(), numbers.end(), fits)) return value;
    std::vector<double> wrapped(numbers.begin(), numbers.end());
    for (double& x : wrapped) {
        if (isBeyond(x)) python::unsupported("int32 arithmetic beyond 2^53");
        x = static_cast<double>(static_cast<std::int32_t>(static_cast<std::uint32_t>(static_cast<std::int64_t>(x))));
    }
    return Tensor::exact(value.shape(), std::move(wrapped), DType::Int32);
}

}  // namespace

DType resultType(std::span<const Var> operands) {
    // Of Python floats alone nothing is promoted: they stay doubles.
    const auto isFloat = [](const Var& v) { return v && v->isNumber && v->dtype() == DType::Float64; };
    if (!operands.empty() && std::all_of(operands.begin(), operands.end(), isFloat)) return DType::Float64;
    std::optional<DType> dimensioned, zeroDim, numbers;
    for (const Var& v : operands) {
        if (!v) continue;
        std::optional<DType>& slot = v->isNumber ? numbers : v->dims() == 0 ? zeroDim : dimensioned;
        DType dtype = v->dtype();
        if (v->isNumber && isFloating(dtype)) dtype = DType::Float32;  // the default dtype
        slot = slot ? promote(*slot, dtype) : dtype;
    }
    return combined(dimensioned, combined(zeroDim, numbers)).value_or(DType::Float32);
}

TensorShape broadcastOf(std::span<const Var> operands) {
    TensorShape shape;
    for (const Var& v : operands) {
        if (!v || v->dims() == 0) continue;
        if (shape == v->shape()) continue;
        const auto both = broadcastShapes(shape, v->shape());
        if (!both) sizesDiffer(shape, v->shape());
        shape = *both;
    }
    return shape;
}

Tensor computeElementwise(Op op, std::span<const Var> operands) {
    // A condition does not promote what it chooses from.
    const std::size_t first = op == Op::Where ? 1 : 0;
    const bool numbers = first == 1 && operands[1]->isNumber && operands[2]->isNumber;  // which it makes tensors of before
    const DType common = resultType(operands.subspan(first));
    const DType dtype = numbers && isFloating(common) ? DType::Float32 : common;
    std::array<Tensor, kMaxElementwise> values;
    for (std::size_t i = 0; i < operands.size(); ++i) {
        values[i] = operands[i]->value();
        if (i >= first) values[i] = values[i].cast(dtype);
    }
    Tensor value = withVectorPart(op, operands, compute(op, std::span(values.data(), operands.size())).value());
    const bool isWhole = value.dtype() == DType::Int64 || value.dtype() == DType::Int32;
    return isWhole ? whole(std::move(value)) : value;
}

Tensor mapElementwise(std::span<const Var> operands, DType common, DType result, double (*function)(const double*)) {
    const TensorShape shape = broadcastOf(operands);
    std::array<Tensor, kMaxElementwise> values;
    for (std::size_t i = 0; i < operands.size(); ++i) values[i] = operands[i]->value().cast(common).expandedTo(shape);
    std::vector<double> out(static_cast<std::size_t>(elementCount(shape)));
    std::array<double, kMaxElementwise> at{};
    for (std::size_t k = 0; k < out.size(); ++k) {
        for (std::size_t i = 0; i < operands.size(); ++i) at[i] = values[i].at(static_cast<std::int64_t>(k));
        out[k] = function(at.data()) + 0.0;
    }
    Tensor value = shape.empty() ? Tensor(out[0], result) : Tensor(shape, std::move(out), result);
    return result == DType::Int64 || result == DType::Int32 ? whole(std::move(value)) : value;
}

void checkSubtraction(DType a, DType b) {
    if (a == DType::Bool && b == DType::Bool) {
        failRuntime(
            "Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.");
    }
    if (a == DType::Bool || b == DType::Bool) {
        failRuntime(
            "Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use the `~` or "
            "`logical_not()` operator instead.");
    }
}

const char* scalarTypeName(DType dtype) {
    switch (dtype) {
        case DType::Bool: return "Bool";
        case DType::Int32: return "Int";
        case DType::Int64: return "Long";
        case DType::Float32: return "Float";
        case DType::Float64: return "Double";
    }
    return "";
}

}  // namespace backstep
