// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/autograd/ops_nn.h"

#include <algorithm>

#include "engine/autograd/ops_reduce.h"
#include "engine/autograd/ops_shape.h"
#include "engine/autograd/steps.h"

namespace backstep::ops {
namespace {

std::string word(DType dtype) { return scalarTypeName(dtype); }

Attributes withReduction(std::int64_t reduction, double number = 0) {
    Attributes attributes;
    attributes.n = reduction;
    attributes.number = number;
    return attributes;
}

void needFloating(std::span<const Var> operands, const std::string& kernel) {
    const DType dtype = resultType(operands);
    if (!isFloating(dtype)) failRuntime("\"" + kernel + "\" not implemented for '" + word(dtype) + "'");
}

}  // namespace

Var reducedLoss(Autograd& g, const Var& loss, std::int64_t reduction) {
    return reduction == 1 ? mean(g, loss) : reduction == 2 ? sum(g, loss) : loss;
}

Var overElements(const Var& loss, std::span<const Var> operands) {
    const TensorShape shape = broadcastOf(operands);
    if (loss->dims() == 0 && !shape.empty()) loss->more().left = shape.front();
    return loss;
}

Var mseLoss(Autograd& g, const Var& input, const Var& target, std::int64_t reduction) {
    const std::array operands{input, target};
    (void)broadcastOf(operands);
    needFloating(operands, "mse_cpu");
    return overElements(g.call(Op::MseLoss, operands, withReduction(reduction)), operands);
}

Var l1Loss(Autograd& g, const Var& input, const Var& target, std::int64_t reduction) {
    return reducedLoss(g, g.apply(Op::Abs, {g.apply(Op::Sub, {input, target})}), reduction);
}

Var smoothL1Loss(Autograd& g, const Var& input, const Var& target, std::int64_t reduction, double beta) {
    if (beta < 0) failRuntime("smooth_l1_loss does not support negative values for beta.");
    const std::array operands{input, target};
    (void)broadcastOf(operands);
    needFloating(operands, "smooth_l1_cpu");
    return overElements(g.call(Op::SmoothL1Loss, operands, withReduction(reduction, beta)), operands);
}

namespace {

[[noreturn]] void cannotHold(const Var& result, const Var& output) {
    failRuntime("result type " + word(result->dtype()) + " can't be cast to the desired output type " + word(output->dtype()));
}

}  // namespace

Var huberLoss(Autograd& g, const Var& input, const Var& target, std::int64_t reduction, double delta) {
    if (delta <= 0) failRuntime("huber_loss does not support non-positive values for delta.");
    const std::array operands{input, target};
    (void)broadcastOf(operands);
    if (isFloating(target->dtype()) && !isFloating(input->dtype())) cannotHold(target, input);
    needFloating(operands, "huber_cpu");
    return g.call(Op::HuberLoss, operands, withReduction(reduction, delta));
}

// --- classes ---

namespace {

void needClasses(const Var& input, const Var& target, const Var& weight, std::int64_t ignored) {
    const std::int64_t classes = input->dims() == 1 ? input->shape()[0] : input->shape()[1];
    if (target->dtype() != DType::Int64) failRuntime("expected scalar type Long but found " + word(target->dtype()));
    if (!isFloating(input->dtype())) {
        failRuntime("\"" + std::string(input->dims() > 2 ? "nll_loss2d_forward_out_frame" : "nll_loss_out_frame") +
                    "\" not implemented for '" + word(input->dtype()) + "'");
    }
    if (weight && weight->dtype() != input->dtype())
        failRuntime("expected scalar type " + word(input->dtype()) + " but found " + word(weight->dtype()));
    const Tensor value = target->value();
    for (const double cls : value.numbers()) {
        const auto c = static_cast<std::int64_t>(cls);
        if (c != ignored && (c < 0 || c >= classes)) failIndex("Target " + std::to_string(c) + " is out of bounds.");
    }
}

void needWeights(const Var& weight, std::int64_t classes, bool ofPictures) {
    if (!weight || ((weight->dims() == 1 || ofPictures) && weight->size() == classes)) return;
    if (ofPictures) failRuntime("weight tensor should be defined either for all or no classes");
    failRuntime("weight tensor should be defined either for all " + std::to_string(classes) +
                " classes or no classes but got weight tensor of shape: " + textOf(weight->shape()));
}

Var likelihood(Autograd& g, Op op, const Var& input, const Var& target, const Var& weight, std::int64_t reduction, std::int64_t ignored) {
    needClasses(input, target, weight, ignored);
    Attributes attributes = withReduction(reduction);
    attributes.sizes = {ignored};
    attributes.tensors = {target->value()};
    std::vector<Var> kept{target};
    if (weight) {
        attributes.tensors.push_back(weight->value());
        kept.push_back(weight);
    }
    return g.call(op, {input}, std::move(attributes), kept);
}

Var ofVectors(Autograd& g, const Var& input, const Var& target, const Var& weight, std::int64_t reduction, std::int64_t ignored) {
    if (target->dims() > 1) failRuntime("0D or 1D target tensor expected, multi-target not supported");
    const bool none = input->dims() == 1 && target->dims() == 0;
    if (!none && input->shape()[0] != (target->dims() == 0 ? -1 : target->shape()[0])) {
        failRuntime("size mismatch (got input: " + textOf(input->shape()) + ", target: " + textOf(target->shape()) + ")");
    }
    needWeights(weight, input->shape().back(), false);
    if (input->dims() == 1 && target->dims() == 1) {  // one row and several classes: PyTorch looks at the first
        return likelihood(g, Op::NllLoss, input, g.make(Tensor(target->value().at(0), target->dtype())), weight, reduction, ignored);
    }
    return likelihood(g, Op::NllLoss, input, target, weight, reduction, ignored);
}

Var ofImages(Autograd& g, const Var& input, const Var& target, const Var& weight, std::int64_t reduction, std::int64_t ignored) {
    if (target->dims() != 3) {
        failRuntime("only batches of spatial targets supported (3D tensors) but got targets of dimension: " +
                    std::to_string(target->dims()));
    }
    const TensorShape& s = input->shape();
    if (s[0] != target->shape()[0] || s[2] != target->shape()[1] || s[3] != target->shape()[2]) {
        failRuntime("size mismatch (got input: " + textOf(s) + " , target: " + textOf(target->shape()));
    }
    needWeights(weight, s[1], true);
    return likelihood(g, Op::NllLoss2d, input, target, weight, reduction, ignored);
}

}  // namespace

Var nllLoss(Autograd& g, const Var& input, const Var& target, const Var& weight, std::int64_t reduction, std::int64_t ignored) {
    if (input->dims() < 1) failValue("Expected 1 or more dimensions (got 0)");
    if (input->dims() != 1 && target->dims() > 0 && input->shape()[0] != target->shape()[0]) {
        failValue("Expected input batch_size (" + std::to_string(input->shape()[0]) + ") to match target batch_size (" +
                  std::to_string(target->shape()[0]) + ").");
    }
    if (input->dims() <= 2) return ofVectors(g, input, target, weight, reduction, ignored);
    if (input->dims() == 4) return ofImages(g, input, target, weight, reduction, ignored);
    const TensorShape& s = input->shape();
    TensorShape shape{s[0]};
    shape.insert(shape.end(), s.begin() + 2, s.end());
    if (TensorShape(target->shape().begin() + 1, target->shape().end()) != TensorShape(s.begin() + 2, s.end())) {
        failRuntime("Expected target size " + textOf(shape) + ", got " + textOf(target->shape()));
    }
    const bool some = input->size() > 0;
    const Var in = view(g, contiguous(g, input), some ? Sizes{s[0], s[1], 1, -1} : Sizes{s[0], s[1], 0, 0});
    const Var to = view(g, contiguous(g, target), some ? Sizes{s[0], 1, -1} : Sizes{s[0], 0, 0});
    const Var out = ofImages(g, in, to, weight, reduction, ignored);
    return reduction == 0 ? view(g, out, shape) : out;
}

// --- binary cross entropy ---

Var binaryCrossEntropy(Autograd& g, const Var& input, const Var& target, const Var& weight, std::int64_t reduction) {
    if (input->dtype() != target->dtype()) failRuntime("Found dtype " + word(target->dtype()) + " but expected " + word(input->dtype()));
    if (!isFloating(input->dtype())) failRuntime("\"binary_cross_entropy\" not implemented for '" + word(input->dtype()) + "'");
    const Tensor value = input->value();
    for (const double x : value.numbers()) {
        if (!(x >= 0 && x <= 1)) failRuntime("all elements of input should be between 0 and 1");
    }
    (void)broadcastOf(std::array{input, target});
    Attributes attributes = withReduction(reduction);
    std::vector<Var> kept;
    if (weight) {
        attributes.tensors = {weight->value()};
        kept = {weight};
    }
    const std::array operands{input, target};
    return overElements(g.call(Op::BinaryCrossEntropy, operands, std::move(attributes), kept), operands);
}

Var binaryCrossEntropyWithLogits(Autograd& g, const Var& input, const Var& target, const Var& weight, const Var& positive,
                                 std::int64_t reduction) {
    std::vector<Var> operands{input, target};
    // PyTorch's steps in place, on what the one and the other begin with.
    if (input->dtype() == DType::Bool) {
        failRuntime(
            "Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the `~` or "
            "`logical_not()` operator instead.");
    }
    if (target->dtype() == DType::Bool) {
        failRuntime(
            "Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.");
    }
    if (!isFloating(target->dtype()) && isFloating(input->dtype())) cannotHold(input, target);
    if (!isFloating(input->dtype())) failRuntime("result type Float can't be cast to the desired output type " + word(input->dtype()));
    Attributes attributes = withReduction(reduction);
    std::vector<Var> kept;
    for (const Var& v : {weight, positive}) {
        if (!v) continue;
        attributes.tensors.push_back(v->value());
        kept.push_back(v);
        operands.push_back(v);
    }
    (void)broadcastOf(operands);
    attributes.flag = bool(weight);
    attributes.keepdim = bool(positive);
    return g.call(Op::BinaryCrossEntropyWithLogits, {input, target}, std::move(attributes), kept);
}

// --- made of others ---

Var klDiv(Autograd& g, const Var& input, const Var& target, std::int64_t reduction, bool logTarget) {
    if (!isFloating(input->dtype()) || !isFloating(target->dtype())) failRuntime("kl_div: Integral inputs not supported.");
    // The right operand is made first.
    const Var right = g.apply(logTarget ? Op::Sub : Op::Mul, {target, input});
    const Var left = logTarget ? g.apply(Op::Exp, {target}) : g.apply(Op::Xlogy, {target, target});
    return reducedLoss(g, g.apply(logTarget ? Op::Mul : Op::Sub, {left, right}), reduction);
}

Var cosineSimilarity(Autograd& g, const Var& a, const Var& b, std::int64_t dim, double eps) {
    const std::array operands{a, b};
    const DType dtype = resultType(operands);
    if (!isFloating(dtype)) failRuntime("expected common dtype to be floating point, yet common dtype is " + word(dtype));
    const TensorShape shape = broadcastOf(operands);
    const auto along = static_cast<std::int64_t>(wrapped(dim, shape.size()));
    const auto squared = [&](const Var& wide) {
        const Var square = sum(g, steps::power(g, wide, 2), {Dims{along}, true});
        const Tensor value = square->value();
        const double least = rounded(eps * eps, dtype);
        if (std::any_of(value.numbers().begin(), value.numbers().end(), [&](double x) { return x < least; })) {
            std::vector<double> bounded(value.numbers().begin(), value.numbers().end());
            for (double& x : bounded) x = std::max(x, least);
            g.assign(square, Tensor(value.shape(), std::move(bounded), value.dtype()));
        }
        return square;
    };
    const auto wide = [&](const Var& of) {
        if (of->dtype() == dtype) return expand(g, of, shape);
        Attributes to;
        to.dtype = dtype;
        return expand(g, g.call(Op::ToCopy, {of}, to), shape);
    };
    const Var x = wide(a);
    const Var y = wide(b);
    const Var squareOfX = squared(x);
    const Var squareOfY = squared(y);
    const Var lengthOfX = g.apply(Op::Sqrt, {squareOfX});
    const Var lengthOfY = g.apply(Op::Sqrt, {squareOfY});
    const Var left = g.apply(Op::Div, {x, lengthOfX});
    const Var right = g.apply(Op::Div, {y, lengthOfY});
    return sum(g, g.apply(Op::Mul, {left, right}), {Dims{along}, false});
}

}  // namespace backstep::ops
