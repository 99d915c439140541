// SPDX-License-Identifier: GPL-3.0-or-later
// The primitives of shaped.def on values.
#pragma once

#include <span>
#include <vector>

#include "engine/tape/attributes.h"
#include "engine/tape/op.h"

namespace backstep {

// The outputs of an op of shaped.def. Shapes and attributes must have been checked by the caller.
[[nodiscard]] std::vector<Tensor> computeShaped(Op op, std::span<const Tensor> operands, const Attributes& attributes);

namespace kernels {
#define SHAPED(op, name, autograd, kernel, ...) std::vector<Tensor> kernel(std::span<const Tensor> operands, const Attributes& attributes);
#include "engine/tape/shaped.def"
}  // namespace kernels

}  // namespace backstep
