// SPDX-License-Identifier: GPL-3.0-or-later
// The one generator of a run's torch.
#pragma once

#include "engine/python/interpreter.h"
#include "engine/tensor/random_torch.h"

namespace backstep::modules {

// For drawing: notes when it was never seeded.
[[nodiscard]] TorchGenerator& generatorOf(python::Interpreter& vm);

}  // namespace backstep::modules
