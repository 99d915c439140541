// SPDX-License-Identifier: GPL-3.0-or-later
// arange, linspace and logspace with torch's and numpy's own numbers to the last bit. A count is asked for first, so that a
// caller can refuse it before memory is taken; `error` is what the original says, in its words.
#pragma once

#include <cstdint>
#include <string>

#include "engine/tensor/tensor.h"

namespace backstep {

struct RangeCount {
    std::int64_t count = 0;
    std::string error;      // empty: fine
    const char* type = "";  // of the exception: "RuntimeError", "ValueError", "ZeroDivisionError"
};

// torch.arange; of a bool dtype there is none ("arange_cpu" not implemented for 'Bool').
[[nodiscard]] RangeCount torchArangeCount(double start, double end, double step, DType dtype);
[[nodiscard]] Tensor torchArange(double start, double end, double step, DType dtype);
// torch.range, both ends included.
[[nodiscard]] RangeCount torchRangeCount(double start, double end, double step, DType dtype);
[[nodiscard]] Tensor torchRange(double start, double end, double step, DType dtype);

[[nodiscard]] RangeCount torchLinspaceCount(std::int64_t steps, DType dtype);
[[nodiscard]] Tensor torchLinspace(double start, double end, std::int64_t steps, DType dtype);
[[nodiscard]] RangeCount torchLogspaceCount(std::int64_t steps, DType dtype);
[[nodiscard]] Tensor torchLogspace(double start, double end, std::int64_t steps, double base, DType dtype);

// np.arange: `whole` says that start, end and step are all Python integers (then 0 divides as an integer).
[[nodiscard]] RangeCount numpyArangeCount(double start, double stop, double step, bool whole, DType dtype);
[[nodiscard]] Tensor numpyArange(double start, double stop, double step, DType dtype);
[[nodiscard]] RangeCount numpyLinspaceCount(std::int64_t num);
struct LinspaceResult {
    Tensor values;
    double step;  // what retstep=True gives
};
[[nodiscard]] LinspaceResult numpyLinspace(double start, double stop, std::int64_t num, bool endpoint, DType dtype = DType::Float64);
[[nodiscard]] Tensor numpyLogspace(double start, double stop, std::int64_t num, bool endpoint, double base, DType dtype = DType::Float64);
[[nodiscard]] RangeCount numpyGeomspaceCount(double start, double stop, std::int64_t num);
[[nodiscard]] Tensor numpyGeomspace(double start, double stop, std::int64_t num, bool endpoint, DType dtype = DType::Float64);

}  // namespace backstep
