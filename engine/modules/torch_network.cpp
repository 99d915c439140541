// SPDX-License-Identifier: GPL-3.0-or-later
// The losses that torch.nn.functional calls, and dropout. A reduction is 0 none, 1 mean, 2 sum.
#include "engine/autograd/ops_linalg.h"
#include "engine/autograd/ops_nn.h"
#include "engine/autograd/steps.h"
#include "engine/modules/torch_generator.h"
#include "engine/modules/torch_parser.h"

namespace backstep::modules {
namespace {

constexpr const char* kNN = "torch._C_nn";

Var optionalTensor(TorchCall& c, std::size_t i) { return c.has(i) ? c.tensor(i) : Var(); }

void defineDifferences(Interpreter& vm) {
    defineTorch(
        vm, "mse_loss", {"(Tensor input, Tensor target, int reduction=1, *, Tensor out=None)"}, kFunction,
        [](TorchCall& c) { return toValue(ops::mseLoss(c.g, c.tensor(0), c.tensor(1), c.integer(2, 1))); }, kNN);
    defineTorch(
        vm, "l1_loss", {"(Tensor input, Tensor target, int reduction=1)"}, kFunction,
        [](TorchCall& c) { return toValue(ops::l1Loss(c.g, c.tensor(0), c.tensor(1), c.integer(2, 1))); }, kNN);
    defineTorch(
        vm, "smooth_l1_loss", {"(Tensor input, Tensor target, int reduction=1, float beta=1.0, *, Tensor out=None)"}, kFunction,
        [](TorchCall& c) { return toValue(ops::smoothL1Loss(c.g, c.tensor(0), c.tensor(1), c.integer(2, 1), c.real(3, 1))); }, kNN);
    defineTorch(
        vm, "huber_loss", {"(Tensor input, Tensor target, int reduction=1, float delta=1.0, *, Tensor out=None)"}, kFunction,
        [](TorchCall& c) { return toValue(ops::huberLoss(c.g, c.tensor(0), c.tensor(1), c.integer(2, 1), c.real(3, 1))); }, kNN);
}

void defineLikelihoods(Interpreter& vm) {
    for (const char* name : {"nll_loss", "nll_loss_nd"}) {
        defineTorch(
            vm, name, {"(Tensor input, Tensor target, Tensor weight=None, int reduction=1, int ignore_index=-100)"}, kFunction,
            [](TorchCall& c) {
                return toValue(ops::nllLoss(c.g, c.tensor(0), c.tensor(1), optionalTensor(c, 2), c.integer(3, 1), c.integer(4, -100)));
            },
            kNN);
    }
    defineTorch(
        vm, "binary_cross_entropy", {"(Tensor input, Tensor target, Tensor weight=None, int reduction=1, *, Tensor out=None)"}, kFunction,
        [](TorchCall& c) { return toValue(ops::binaryCrossEntropy(c.g, c.tensor(0), c.tensor(1), optionalTensor(c, 2), c.integer(3, 1))); },
        kNN);
    defineTorch(vm, "binary_cross_entropy_with_logits",
                {"(Tensor input, Tensor target, Tensor weight=None, Tensor pos_weight=None, int reduction=0)"}, kFunction,
                [](TorchCall& c) {
                    return toValue(ops::binaryCrossEntropyWithLogits(c.g, c.tensor(0), c.tensor(1), optionalTensor(c, 2),
                                                                     optionalTensor(c, 3), c.integer(4, 0)));
                });
    defineTorch(vm, "kl_div", {"(Tensor input, Tensor target, int reduction=0, *, bool log_target=False)"}, kFunction,
                [](TorchCall& c) { return toValue(ops::klDiv(c.g, c.tensor(0), c.tensor(1), c.integer(2, 0), c.truth(3, false))); });
    defineTorch(vm, "cosine_similarity", {"(Tensor x1, Tensor x2, int dim=1, float eps=1e-08)"}, kFunction, [](TorchCall& c) {
        return toValue(ops::cosineSimilarity(c.g, c.tensor(0), c.tensor(1), c.integer(2, 1), c.real(3, 1e-8)));
    });
}

// Each element is kept with probability 1 − p and then made larger, so that the mean stays.
Var dropped(TorchCall& c, const Var& x, double p) {
    if (p == 0 || x->size() == 0) return x;
    if (p == 1) return c.g.apply(Op::Mul, {x, steps::zeros(c.g, {}, x->dtype())});
    const Var noise = c.g.make(generatorOf(c.vm).bernoulli(x->shape(), 1 - p, x->dtype()));
    return c.g.apply(Op::Mul, {x, steps::dividedBy(c.g, noise, 1 - p)});
}

}  // namespace

void addTorchNetwork(Interpreter& vm) {
    defineDifferences(vm);
    defineLikelihoods(vm);
    defineTorch(
        vm, "linear", {"(Tensor input, Tensor weight, Tensor bias=None, *, Tensor out=None)"}, kFunction,
        [](TorchCall& c) { return toValue(ops::linear(c.g, c.tensor(0), c.tensor(1), optionalTensor(c, 2))); }, kNN);
    defineTorch(vm, "dropout", {"(Tensor input, float p, bool train)"}, kFunction, [](TorchCall& c) {
        const double p = c.real(1, 0);
        if (p < 0 || p > 1) failRuntime("dropout probability has to be between 0 and 1, but got " + c.vm.repr(Value(p)));
        return toValue(c.truth(2, true) ? dropped(c, c.tensor(0), p) : c.tensor(0));
    });
}

}  // namespace backstep::modules
