// SPDX-License-Identifier: GPL-3.0-or-later
// Small pieces of Python source.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "engine/tensor/tensor.h"

namespace backstep {

// 2.0, -1e-07, math.inf, math.nan: always an expression that needs no brackets but for its sign.
[[nodiscard]] std::string pythonNumber(double value);

// "torch.tensor([[1.0, 2.0]], dtype=torch.float32)", with `torch` as the module is called.
[[nodiscard]] std::string pythonTensor(const Tensor& tensor, std::string_view torch);

// An identifier for a name of the text: itself where Python takes it, otherwise the nearest thing; never one of `taken`,
// which it joins.
[[nodiscard]] std::string pythonName(std::string_view name, std::set<std::string>& taken);

// Every line of the text behind "# ".
[[nodiscard]] std::string pythonComment(std::string_view text);

}  // namespace backstep
