// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tape/shaped.h"

#include <array>

#include "engine/base/watch.h"

namespace backstep {

std::vector<Tensor> computeShaped(Op op, std::span<const Tensor> operands, const Attributes& attributes) {
    using Kernel = std::vector<Tensor> (*)(std::span<const Tensor>, const Attributes&);
    static constexpr std::array<Kernel, kOpCount - kElementwiseEnd> kTable{
#define SHAPED(op, name, autograd, kernel, ...) &kernels::kernel,
#include "engine/tape/shaped.def"
    };
    std::int64_t elements = 0;
    for (const Tensor& operand : operands) elements += operand.size();
    Watch::work(8 * elements + 64);
    return kTable[static_cast<std::size_t>(op) - kElementwiseEnd](operands, attributes);
}

}  // namespace backstep
