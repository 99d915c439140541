// SPDX-License-Identifier: GPL-3.0-or-later
// backward() and autograd.grad(): the reverse sweep over a program's tape as PyTorch's engine runs it.
#pragma once

#include "engine/autograd/autograd.h"

namespace backstep {

struct BackwardRequest {
    std::string kind = "Tensor.backward";  // or "autograd.backward", "autograd.grad"
    std::vector<Var> roots;
    std::vector<Var> seeds;   // null: 1, for a root with one element
    std::vector<Var> inputs;  // empty: every leaf
    bool accumulate = true;   // into .grad; otherwise the gradients of `inputs` are the answer
    std::optional<bool> retainGraph;
    bool createGraph = false;
    bool allowUnused = false;
    // A Function's backward: the grads of its inputs from those of its outputs. `node` tells which.
    std::function<std::vector<Var>(NodeId node, const std::vector<Var>& grads)> callFunction;
    std::function<void()> warnCreateGraph;  // said where the sweep can begin
};

// The gradients of `inputs` in their order; null where there is none.
std::vector<Var> backward(Autograd& autograd, const BackwardRequest& request);

}  // namespace backstep
