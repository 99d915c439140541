// SPDX-License-Identifier: GPL-3.0-or-later
// What torch.nn.functional calls, with PyTorch's checks. A reduction is 0 (none), 1 (the mean) or 2 (the sum).
#pragma once

#include "engine/autograd/autograd.h"

namespace backstep::ops {

[[nodiscard]] Var reducedLoss(Autograd& g, const Var& loss, std::int64_t reduction);
[[nodiscard]] // A loss that PyTorch computes element by element before it reduces it: the size of that stays in its messages.
Var overElements(const Var& loss, std::span<const Var> operands);
Var mseLoss(Autograd& g, const Var& input, const Var& target, std::int64_t reduction);
[[nodiscard]] Var l1Loss(Autograd& g, const Var& input, const Var& target, std::int64_t reduction);
[[nodiscard]] Var smoothL1Loss(Autograd& g, const Var& input, const Var& target, std::int64_t reduction, double beta);
[[nodiscard]] Var huberLoss(Autograd& g, const Var& input, const Var& target, std::int64_t reduction, double delta);
// Of input (C), (N, C) or (N, C, …); weight may be null.
[[nodiscard]] Var nllLoss(Autograd& g, const Var& input, const Var& target, const Var& weight, std::int64_t reduction,
                          std::int64_t ignored);
[[nodiscard]] Var binaryCrossEntropy(Autograd& g, const Var& input, const Var& target, const Var& weight, std::int64_t reduction);
[[nodiscard]] Var binaryCrossEntropyWithLogits(Autograd& g, const Var& input, const Var& target, const Var& weight, const Var& positive,
                                               std::int64_t reduction);
[[nodiscard]] Var klDiv(Autograd& g, const Var& input, const Var& target, std::int64_t reduction, bool logTarget);
[[nodiscard]] Var cosineSimilarity(Autograd& g, const Var& a, const Var& b, std::int64_t dim, double eps);

}  // namespace backstep::ops
