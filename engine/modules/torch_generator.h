// SPDX-License-Identifier: GPL-3.0-or-later
// The one generator of a run's torch.
#pragma once

#include <functional>

#include "engine/autograd/autograd.h"
#include "engine/python/interpreter.h"
#include "engine/tensor/random_torch.h"

namespace backstep::modules {

// For drawing: notes when it was never seeded.
[[nodiscard]] TorchGenerator& generatorOf(python::Interpreter& vm);
// A new tensor that lies in memory as `of` does, its numbers drawn in the order in which they lie there.
[[nodiscard]] Var filledLike(Autograd& g, const Var& of, const std::function<Tensor(const TensorShape&)>& draw);

}  // namespace backstep::modules
