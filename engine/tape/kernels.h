// SPDX-License-Identifier: GPL-3.0-or-later
// Kernels of the elementwise primitives over contiguous numbers. Unused operands may be null.
// Error against PyTorch on equal inputs: at most 4 ulp (glibc's libm serves both).
#pragma once

#include <cstddef>

#include "engine/tape/op.h"

namespace backstep {

using Kernel64 = void (*)(const double* a, const double* b, const double* c, double* out, std::size_t n);
using Kernel32 = void (*)(const float* a, const float* b, const float* c, float* out, std::size_t n);

// Null for Input and Constant.
[[nodiscard]] Kernel64 kernel64(Op op);
[[nodiscard]] Kernel32 kernel32(Op op);

}  // namespace backstep
