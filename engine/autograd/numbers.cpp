// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/autograd/numbers.h"

#include <algorithm>
#include <array>

#include "engine/tape/kernels.h"

namespace backstep {
namespace {

constexpr int kNone = -1;

// The dtype that the operation computes in: as resultType has it for operands without dimensions.
int typeOf(std::span<const Number> operands) {
    int tensors = kNone;
    int numbers = kNone;
    for (const Number& n : operands) {
        const auto dtype = static_cast<int>(n.isPython && isFloating(n.dtype) ? DType::Float32 : n.dtype);
        int& slot = n.isPython ? numbers : tensors;
        slot = std::max(slot, dtype);
    }
    if (tensors == kNone) {  // Python floats alone stay doubles
        const auto isFloat = [](const Number& n) { return n.dtype == DType::Float64; };
        return std::all_of(operands.begin(), operands.end(), isFloat) ? static_cast<int>(DType::Float64) : numbers;
    }
    if (numbers == kNone || isFloating(static_cast<DType>(tensors))) return tensors;
    return tensors == static_cast<int>(DType::Bool) || isFloating(static_cast<DType>(numbers)) ? std::max(tensors, numbers) : tensors;
}

}  // namespace

std::optional<Number> computeNumbers(Op op, std::span<const Number> operands) {
    const std::size_t first = op == Op::Where ? 1 : 0;
    const auto common = static_cast<DType>(typeOf(operands.subspan(first)));
    // Numbers to choose from become tensors before.
    const bool chosen = first == 1 && operands[1].isPython && operands[2].isPython && isFloating(common);
    const DType dtype = chosen ? DType::Float32 : common;
    const bool condition = isCondition(op);
    if (!isFloating(dtype) && !(condition && dtype == DType::Bool)) return std::nullopt;
    std::array<double, kMaxElementwise> values{};
    for (std::size_t i = 0; i < operands.size(); ++i) values[i] = operands[i].value;
    const ScalarKernel kernel = dtype == DType::Float32 ? scalarKernel32(op) : scalarKernel64(op);
    const double value = kernel(values.data());
    return Number{value, condition ? DType::Bool : dtype, false};
}

}  // namespace backstep
