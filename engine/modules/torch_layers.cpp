// SPDX-License-Identifier: GPL-3.0-or-later
// Layers of networks that torch.nn.functional calls: normalizations, embeddings, gates, padding, distances.
#include <cmath>

#include "engine/autograd/ops_nn.h"
#include "engine/autograd/ops_shape.h"
#include "engine/modules/torch_parser.h"
#include "engine/python/errors.h"
#include "engine/tape/normalize.h"

namespace backstep::modules {
namespace {

constexpr const char* kNN = "torch._C_nn";

Var optionalTensor(TorchCall& c, std::size_t i) { return c.has(i) ? c.tensor(i) : Var(); }

// The shape of what is normalized must be a list.
std::vector<std::int64_t> listAt(TorchCall& c, std::size_t i, const char* function, const char* parameter) {
    if (c[i].isInt()) {
        failType(std::string(function) + "(): argument '" + parameter + "' (position " + std::to_string(i + 1) +
                 ") must be tuple of ints, not int");
    }
    return integers(c.vm, c[i]);
}

struct Normalization {
    Var input, weight, bias;
    Attributes attributes;
    std::vector<Var> kept;

    void reads(std::int64_t kind, std::int64_t inner, std::int64_t channels, std::int64_t groups, double eps) {
        attributes.n = kind;
        attributes.sizes = {inner, channels, groups};
        attributes.number = eps;
        attributes.more = {weight ? 1 : 0, bias ? 1 : 0};
    }
    Value done(Autograd& g, Op op) const { return toValue(g.call(op, {input, weight, bias}, attributes)); }
};

void needSame(const Var& x, const Var& other) {
    if (other && other->dtype() != x->dtype())
        failRuntime("expected scalar type " + dtypeWord(x->dtype()) + " but found " + dtypeWord(other->dtype()));
}

void needFloating(const Var& x, const char* kernel) {
    if (!isFloating(x->dtype())) failRuntime("\"" + std::string(kernel) + "\" not implemented for '" + dtypeWord(x->dtype()) + "'");
}

Value layerNorm(TorchCall& c) {
    Normalization norm{c.tensor(0), optionalTensor(c, 2), optionalTensor(c, 3), {}, {}};
    const TensorShape shape = listAt(c, 1, "layer_norm", "normalized_shape");
    const TensorShape& own = norm.input->shape();
    if (shape.empty()) {
        failRuntime(
            "Expected normalized_shape to be at least 1-dimensional, i.e., containing at least one element, but got normalized_shape = []");
    }
    for (const auto& [tensor, name] : {std::pair{norm.weight, "weight"}, {norm.bias, "bias"}}) {
        if (!tensor || tensor->shape() == shape) continue;
        failRuntime(std::string("Expected ") + name + " to be of same shape as normalized_shape, but got " + name + " of shape " +
                    sizesText(tensor->shape()) + " and normalized_shape = " + sizesText(shape));
    }
    if (own.size() < shape.size() || !std::equal(shape.rbegin(), shape.rend(), own.rbegin())) {
        failRuntime("Given normalized_shape=" + sizesText(shape) + ", expected input with shape [*, " + sizesText(shape).substr(1) +
                    ", but got input of size" + sizesText(own));
    }
    needFloating(norm.input, "LayerNormKernelImpl");
    needSame(norm.input, norm.weight);
    needSame(norm.input, norm.bias);
    norm.reads(0, 1, elementCount(shape), 1, c.real(4, 1e-5));
    return norm.done(c.g, Op::LayerNorm);
}

Value groupNorm(TorchCall& c) {
    Normalization norm{ops::contiguous(c.g, c.tensor(0)), optionalTensor(c, 2), optionalTensor(c, 3), {}, {}};
    const TensorShape& own = norm.input->shape();
    const std::int64_t groups = c.integer(1, 1);
    const std::int64_t channels = own.size() == 1 ? 0 : own[ops::existing(1, norm.input)];
    if (groups <= 0) failRuntime("Expected num groups to be greater than 0, got " + std::to_string(groups));
    if (channels % groups != 0) {
        failRuntime("Expected number of channels in input to be divisible by num_groups, but got input of shape " + sizesText(own) +
                    " and num_groups=" + std::to_string(groups));
    }
    for (const auto& [tensor, name] : {std::pair{norm.weight, "weight"}, {norm.bias, "bias"}}) {
        if (!tensor || (tensor->dims() == 1 && tensor->size() == channels)) continue;
        failRuntime(std::string("Expected ") + name + " to be a vector of size equal to the number of channels in input, but got " + name +
                    " of shape " + sizesText(tensor->shape()) + " and input of shape " + sizesText(own));
    }
    needFloating(norm.input, "GroupNormKernelImpl");
    needSame(norm.input, norm.weight);
    needSame(norm.input, norm.bias);
    norm.reads(1, own[0] * channels == 0 ? 1 : elementCount(own) / (own[0] * channels), channels, groups, c.real(4, 1e-5));
    return norm.done(c.g, Op::GroupNorm);
}

// What has been seen so far moves towards what is seen now. PyTorch's kernel does not count that as a change.
void moveStatistics(Autograd& g, const Var& x, const Attributes& a, const Var& mean, const Var& variance, double momentum) {
    const kernels::BatchStatistics statistics = kernels::statisticsOf(x->value(), a);
    const auto moved = [&](const Var& statistic, const std::vector<double>& now, bool wide) {
        if (!statistic) return;
        const Tensor before = statistic->value();
        const auto own = [&](double value) { return rounded(value, before.dtype()); };
        const double rest = own(1 - own(momentum));
        std::vector<double> after(now.size());
        for (std::size_t k = 0; k < now.size(); ++k)
            after[k] = (wide ? own(momentum) * now[k] : own(own(momentum) * now[k])) + own(rest * before.at(static_cast<std::int64_t>(k)));
        g.assign(g.dataOf(statistic), Tensor(before.shape(), std::move(after), before.dtype()));
    };
    moved(mean, statistics.means, false);
    moved(variance, statistics.variances, true);  // PyTorch's kernel has the new one in double
}

// Of nothing: PyTorch looks at neither its shape nor its kind, and keeps the parameters in the graph.
Value emptyNorm(Autograd& g, const Normalization& norm) {
    Var out = ops::clone(g, norm.input);
    if (norm.weight) out = g.apply(Op::Mul, {out, ops::select(g, norm.weight, 0, 0)});
    if (norm.bias) out = g.apply(Op::Add, {out, ops::select(g, norm.bias, 0, 0)});
    return toValue(out);
}

Value batchNorm(TorchCall& c) {
    Normalization norm{c.tensor(0), optionalTensor(c, 1), optionalTensor(c, 2), {}, {}};
    const Var mean = optionalTensor(c, 3);
    const Var variance = optionalTensor(c, 4);
    const bool training = c.truth(5, false);
    const TensorShape& own = norm.input->shape();
    if (norm.input->size() == 0) return emptyNorm(c.g, norm);
    const std::int64_t channels = own.size() == 1 ? 0 : own[ops::existing(1, norm.input)];
    if (!training && !mean) failRuntime("running_mean must be defined in evaluation mode");
    if (!training && !variance) failRuntime("running_var must be defined in evaluation mode");
    for (const auto& [tensor, name] :
         {std::pair{mean, "running_mean"}, {variance, "running_var"}, {norm.weight, "weight"}, {norm.bias, "bias"}}) {
        if (!tensor || tensor->size() == channels) continue;
        failRuntime(std::string(name) + " should contain " + std::to_string(channels) + " elements not " + std::to_string(tensor->size()));
    }
    needFloating(norm.input, "batch_norm");
    static_cast<void>(ops::existing(1, norm.input));
    for (const Var& other : {mean, variance, norm.weight, norm.bias}) {
        if (!other || other->dtype() == norm.input->dtype()) continue;
        if (other->dtype() == DType::Float32) failRuntime("mixed dtype (CPU): expect input to have scalar type of BFloat16");
        failRuntime("mixed dtype (CPU): expect parameter to have scalar type of Float");
    }
    norm.reads(2, own[0] * channels == 0 ? 1 : elementCount(own) / (own[0] * channels), channels, 1, c.real(7, 1e-5));
    norm.attributes.flag = !training;
    if (!training) norm.attributes.tensors = {mean->value(), variance->value()};
    const Value out = norm.done(c.g, Op::BatchNorm);
    if (training) moveStatistics(c.g, norm.input, norm.attributes, mean, variance, c.real(6, 0.1));
    return out;
}

Value embedding(TorchCall& c) {
    const Var weight = c.tensor(0);
    const Var places = c.tensor(1);
    if (weight->dims() != 2) failRuntime("'weight' must be 2-D");
    if (places->dtype() != DType::Int64 && places->dtype() != DType::Int32) {
        failRuntime("Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got torch." +
                    dtypeWord(places->dtype()) + "Tensor instead (while checking arguments for embedding)");
    }
    if (c.truth(3, false)) python::unsupported("embedding(…, scale_grad_by_freq=True)");
    if (c.truth(4, false)) python::unsupported("embedding(…, sparse=True)");
    Attributes attributes;
    attributes.tensors = {places->value()};
    attributes.n = c.integer(2, -1);
    for (const double place : attributes.tensors[0].numbers()) {
        if (place < 0 || place >= static_cast<double>(weight->shape()[0])) failIndex("index out of range in self");
    }
    TensorShape shape = places->shape();
    shape.push_back(weight->shape()[1]);
    if (c.g.host().checkSize) c.g.host().checkSize(shape);
    return toValue(c.g.call(Op::Embedding, {weight}, std::move(attributes), std::array{places}));
}

Value padded(TorchCall& c) {
    const Var x = c.tensor(0);
    Attributes attributes;
    attributes.sizes = listAt(c, 1, "pad", "pad");
    attributes.number = Tensor(c.real(2, 0), x->dtype()).item();
    if (!isFloating(x->dtype())) attributes.number = x->dtype() == DType::Bool ? c.real(2, 0) != 0 : std::trunc(c.real(2, 0));
    if (attributes.sizes.size() % 2 != 0)
        failRuntime("Length of pad must be even but instead it equals " + std::to_string(attributes.sizes.size()));
    const std::size_t n = attributes.sizes.size() / 2;
    TensorShape shape = x->shape();
    if (n > shape.size()) {
        failRuntime("Length of pad should be no more than twice the number of dimensions of the input. Pad length is " +
                    std::to_string(attributes.sizes.size()) + "while the input has " + std::to_string(shape.size()) + "dimensions.");
    }
    // What is cut off first is cut off of what is there.
    TensorShape cut = shape;
    for (std::size_t k = shape.size(); k-- > 0;) {
        if (k >= n) continue;
        std::int64_t& left = cut[shape.size() - 1 - k];
        const auto cutOff = [&left](std::int64_t pad, bool before) {
            if (pad >= 0) return;
            if (left + pad < 0) {
                failRuntime("start (" + std::to_string(before ? -pad : 0) + ") + length (" + std::to_string(left + pad) +
                            ") exceeds dimension size (" + std::to_string(left) + ").");
            }
            left += pad;
        };
        cutOff(attributes.sizes[2 * k], true);
        cutOff(attributes.sizes[2 * k + 1], false);
    }
    for (std::size_t k = 0; k < n; ++k) shape[shape.size() - 1 - k] += attributes.sizes[2 * k] + attributes.sizes[2 * k + 1];
    if (c.g.host().checkSize) c.g.host().checkSize(shape);
    return toValue(c.g.call(Op::ConstantPadNd, {x}, std::move(attributes)));
}

Value gated(TorchCall& c) {
    const Var x = c.tensor(0);
    if (x->dims() == 0) failRuntime("glu does not support scalars because halving size must be even");
    Attributes attributes;
    const std::size_t dim = ops::wrapped(c.integer(1, -1), x->dims());
    attributes.dims = {static_cast<std::int64_t>(dim)};
    if (x->shape()[dim] % 2 != 0) {
        failRuntime("Halving dimension must be even, but dimension " + std::to_string(dim) + " is size " + std::to_string(x->shape()[dim]));
    }
    needFloating(x, "glu_cpu");
    const Var out = c.g.call(Op::Glu, {x}, std::move(attributes));
    const Window half = sliced(windowOf(*x), static_cast<std::int64_t>(dim), 0, x->shape()[dim] / 2, 1);
    if (!x->isContiguous()) c.g.relayout(out, commonStrides({half}, half.shape));  // lies in memory as the halves do
    return toValue(out);
}

Value softMargin(TorchCall& c) {
    const Var x = c.tensor(0);
    const Var target = c.tensor(1);
    if (target->requiresGrad && c.g.gradEnabled()) {
        failRuntime(
            "The function 'soft_margin_loss' is not differentiable with respect to argument 'target'. This input cannot have requires_grad "
            "True.");
    }
    // As the product of both in place of the one would say it.
    const TensorShape shape = broadcastOf(std::array{x, target});
    if (shape != x->shape())
        failRuntime("output with shape " + ops::textOf(x->shape()) + " doesn't match the broadcast shape " + ops::textOf(shape));
    if (x->dtype() == DType::Bool) {
        failRuntime(
            "Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the `~` or "
            "`logical_not()` operator instead.");
    }
    if (!isFloating(x->dtype())) failRuntime("result type Float can't be cast to the desired output type " + dtypeWord(x->dtype()));
    Attributes attributes;
    attributes.n = c.integer(2, 1);
    attributes.tensors = {target->value().cast(x->dtype())};
    return toValue(ops::overElements(c.g.call(Op::SoftMarginLoss, {x}, std::move(attributes), std::array{target}), std::array{x}));
}

Value cdist(TorchCall& c) {
    const Var a = c.tensor(0);
    const Var b = c.tensor(1);
    int which = 1;
    for (const Var& x : {a, b}) {
        const std::string name = "X" + std::to_string(which++);
        if (x->dims() < 2) failRuntime("cdist only supports at least 2D tensors, " + name + " got: " + std::to_string(x->dims()) + "D");
    }
    if (a->shape().back() != b->shape().back()) {
        failRuntime("X1 and X2 must have the same number of columns. X1: " + std::to_string(a->shape().back()) +
                    " X2: " + std::to_string(b->shape().back()));
    }
    which = 1;
    for (const Var& x : {a, b}) {
        const std::string name = "X" + std::to_string(which++);
        if (!isFloating(x->dtype())) failRuntime("cdist only supports floating-point dtypes, " + name + " got: " + dtypeWord(x->dtype()));
    }
    Attributes attributes;
    attributes.number = c.real(2, 2);
    if (attributes.number < 0) failRuntime("cdist only supports non-negative p values");
    needSame(a, b);
    const auto lead = [](const Var& x) { return TensorShape(x->shape().begin(), x->shape().end() - 2); };
    const auto batch = broadcastShapes(lead(a), lead(b));
    if (!batch) {
        static_cast<void>(
            broadcastOf(std::array{c.g.make(Tensor::filled(lead(a), 0, a->dtype())), c.g.make(Tensor::filled(lead(b), 0, a->dtype()))}));
    }
    TensorShape shape = *batch;
    shape.insert(shape.end(), {a->shape()[a->dims() - 2], b->shape()[b->dims() - 2]});
    if (c.g.host().checkSize) c.g.host().checkSize(shape);
    return toValue(c.g.call(Op::Cdist, {a, b}, std::move(attributes)));
}

void defineLayers(Interpreter& vm) {
    defineTorch(
        vm, "layer_norm",
        {"(Tensor input, tuple of ints normalized_shape, Tensor weight=None, Tensor bias=None, float eps=1e-05, bool cudnn_enable=True)"},
        kFunction, layerNorm);
    defineTorch(vm, "group_norm",
                {"(Tensor input, int num_groups, Tensor weight=None, Tensor bias=None, float eps=1e-05, bool cudnn_enabled=True)"},
                kFunction, groupNorm);
    defineTorch(vm, "batch_norm",
                {"(Tensor input, Tensor? weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, bool training, float momentum, "
                 "float eps, "
                 "bool cudnn_enabled)"},
                kFunction, batchNorm);
    defineTorch(vm, "embedding", {"(Tensor weight, Tensor indices, int padding_idx=-1, bool scale_grad_by_freq=False, bool sparse=False)"},
                kFunction, embedding);
    defineTorch(vm, "constant_pad_nd", {"(Tensor input, tuple of ints pad, Number value=0)"}, kFunction, padded);
    defineTorch(vm, "glu", {"(Tensor input, int dim=-1, *, Tensor out=None)"}, kFunction, gated, kNN);
    defineTorch(vm, "soft_margin_loss", {"(Tensor input, Tensor target, int reduction=1, *, Tensor out=None)"}, kFunction, softMargin, kNN);
    defineTorch(vm, "_cdist", {"(Tensor x1, Tensor x2, float p=2)"}, kFunction, cdist);
}

// The steps of which PyTorch's own code composes functions, where the operators of Python call others.
void defineSteps(Interpreter& vm) {
    const auto step = [&vm](const char* signature, Op op, bool numberFirst) {
        defineFunctionOf(vm, "torch", signature, [op, numberFirst](Interpreter& vm, Arguments& a) {
            const Var first = numberFirst ? tensorOrNumber(vm, a[0]).value() : asVar(a[0]);
            const Var second = numberFirst ? asVar(a[1]) : tensorOrNumber(vm, a[1]).value();
            return Value(gradOf(vm).apply(op, {first, second}));
        });
    };
    step("_add_scalar(tensor, number)", Op::AddNumber, false);
    step("_sub_scalar(tensor, number)", Op::SubNumber, false);
    step("_number_minus(number, tensor)", Op::Sub, true);
    defineFunctionOf(vm, "torch", "_block_diag(tensors)", [](Interpreter& vm, Arguments& a) {
        std::vector<Var> blocks;
        for (const Value& item : vm.toVector(a[0])) blocks.push_back(asVar(item));
        Attributes attributes;
        attributes.dtype = resultType(std::span<const Var>(blocks));
        return toValue(gradOf(vm).call(Op::BlockDiag, blocks, std::move(attributes)));
    });
}

}  // namespace

void addTorchLayers(Interpreter& vm) {
    defineLayers(vm);
    defineSteps(vm);
}

}  // namespace backstep::modules
