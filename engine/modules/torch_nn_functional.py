# SPDX-License-Identifier: GPL-3.0-or-later
# Module torch.nn.functional: activations and losses as PyTorch 1.13 composes them, one native operation for each autograd node.
#
# Native functions relied on (torch._C_nn is PyTorch's torch._C._nn; a reduction is 0 none, 1 mean, 2 sum):
#   torch.relu(input) relu_(input) selu(input) selu_(input) celu(input, alpha) celu_(input, alpha) threshold(input, threshold, value)
#   torch.hardshrink(input, lambd=0.5) prelu(input, weight) sigmoid tanh
#   torch._C_nn.leaky_relu(input, negative_slope) leaky_relu_ elu(input, alpha) elu_ gelu(input, *, approximate='none')
#   torch._C_nn.softplus(input, beta=1, threshold=20) log_sigmoid(input) silu(input) silu_ mish(input) mish_
#   torch._C_nn.hardtanh(input, min_val, max_val)
#   hardtanh_ relu6(input) relu6_ hardswish(input) hardswish_ hardsigmoid(input) hardsigmoid_ softshrink(input, lambd=0.5) glu(input, dim)
#   torch._C_nn.mse_loss(input, target, reduction) smooth_l1_loss(input, target, reduction, beta)
#   torch._C_nn.huber_loss(input, target, reduction, delta)
#   torch._C_nn.binary_cross_entropy(input, target, weight, reduction) nll_loss(input, target, weight, reduction, ignore_index)
#   torch.binary_cross_entropy_with_logits(input, target, weight, pos_weight, reduction) kl_div(input, target, reduction, log_target=False)
#   torch._mul_scalar(tensor, number) torch._div_scalar(tensor, number): PyTorch's mul.Scalar and div.Scalar (MulBackward1, DivBackward1)
#   and, of tensors, softmax(dim, dtype=None) log_softmax(dim, dtype=None) bernoulli_(p) scatter_ clamp_min norm addmm matmul t.
import _backstep
import math
import torch
from torch import Tensor

_nn = torch._C_nn


def _type_name(value):
    name = type(value).__name__
    return {"ndarray": "numpy.ndarray", "Size": "torch.Size"}.get(name, name)


def _unary_checked(name, input):
    if not isinstance(input, Tensor):
        raise TypeError(f"{name}(): argument 'input' (position 1) must be Tensor, not {_type_name(input)}")


# ---- reductions ----

def _reduction(name):
    if name == "none":
        return 0
    if name == "mean":
        return 1
    if name == "elementwise_mean":
        _backstep.warn(UserWarning, "reduction='elementwise_mean' is deprecated, please use reduction='mean' instead.", inside=True)
        return 1
    if name == "sum":
        return 2
    raise ValueError(f"{name} is not a valid value for reduction")


def _legacy_reduction(size_average, reduce):
    size_average = True if size_average is None else size_average
    reduce = True if reduce is None else reduce
    name = ("mean" if size_average else "sum") if reduce else "none"
    _backstep.warn(UserWarning, f"size_average and reduce args will be deprecated, please use reduction='{name}' instead.", inside=True)
    return name


def _chosen(size_average, reduce, reduction):
    if size_average is not None or reduce is not None:
        return _legacy_reduction(size_average, reduce)
    return reduction


_layer = None  # the loss whose forward() is at work: PyTorch warns at its line, once in a run


def _of_layer(layer, loss, *args, **kwargs):
    global _layer
    _layer = type(layer).__name__
    try:
        return loss(*args, **kwargs)
    finally:
        _layer = None


def _warn_of_sizes(input, target):
    if target.size() != input.size():
        message = (f"Using a target size ({target.size()}) that is different to the input size ({input.size()}). "
                   "This will likely lead to incorrect results due to broadcasting. Please ensure they have the same size.")
        if _layer is None or _backstep.is_news(_layer, message):
            _backstep.warn(UserWarning, message)


def _broadcast(input, target):
    # equal sizes need no expand; PyTorch's broadcast_tensors leaves no node then
    if target.size() == input.size():
        return input, target
    return torch.broadcast_tensors(input, target)


# ---- activations ----

def relu(input, inplace=False):
    return torch.relu_(input) if inplace else torch.relu(input)


def relu6(input, inplace=False):
    return _nn.relu6_(input) if inplace else _nn.relu6(input)


def leaky_relu(input, negative_slope=0.01, inplace=False):
    return _nn.leaky_relu_(input, negative_slope) if inplace else _nn.leaky_relu(input, negative_slope)


def elu(input, alpha=1.0, inplace=False):
    return _nn.elu_(input, alpha) if inplace else _nn.elu(input, alpha)


def selu(input, inplace=False):
    return torch.selu_(input) if inplace else torch.selu(input)


def celu(input, alpha=1.0, inplace=False):
    return torch.celu_(input, alpha) if inplace else torch.celu(input, alpha)


def silu(input, inplace=False):
    return _nn.silu_(input) if inplace else _nn.silu(input)


def mish(input, inplace=False):
    return _nn.mish_(input) if inplace else _nn.mish(input)


def hardtanh(input, min_val=-1.0, max_val=1.0, inplace=False):
    return _nn.hardtanh_(input, min_val, max_val) if inplace else _nn.hardtanh(input, min_val, max_val)


def hardswish(input, inplace=False):
    return _nn.hardswish_(input) if inplace else _nn.hardswish(input)


def hardsigmoid(input, inplace=False):
    return _nn.hardsigmoid_(input) if inplace else _nn.hardsigmoid(input)


def threshold(input, threshold, value, inplace=False):
    return torch.threshold_(input, threshold, value) if inplace else torch.threshold(input, threshold, value)


def glu(input, dim=-1):
    if input.dim() == 0:
        raise RuntimeError("glu does not support scalars because halving size must be even")
    return _nn.glu(input, dim)


relu_ = torch.relu_
selu_ = torch.selu_
celu_ = torch.celu_
threshold_ = torch.threshold_
elu_ = _nn.elu_
leaky_relu_ = _nn.leaky_relu_
hardtanh_ = _nn.hardtanh_


def tanhshrink(input):
    return input - input.tanh()


def softsign(input):
    return input / (input.abs() + 1)


def tanh(input):
    _backstep.warn(UserWarning, "nn.functional.tanh is deprecated. Use torch.tanh instead.", inside=True)
    return input.tanh()


def sigmoid(input):
    _backstep.warn(UserWarning, "nn.functional.sigmoid is deprecated. Use torch.sigmoid instead.", inside=True)
    return input.sigmoid()


gelu = _nn.gelu
softplus = _nn.softplus
logsigmoid = _nn.log_sigmoid
softshrink = _nn.softshrink
hardshrink = torch.hardshrink


def prelu(input, weight):
    return torch.prelu(input, weight)


def _softmax_dim(name, ndim):
    _backstep.warn(UserWarning, f"Implicit dimension choice for {name} has been deprecated. "
                   "Change the call to include dim=X as an argument.")
    return 0 if ndim == 0 or ndim == 1 or ndim == 3 else 1


def softmin(input, dim=None, _stacklevel=3, dtype=None):
    if dim is None:
        dim = _softmax_dim("softmin", input.dim())
    return (-input).softmax(dim) if dtype is None else (-input).softmax(dim, dtype=dtype)


def softmax(input, dim=None, _stacklevel=3, dtype=None):
    if dim is None:
        dim = _softmax_dim("softmax", input.dim())
    return input.softmax(dim) if dtype is None else input.softmax(dim, dtype=dtype)


def log_softmax(input, dim=None, _stacklevel=3, dtype=None):
    if dim is None:
        dim = _softmax_dim("log_softmax", input.dim())
    return input.log_softmax(dim) if dtype is None else input.log_softmax(dim, dtype=dtype)


# ---- layers ----

def linear(input, weight, bias=None):
    _unary_checked("linear", input)
    if not isinstance(weight, Tensor):
        raise TypeError(f"linear(): argument 'weight' (position 2) must be Tensor, not {_type_name(weight)}")
    if bias is None:
        return torch.matmul(input, weight.t())
    if input.dim() == 2:
        return torch.addmm(bias, input, weight.t())
    if input.dim() == 3 and input.is_contiguous():
        rows, columns, features = input.size()
        turned = weight.t()  # before the view, as PyTorch's compiler has it
        flat = torch.addmm(bias, input.view(rows * columns, features), turned)
        return flat.view(rows, columns, flat.size(1))
    return torch.matmul(input, weight.t()).add_(bias)


def dropout(input, p=0.5, training=True, inplace=False):
    if p < 0.0 or p > 1.0:
        raise ValueError(f"dropout probability has to be between 0 and 1, but got {p}")
    _unary_checked("dropout", input)
    if inplace:
        return input.mul_(torch.dropout(torch.ones(input.size(), dtype=input.dtype), p, True)) if training and p > 0 else input
    return torch.dropout(input, p, training)


def one_hot(tensor, num_classes=-1):
    _unary_checked("one_hot", tensor)
    if tensor.dtype != torch.int64:
        raise RuntimeError("one_hot is only applicable to index tensor.")
    if tensor.numel() == 0:
        if num_classes <= 0:
            raise RuntimeError("Can not infer total number of classes from empty tensor.")
        return torch.empty(tuple(tensor.size()) + (num_classes,), dtype=torch.int64)
    if tensor.min().item() < 0:
        raise RuntimeError("Class values must be non-negative.")
    highest = tensor.max().item()
    if num_classes == -1:
        num_classes = highest + 1
    elif num_classes <= highest:
        raise RuntimeError("Class values must be smaller than num_classes.")
    result = torch.empty(tuple(tensor.size()) + (num_classes,), dtype=torch.int64).zero_()
    return result.scatter_(-1, tensor.unsqueeze(-1), 1)


def normalize(input, p=2.0, dim=1, eps=1e-12, out=None):
    if out is not None:
        _backstep.unsupported("out=", "the value that normalize returns")
    length = input.norm(p, dim, keepdim=True).clamp_min(eps).expand_as(input)
    return input / length


def cosine_similarity(x1, x2, dim=1, eps=1e-8):
    for position, given in enumerate((x1, x2), 1):
        if not isinstance(given, Tensor):
            raise TypeError(f"cosine_similarity(): argument 'x{position}' (position {position}) must be Tensor, not {_type_name(given)}")
    kind = (x1.detach() + x2.detach()).dtype
    if not kind.is_floating_point:
        name = "Long" if torch.int64 in (x1.dtype, x2.dtype) else "Int" if torch.int32 in (x1.dtype, x2.dtype) else "Bool"
        raise RuntimeError(f"expected common dtype to be floating point, yet common dtype is {name}")
    shape = torch.broadcast_tensors(x1.detach(), x2.detach())[0].size()
    x1 = x1.to(kind).expand(shape)
    x2 = x2.to(kind).expand(shape)
    length1 = x1.pow(2).sum(dim, keepdim=True)
    length2 = x2.pow(2).sum(dim, keepdim=True)
    with torch.no_grad():
        length1.clamp_min_(eps * eps)
        length2.clamp_min_(eps * eps)
    length1, length2 = length1.sqrt_(), length2.sqrt_()
    first, second = x1 / length1, x2 / length2
    return (first * second).sum(dim)


# ---- losses ----

def mse_loss(input, target, size_average=None, reduce=None, reduction="mean"):
    _warn_of_sizes(input, target)
    reduction = _chosen(size_average, reduce, reduction)
    input, target = _broadcast(input, target)
    return _nn.mse_loss(input, target, _reduction(reduction))


def _reduced(values, reduction):
    if reduction == 1:
        return values.mean()
    return values.sum() if reduction == 2 else values


def l1_loss(input, target, size_average=None, reduce=None, reduction="mean"):
    _warn_of_sizes(input, target)
    reduction = _chosen(size_average, reduce, reduction)
    input, target = _broadcast(input, target)
    return _reduced((input - target).abs(), _reduction(reduction))


def smooth_l1_loss(input, target, size_average=None, reduce=None, reduction="mean", beta=1.0):
    _warn_of_sizes(input, target)
    reduction = _chosen(size_average, reduce, reduction)
    input, target = _broadcast(input, target)
    number = _reduction(reduction)
    if beta < 0:
        raise RuntimeError("smooth_l1_loss does not support negative values for beta.")
    return _nn.smooth_l1_loss(input, target, number, beta)


def huber_loss(input, target, reduction="mean", delta=1.0):
    _warn_of_sizes(input, target)
    input, target = _broadcast(input, target)
    return _nn.huber_loss(input, target, _reduction(reduction), delta)


def _nll_loss(input, target, weight, reduction, ignore_index):
    if not isinstance(target, Tensor):
        raise TypeError(f"nll_loss_nd(): argument 'target' (position 2) must be Tensor, not {_type_name(target)}")
    if input.dim() < 1:
        raise ValueError(f"Expected 1 or more dimensions (got {input.dim()})")
    if input.dim() != 1:
        count = target.size(0) if target.dim() else 0
        if input.size(0) != count:
            raise ValueError(f"Expected input batch_size ({input.size(0)}) to match target batch_size ({count}).")
    return _nn.nll_loss(input, target, weight, reduction, ignore_index)


def nll_loss(input, target, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction="mean"):
    _unary_checked("nll_loss_nd", input)
    return _nll_loss(input, target, weight, _reduction(_chosen(size_average, reduce, reduction)), ignore_index)


def _class_axis(input):
    return 0 if input.dim() == 1 else 1


def _weight_row(input, weight, axis):
    shape = [1] * input.dim()
    shape[axis] = weight.size(0)
    return weight.view(shape)


def _cross_entropy_of_probabilities(input, target, weight, reduction, label_smoothing):
    axis = _class_axis(input)
    classes = input.size(axis)
    if weight is not None and (weight.dim() != 1 or weight.numel() != classes):
        raise RuntimeError(f"cross_entropy: weight tensor should be defined either for all {classes} classes or no classes"
                           f" but got weight tensor of shape: {list(weight.size())}")
    logs = input.log_softmax(axis)
    if label_smoothing > 0:
        target = target * (1 - label_smoothing) + label_smoothing / classes
    terms = logs * target
    if weight is not None:
        terms = terms * _weight_row(logs, weight, axis)
    if reduction == 1:
        if logs.numel() == 0:
            return -terms.sum().fill_(float("nan"))
        return torch._div_scalar(-terms.sum(), logs.numel() // classes)
    return -terms.sum() if reduction == 2 else -terms.sum(axis)


def _cross_entropy_smoothed(input, target, weight, reduction, ignore_index, label_smoothing):
    axis = _class_axis(input)
    logs = input.log_softmax(axis)
    classes = input.size(axis)
    loss = _nll_loss(logs, target, weight, reduction, ignore_index)
    if weight is None:
        smooth = -logs.sum(axis)
    else:
        smooth = -(logs * _weight_row(logs, weight, axis)).sum(axis)
    ignored = target == ignore_index
    smooth[ignored] = 0.0
    if reduction == 1:
        kept = ignored.logical_not()
        if weight is None:
            smooth = smooth.masked_select(kept).mean()
        else:
            smooth = smooth.sum() / weight.gather(0, target.masked_select(kept).flatten()).sum()
    elif reduction == 2:
        smooth = smooth.sum()
    spread = torch._mul_scalar(smooth, label_smoothing / classes)  # the right operand is made first
    return torch._mul_scalar(loss, 1 - label_smoothing) + spread


def cross_entropy(input, target, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction="mean", label_smoothing=0.0):
    number = _reduction(_chosen(size_average, reduce, reduction))
    _unary_checked("cross_entropy_loss", input)
    if not isinstance(target, Tensor):
        raise TypeError(f"cross_entropy_loss(): argument 'target' (position 2) must be Tensor, not {_type_name(target)}")
    if input.size() == target.size():
        if not target.is_floating_point():
            name = {torch.int64: "Long", torch.int32: "Int", torch.bool: "Bool"}.get(target.dtype, str(target.dtype))
            raise RuntimeError(f"Expected floating point type for target with class probabilities, got {name}")
        if ignore_index >= 0:
            raise RuntimeError("ignore_index is not supported for floating point target")
        return _cross_entropy_of_probabilities(input, target, weight, number, label_smoothing)
    if label_smoothing > 0.0:
        if label_smoothing > 1.0:
            raise RuntimeError(f"label_smoothing must be between 0.0 and 1.0. Got: {label_smoothing:g}")
        return _cross_entropy_smoothed(input, target, weight, number, ignore_index, label_smoothing)
    return _nll_loss(input.log_softmax(_class_axis(input)), target, weight, number, ignore_index)


def binary_cross_entropy(input, target, weight=None, size_average=None, reduce=None, reduction="mean"):
    number = _reduction(_chosen(size_average, reduce, reduction))
    if target.size() != input.size():
        raise ValueError(f"Using a target size ({target.size()}) that is different to the input size ({input.size()}) is deprecated. "
                         "Please ensure they have the same size.")
    if weight is not None:
        weight = weight.expand(torch.broadcast_shapes(target.size(), weight.size()))
    return _nn.binary_cross_entropy(input, target, weight, number)


def binary_cross_entropy_with_logits(input, target, weight=None, size_average=None, reduce=None, reduction="mean", pos_weight=None):
    number = _reduction(_chosen(size_average, reduce, reduction))
    if target.size() != input.size():
        raise ValueError(f"Target size ({target.size()}) must be the same as input size ({input.size()})")
    return torch.binary_cross_entropy_with_logits(input, target, weight, pos_weight, number)


def kl_div(input, target, size_average=None, reduce=None, reduction="mean", log_target=False):
    if size_average is not None or reduce is not None:
        reduction = _legacy_reduction(size_average, reduce)
    elif reduction == "mean":
        _backstep.warn(UserWarning, "reduction: 'mean' divides the total loss by both the batch size and the support size."
                       "'batchmean' divides only by the batch size, and aligns with the KL div math definition."
                       "'mean' will be changed to behave the same as 'batchmean' in the next major release.", inside=True)
    number = 2 if reduction == "batchmean" else _reduction(reduction)
    result = torch.kl_div(input, target, number, log_target=log_target)
    if reduction == "batchmean" and input.dim() != 0:
        result = result / input.size(0)
    return result


# ---- losses of pairs and of distributions ----

def _reduced_by_name(values, reduction):
    if reduction == "mean":
        return values.mean()
    return values.sum() if reduction == "sum" else values


def _known_reduction(reduction):
    if reduction not in ("none", "mean", "sum"):
        raise ValueError(reduction + " is not valid")


def _needs_tensors(function, **given):
    for place, (name, value) in enumerate(given.items(), 1):
        if not isinstance(value, Tensor):
            raise TypeError(f"{function}(): argument '{name}' (position {place}) must be Tensor, not {_type_name(value)}")


def hinge_embedding_loss(input, target, margin=1.0, size_average=None, reduce=None, reduction="mean"):
    number = _reduction(_chosen(size_average, reduce, reduction))
    _unary_checked("hinge_embedding_loss", input)
    zeros = torch.zeros(input.size(), dtype=input.dtype)
    if input.dtype == torch.bool:
        raise RuntimeError("Subtraction, the `-` operator, with two bool tensors is not supported. "
                           "Use the `^` or `logical_xor()` operator instead.")
    # The margin becomes a number of the input's kind.
    clamped = torch._number_minus(margin if input.is_floating_point() else int(margin), input).clamp_min_(0)
    output_margin = torch.where(target != 1, clamped, zeros)
    output_self = torch.where(target != -1, input, zeros)
    return _reduced(output_margin + output_self, number)


def soft_margin_loss(input, target, size_average=None, reduce=None, reduction="mean"):
    return _nn.soft_margin_loss(input, target, _reduction(_chosen(size_average, reduce, reduction)))


def poisson_nll_loss(input, target, log_input=True, full=False, size_average=None, eps=1e-8, reduce=None, reduction="mean"):
    reduction = _chosen(size_average, reduce, reduction)
    _known_reduction(reduction)
    _needs_tensors("poisson_nll_loss", input=input, target=target)
    if log_input:
        likelihood = target * input  # the right operand is made first
        loss = torch.exp(input) - likelihood
    else:
        likelihood = target * torch.log(torch._add_scalar(input, eps))
        loss = input - likelihood
    if full:
        spread = torch._mul_scalar(torch.log(torch._mul_scalar(target, 2 * math.pi)), 0.5)
        stirling = (target * torch.log(target) - target) + spread
        loss += stirling.masked_fill(target <= 1, 0)
    return _reduced_by_name(loss, reduction)


def gaussian_nll_loss(input, target, var, full=False, eps=1e-6, reduction="mean"):
    if var.size() != input.size():
        if input.size()[:-1] == var.size():
            var = torch.unsqueeze(var, -1)
        elif not (input.size()[:-1] == var.size()[:-1] and var.size(-1) == 1):
            raise ValueError("var is of incorrect size")
    _known_reduction(reduction)
    if torch.any(var < 0):
        raise ValueError("var has negative entry/entries")
    var = var.clone()
    with torch.no_grad():
        var.clamp_(min=eps)
    loss = 0.5 * (torch.log(var) + (input - target)**2 / var)
    if full:
        loss += 0.5 * math.log(2 * math.pi)
    return _reduced_by_name(loss, reduction)


def margin_ranking_loss(input1, input2, target, margin=0, size_average=None, reduce=None, reduction="mean"):
    number = _reduction(_chosen(size_average, reduce, reduction))
    if input1.dim() != input2.dim() or input1.dim() != target.dim():
        raise RuntimeError("margin_ranking_loss : All input tensors should have same dimension but got sizes: "
                           f"input1: {input1.size()}, input2: {input2.size()}, target: {target.size()} ")
    difference = input1 - input2  # the right operand is made first
    return _reduced(torch._add_scalar((-target) * difference, margin).clamp_min_(0), number)


def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    _needs_tensors("pairwise_distance", x1=x1, x2=x2)
    return torch._norm(torch._add_scalar(x1 - x2, eps), p, [max(x1.dim(), x2.dim()) - 1], keepdim)


def triplet_margin_loss(anchor, positive, negative, margin=1.0, p=2, eps=1e-6, swap=False, size_average=None, reduce=None, reduction="mean"):
    number = _reduction(_chosen(size_average, reduce, reduction))
    _needs_tensors("triplet_margin_loss", anchor=anchor, positive=positive, negative=negative)
    if not anchor.dim() == positive.dim() == negative.dim():
        raise RuntimeError(f"All inputs should have same dimension but got {anchor.dim()}D, {positive.dim()}D and {negative.dim()}D inputs.")
    near = pairwise_distance(anchor, positive, p, eps)
    far = pairwise_distance(anchor, negative, p, eps)
    if swap:
        far = torch.min(far, pairwise_distance(positive, negative, p, eps))
    return _reduced(torch.clamp_min(torch._add_scalar(near, margin) - far, 0), number)


def cosine_embedding_loss(input1, input2, target, margin=0, size_average=None, reduce=None, reduction="mean"):
    number = _reduction(_chosen(size_average, reduce, reduction))
    _needs_tensors("cosine_embedding_loss", input1=input1, input2=input2, target=target)
    axis = target.dim()
    if axis > 1:
        raise RuntimeError("0D or 1D target tensor expected, multi-target not supported")
    if input1.dim() != axis + 1:  # PyTorch does not look at the other
        raise RuntimeError(f"{axis}D target tensor expects {axis + 1}D input tensors, but found inputs with sizes {list(input1.size())}"
                           f" and {list(input2.size())}.")
    product = (input1 * input2).sum(axis)
    square1 = torch._add_scalar((input1 * input1).sum(axis), 1e-12)
    square2 = torch._add_scalar((input2 * input2).sum(axis), 1e-12)
    cosine = product / (square1 * square2).sqrt_()
    zeros = torch.zeros(cosine.size(), dtype=cosine.dtype)
    same = torch._number_minus(1, cosine)
    other = torch._sub_scalar(cosine, margin).clamp_min_(0)
    output_same = torch.where(target == 1, same, zeros)
    output_other = torch.where(target == -1, other, zeros)
    return _reduced(output_same + output_other, number)


def multilabel_soft_margin_loss(input, target, weight=None, size_average=None, reduce=None, reduction="mean"):
    reduction = _chosen(size_average, reduce, reduction)
    loss = -(target * logsigmoid(input) + (1 - target) * logsigmoid(-input))
    if weight is not None:
        loss = loss * weight
    axis = input.dim() - 1
    loss = loss.sum(dim=axis) / input.size(axis)
    _known_reduction(reduction)
    return _reduced_by_name(loss, reduction)


# ---- normalizations, embeddings, padding ----

def layer_norm(input, normalized_shape, weight=None, bias=None, eps=1e-05):
    return torch.layer_norm(input, normalized_shape, weight, bias, eps, False)


def _channels_have_several(size):
    count = size[0]
    for n in size[2:]:
        count *= n
    if count == 1:
        raise ValueError(f"Expected more than 1 value per channel when training, got input size {size}")


def group_norm(input, num_groups, weight=None, bias=None, eps=1e-05):
    _channels_have_several([input.size(0) * input.size(1) // num_groups, num_groups] + list(input.size()[2:]))
    return torch.group_norm(input, num_groups, weight, bias, eps, False)


def _product(sizes):
    result = 1
    for size in sizes:
        result *= size
    return result


def batch_norm(input, running_mean, running_var, weight=None, bias=None, training=False, momentum=0.1, eps=1e-05):
    if training:
        _channels_have_several(input.size())
    return torch.batch_norm(input, weight, bias, running_mean, running_var, training, momentum, eps, False)


def instance_norm(input, running_mean=None, running_var=None, weight=None, bias=None, use_input_stats=True, momentum=0.1, eps=1e-05):
    if running_mean is not None or running_var is not None or weight is not None or bias is not None or not use_input_stats:
        _backstep.unsupported("torch.nn.functional.instance_norm with statistics or weights", "torch.nn.functional.batch_norm")
    if _product(input.size()[2:]) == 1:
        raise ValueError(f"Expected more than 1 spatial element when training, got input size {input.size()}")
    size = list(input.size())
    flat = input.contiguous().view([1, size[0] * size[1]] + size[2:])
    return torch.batch_norm(flat, None, None, None, None, True, momentum, eps, False).view(size)


def embedding(input, weight, padding_idx=None, max_norm=None, norm_type=2.0, scale_grad_by_freq=False, sparse=False):
    if padding_idx is not None:
        if padding_idx > 0:
            assert padding_idx < weight.size(0), "Padding_idx must be within num_embeddings"
        elif padding_idx < 0:
            assert padding_idx >= -weight.size(0), "Padding_idx must be within num_embeddings"
            padding_idx = weight.size(0) + padding_idx
    else:
        padding_idx = -1
    if max_norm is not None:
        _backstep.unsupported("torch.nn.functional.embedding with max_norm", "torch.renorm")
    return torch.embedding(weight, input, padding_idx, scale_grad_by_freq, sparse)


def pad(input, pad, mode="constant", value=None):
    _unary_checked("pad", input)
    if isinstance(pad, int):
        raise TypeError("pad(): argument 'pad' (position 2) must be tuple of ints, not int")
    if not isinstance(pad, (list, tuple)):
        raise TypeError(f"pad(): argument 'pad' (position 2) must be tuple of ints, not {_type_name(pad)}")
    pad = tuple(pad)
    if len(pad) % 2:
        raise RuntimeError("Padding length must be divisible by 2")
    if len(pad) > 2 * input.dim():
        raise RuntimeError("Padding length too large")
    if mode == "constant":
        return torch.constant_pad_nd(input, pad, 0 if value is None else value)
    if value is not None and value != 0:
        raise RuntimeError(f'Padding mode "{mode}" doesn\'t take in value argument')
    if mode in ("reflect", "replicate", "circular"):
        _backstep.unsupported(f'torch.nn.functional.pad(mode="{mode}")', 'mode="constant"')
    raise NotImplementedError("Unrecognised padding mode " + mode)


# ---- refused by name ----

def _refused(name, nearest):
    def function(*args, **kwargs):
        _backstep.unsupported("torch.nn.functional." + name, nearest)
    return function


for _name in ("conv1d conv2d conv3d conv_transpose1d conv_transpose2d conv_transpose3d avg_pool1d avg_pool2d avg_pool3d max_pool1d "
              "max_pool2d max_pool3d adaptive_avg_pool1d adaptive_avg_pool2d adaptive_max_pool1d adaptive_max_pool2d lp_pool1d lp_pool2d "
              "unfold fold bilinear embedding_bag multi_head_attention_forward").split():
    globals()[_name] = _refused(_name, "torch.nn.functional.linear")
globals()["local_response_norm"] = _refused("local_response_norm", "torch.nn.functional.normalize")
for _name in "ctc_loss multilabel_margin_loss multi_margin_loss triplet_margin_with_distance_loss".split():
    globals()[_name] = _refused(_name, "torch.nn.functional.mse_loss")
for _name in "dropout1d dropout2d dropout3d alpha_dropout feature_alpha_dropout rrelu gumbel_softmax".split():
    globals()[_name] = _refused(_name, "torch.nn.functional.dropout")
for _name in "interpolate upsample grid_sample affine_grid pixel_shuffle pixel_unshuffle".split():
    globals()[_name] = _refused(_name, "torch.cat")
globals()["pdist"] = _refused("pdist", "torch.cdist")
