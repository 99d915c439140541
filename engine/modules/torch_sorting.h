// SPDX-License-Identifier: GPL-3.0-or-later
// The second half of torch's reductions: orders, scans, softmax.
#pragma once

#include "engine/modules/torch_parser.h"

namespace backstep::modules {

void addTorchSorting(Interpreter& vm);

// As defineTorch, where the function (not the method) has several outputs to write to: "tuple of Tensors out".
void defineWithOuts(Interpreter& vm, std::string_view name, std::vector<std::string_view> overloads, const TorchCode& code);

}  // namespace backstep::modules
