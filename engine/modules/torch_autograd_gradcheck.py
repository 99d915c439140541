# SPDX-License-Identifier: GPL-3.0-or-later
# Module torch.autograd.gradcheck: gradients against central differences, with PyTorch's messages.
import _backstep
import torch
from torch import Tensor


class GradcheckError(RuntimeError):
    pass


def _as_tuple(value):
    return tuple(value) if isinstance(value, (tuple, list)) else (value,)


def _differentiable(values):
    return tuple(y for y in _as_tuple(values) if y.requires_grad)


def _tracked(inputs):
    return [x for x in inputs if isinstance(x, Tensor) and x.requires_grad]


def _check_inputs(inputs):
    for i, x in enumerate(inputs):
        if not isinstance(x, Tensor) or not x.requires_grad:
            continue
        if x.dtype != torch.float64:
            _backstep.warn(UserWarning, f"Input #{i} requires gradient and is not a double precision floating point or complex. "
                           "This check will likely fail if all the inputs are not of double precision floating point or complex. ", inside=True)
        if not all(stride > 0 or size <= 1 for stride, size in zip(x.stride(), x.size())):
            raise RuntimeError(f"The {i}th input has a dimension with stride 0. gradcheck only supports inputs that are non-overlapping to "
                               "be able to compute the numerical gradients correctly. You should call .contiguous on the input before "
                               "passing it to gradcheck.")
        x.retain_grad()
    if not _tracked(inputs):
        raise ValueError("gradcheck expects at least one input tensor to require gradient, but none of the them have requires_grad=True.")


def _places(sizes):
    """Every index of a tensor of these sizes, in row-major order."""
    places = [()]
    for size in sizes:
        places = [place + (i,) for place in places for i in range(size)]
    return places


def _same_kind(a, b, eps):
    assert a.shape == b.shape, ("Expected `func` to return outputs with the same shape when inputs are perturbed on index {idx} "
                                f"by {eps}, but got: shapes {a.shape} and {b.shape}.")
    assert a.dtype == b.dtype, ("Expected `func` to return outputs with the same dtype when inputs are perturbed on index {idx} "
                                f"by {eps}, but got: dtypes {a.dtype} and {b.dtype}.")


def _numerical(func, inputs, outputs, x, eps):
    """The jacobian of every output with respect to x, by moving one element of x at a time, in its own memory."""
    result = [y.new_zeros((x.numel(), y.numel())) for y in outputs]
    memory = x.data
    for row, place in enumerate(_places(x.size())):
        entry = memory[place] if place else memory
        original = entry.clone()
        entry.copy_(original - eps)
        before = tuple(y.clone() for y in _as_tuple(func(*inputs)))
        entry.copy_(original + eps)
        after = tuple(y.clone() for y in _as_tuple(func(*inputs)))
        entry.copy_(original)
        for k, (a, b) in enumerate(zip(before, after)):
            _same_kind(a, b, eps)
            if k < len(result) and outputs[k].is_floating_point():
                result[k][row] = ((b - a) / (2 * eps)).detach().reshape(-1)
    return result


def _analytical_once(output, tracked):
    result = [x.new_zeros((x.numel(), output.numel())) for x in tracked]
    seed = torch.zeros_like(output.clone())
    sizes_fit = types_fit = True
    for column, place in enumerate(_places(output.size())):
        seed.zero_()
        if place:
            seed[place] = 1.0
        else:
            seed.fill_(1.0)
        gradients = torch.autograd.grad(output, tracked, seed, retain_graph=True, allow_unused=True)
        for x, gradient, jacobian in zip(tracked, gradients, result):
            if gradient is None:
                continue
            if gradient.size() != x.size():
                sizes_fit = False
            elif gradient.dtype != x.dtype:
                types_fit = False
            jacobian[:, column] = gradient.detach().reshape(-1)
    return result, sizes_fit, types_fit


def _analytical(output, tracked, nondet_tol, check_grad_dtypes):
    first, sizes_fit, types_fit = _analytical_once(output, tracked)
    second = _analytical_once(output, tracked)[0]
    if not types_fit and check_grad_dtypes:
        raise GradcheckError("Gradient has dtype mismatch")
    if not sizes_fit:
        raise GradcheckError("Analytical gradient has incorrect size")
    for a, b in zip(first, second):
        if a.numel() != 0 and (a - b).abs().max() > nondet_tol:
            raise GradcheckError("Backward is not reentrant, i.e., running backward with same input and grad_output multiple times gives "
                                 "different values, although analytical gradient matches numerical gradient."
                                 f"The tolerance for nondeterminism was {nondet_tol}.")
    return first


def _close(a, b, rtol, atol):
    if a.dtype != b.dtype:
        a, b = a.double(), b.double()
    return torch.allclose(a, b, rtol, atol)


def _compare(func, inputs, func_out, eps, atol, rtol, nondet_tol, check_grad_dtypes):
    values = _as_tuple(func_out)
    tracked = _tracked(inputs)
    numerical = [_numerical(func, inputs, values, x, eps) for x in tracked]
    kept = [k for k, y in enumerate(values) if y.requires_grad]
    if not kept:
        for jacobians in numerical:
            for jacobian in jacobians:
                if torch.ne(jacobian, 0).sum() > 0:
                    raise GradcheckError("Numerical gradient for function expected to be zero")
        return
    for i, k in enumerate(kept):
        analytical = _analytical(values[k], tracked, nondet_tol, check_grad_dtypes)
        for j, a in enumerate(analytical):
            n = numerical[j][k]
            if not _close(a, n, rtol, atol):
                raise GradcheckError(f"Jacobian mismatch for output {i} with respect to input {j},\nnumerical:{n}\nanalytical:{a}\n")


def _check_linear(outputs, tracked):
    zeros = [torch.zeros_like(y) for y in outputs]
    for gradient, x in zip(torch.autograd.grad(outputs, tracked, zeros, allow_unused=True), tracked):
        if gradient is None:
            continue
        if not gradient.eq(0).all():
            raise GradcheckError("backward not multiplied by grad_output")
        if gradient.dtype != x.dtype:
            raise GradcheckError("grad is incorrect type")
        if gradient.size() != x.size():
            raise GradcheckError("grad is incorrect size")


def _warn_undefined():
    _backstep.warn(UserWarning, "Backwards compatibility: New undefined gradient support checking feature is enabled by default, but it "
                   "may break existing callers of this function. If this is true for you, you can call this function with "
                   "\"check_undefined_grad=False\" to disable the feature", inside=True)


def _check_undefined_of(outputs, tracked):
    zeros = [torch.zeros_like(y) for y in outputs]
    try:
        gradients = torch.autograd.grad(outputs, tracked, zeros, allow_unused=True)
    except RuntimeError:
        _warn_undefined()
        raise GradcheckError("Expected backward function to handle undefined output grads. Please look at \"Notes about undefined output "
                             "gradients\" in \"tools/autograd/derivatives.yaml\"")
    for gradient in gradients:
        if gradient is not None and not gradient.eq(0).all():
            _warn_undefined()
            raise GradcheckError("Expected all input grads to be undefined or zero when all output grads are undefined or zero. Please "
                                 "look at \"Notes about undefined output gradients\" in \"tools/autograd/derivatives.yaml\"")


def _check_undefined(func, inputs, tracked):
    """Every output's gradient undefined; then one after the other."""
    outputs = [[torch._undefined_grad(y) for y in _differentiable(func(*inputs))]]
    count = len(outputs[0])
    for k in range(count if count > 1 else 0):
        outputs.append([torch._undefined_grad(y) if i == k else y for i, y in enumerate(_differentiable(func(*inputs)))])
    for given in outputs:
        _check_undefined_of(given, tracked)


def _check(func, inputs, eps, atol, rtol, nondet_tol, check_undefined_grad, check_grad_dtypes):
    inputs = _as_tuple(inputs)
    _check_inputs(inputs)
    func_out = func(*inputs)
    outputs = _differentiable(func_out)
    _compare(func, inputs, func_out, eps, atol, rtol, nondet_tol, check_grad_dtypes)
    tracked = _tracked(inputs)
    if not outputs:
        return True
    _check_linear(outputs, tracked)
    if check_undefined_grad:
        _check_undefined(func, inputs, tracked)
    return True


def gradcheck(func, inputs, *, eps=1e-6, atol=1e-5, rtol=1e-3, raise_exception=True, check_sparse_nnz=False, nondet_tol=0.0,
              check_undefined_grad=True, check_grad_dtypes=False, check_batched_grad=False, check_batched_forward_grad=False,
              check_forward_ad=False, check_backward_ad=True, fast_mode=False):
    assert check_forward_ad or check_backward_ad, "Expected at least one of check_forward_ad or check_backward_ad to be True"
    if check_forward_ad or check_batched_grad or check_batched_forward_grad or check_sparse_nnz:
        _backstep.unsupported("gradcheck's forward, batched and sparse checks", "gradcheck(func, inputs)")
    if raise_exception:
        return _check(func, inputs, eps, atol, rtol, nondet_tol, check_undefined_grad, check_grad_dtypes)
    try:
        return _check(func, inputs, eps, atol, rtol, nondet_tol, check_undefined_grad, check_grad_dtypes)
    except GradcheckError:
        return False


def gradgradcheck(func, inputs, grad_outputs=None, *, eps=1e-6, atol=1e-5, rtol=1e-3, gen_non_contig_grad_outputs=False,
                  raise_exception=True, nondet_tol=0.0, check_undefined_grad=True, check_grad_dtypes=False, check_batched_grad=False,
                  check_fwd_over_rev=False, check_rev_over_rev=True, fast_mode=False):
    if check_batched_grad or check_fwd_over_rev or gen_non_contig_grad_outputs:
        _backstep.unsupported("gradgradcheck's forward, batched and non-contiguous checks", "gradgradcheck(func, inputs)")
    inputs = _as_tuple(inputs)
    if grad_outputs is None:
        outputs = _differentiable(func(*inputs))
        grad_outputs = tuple(torch.empty(y.shape, dtype=y.dtype).uniform_(-1, 1).requires_grad_() for y in outputs)
    grad_outputs = _as_tuple(grad_outputs)
    count = len(inputs)
    tracked = [i for i, x in enumerate(inputs) if isinstance(x, Tensor) and x.requires_grad]
    seeds = [i for i, x in enumerate(grad_outputs) if x.requires_grad]

    def gradient(*arguments):
        values = [x.requires_grad_() if i in tracked else x for i, x in enumerate(arguments[:count])]
        outputs = _differentiable(func(*values))
        given = [x.requires_grad_() if i in seeds else x for i, x in enumerate(arguments[count:])]
        result = torch.autograd.grad(outputs, [values[i] for i in tracked], given, create_graph=True, allow_unused=True)
        return tuple(x for x in result if x is not None)
    return gradcheck(gradient, inputs + grad_outputs, eps=eps, atol=atol, rtol=rtol, raise_exception=raise_exception, nondet_tol=nondet_tol,
                     check_undefined_grad=check_undefined_grad, check_grad_dtypes=check_grad_dtypes)
