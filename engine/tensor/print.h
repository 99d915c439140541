// SPDX-License-Identifier: GPL-3.0-or-later
// A tensor's text as torch prints it: one style for all numbers, rows wrapped and summarised, what differs from a plain
// float32 tensor named behind it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/tensor/tensor.h"

namespace backstep {

// torch.set_printoptions. `defaultDtype` is the dtype that needs no naming (torch.set_default_dtype).
struct PrintOptions {
    int precision = 4;
    double threshold = 1000;  // more elements than this are summarised; infinity: never
    int edgeitems = 3;
    int linewidth = 80;
    std::optional<bool> sciMode;
    DType defaultDtype = DType::Float32;

    // "default", "short" or "full"; another name changes nothing, as in torch. Takes sci_mode back to automatic.
    void setProfile(std::string_view name);
};

struct TensorSuffixes {
    std::string gradFn;         // "MulBackward0"; empty: no grad_fn
    bool requiresGrad = false;  // said only where there is no grad_fn
    bool parameter = false;     // nn.Parameter: "Parameter containing:" on a line of its own
};

// What print, str and repr give.
[[nodiscard]] std::string tensorText(const Tensor& tensor, const PrintOptions& options = {}, const TensorSuffixes& suffixes = {});
// "(2, 3)", "(2,)", "()": a Python tuple.
[[nodiscard]] std::string shapeText(const TensorShape& shape);

}  // namespace backstep
