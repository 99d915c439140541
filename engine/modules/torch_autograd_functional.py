# SPDX-License-Identifier: GPL-3.0-or-later
# Module torch.autograd.functional: jacobian, hessian and the products with a vector, with PyTorch 1.13's checks and words.
import torch
from torch import Tensor


def _tuple_of(value, name, function):
    """(it was a tuple, the tuple)"""
    if isinstance(value, tuple):
        for i, item in enumerate(value):
            if not isinstance(item, Tensor):
                raise TypeError(f"The {name} given to {function} must be either a Tensor or a tuple of Tensors but the value at index {i} "
                                f"has type {type(item)}.")
        return True, value
    if not isinstance(value, Tensor):
        raise TypeError(f"The {name} given to {function} must be either a Tensor or a tuple of Tensors but the given {name} "
                        f"has type {type(value)}.")
    return False, (value,)


def _prepared(inputs, create_graph, need_graph):
    return tuple(x.view_as(x) if create_graph and x.requires_grad else x.detach().requires_grad_(need_graph) for x in inputs)


def _finished(values, create_graph):
    if create_graph:
        return values
    return tuple(x.detach() if isinstance(x, Tensor) else _finished(x, create_graph) for x in values)


def _check_vector(v, other, other_is_tuple):
    if len(v) != len(other):
        if other_is_tuple:
            raise RuntimeError(f"v is a tuple of invalid length: should be {len(other)} but got {len(v)}.")
        raise RuntimeError("The given v should contain a single Tensor.")
    for i, (given, wanted) in enumerate(zip(v, other)):
        if given.size() != wanted.size():
            entry = f"Entry {i} in " if other_is_tuple else ""
            raise RuntimeError(f"{entry}v has invalid size: should be {wanted.size()} but got {given.size()}.")


def _check_outputs(outputs):
    for i, output in enumerate(outputs):
        if not output.requires_grad:
            raise RuntimeError(f"Output {i} of the user-provided function does not require gradients. The outputs must be computed in a "
                               "differentiable manner from the input when running in strict mode.")


def _check_depend(values, kind):
    for i, value in enumerate(values):
        if value is None:
            raise RuntimeError(f"The output of the user-provided function is independent of input {i}."
                               " This is not allowed in strict mode.")
        if value.requires_grad:
            continue
        if kind == "grad_inputs":
            raise RuntimeError(f"The gradient with respect to input {i} is independent of the inputs of the user-provided function. "
                               "This is not allowed in strict mode.")
        if kind == "hessian":
            raise RuntimeError(f"The hessian of the user-provided function with respect to input {i} is independent of the input. This is "
                               "not allowed in strict mode. You should ensure that your function is thrice differentiable and that the "
                               "hessian depends on the inputs.")
        raise RuntimeError(f"While computing the hessian, found that the jacobian of the user-provided function with respect to input {i} "
                           "is independent of the input. This is not allowed in strict mode. You should ensure that your function is "
                           "twice differentiable and that the jacobian depends on the inputs (this would be violated by a linear function "
                           "for example).")


def _gradients(outputs, inputs, gradients=None, create_graph=False, retain_graph=None):
    """As torch.autograd.grad, but outputs that require none are left out, and None stands for what does not depend."""
    if gradients is None:
        gradients = (None,) * len(outputs)
    pairs = [(y, g) for y, g in zip(outputs, gradients) if y is not None and y.requires_grad]
    if not pairs:
        return (None,) * len(inputs)
    return torch.autograd.grad(tuple(y for y, g in pairs), inputs, tuple(g for y, g in pairs), allow_unused=True,
                               create_graph=create_graph, retain_graph=retain_graph)


_INDEPENDENT = {
    "back": "The output of the user-provided function is independent of input {}. This is not allowed in strict mode.",
    "back_trick": "The gradient with respect to the input is independent of entry {} in the grad_outputs when using the double backward "
                  "trick to compute forward mode gradients. This is not allowed in strict mode.",
    "double_back": "The jacobian of the user-provided function is independent of input {}. This is not allowed in strict mode.",
    "double_back_trick": "The hessian of the user-provided function is independent of entry {} in the grad_jacobian. This is not allowed "
                         "in strict mode as it prevents from using the double backward trick to replace forward mode AD.",
}


def _with_zeros(gradients, references, strict, create_graph, stage):
    result = []
    for i, gradient in enumerate(gradients):
        if gradient is None:
            if strict:
                raise RuntimeError(_INDEPENDENT[stage].format(i))
            gradient = torch.zeros_like(references[i])
        elif strict and create_graph and not gradient.requires_grad:
            what = "hessian" if "double" in stage else "jacobian"
            raise RuntimeError(f"The {what} of the user-provided function is independent of input {i}. "
                               "This is not allowed in strict mode when create_graph=True.")
        result.append(gradient)
    return tuple(result)


def _unpacked(values, was_tuple):
    return values if was_tuple else values[0]


def _vector_for(v, name, like, like_is_tuple, create_graph):
    given = _prepared(_tuple_of(v, "v", name)[1], create_graph, False)
    _check_vector(given, like, like_is_tuple)
    return given


def vjp(func, inputs, v=None, create_graph=False, strict=False):
    with torch.enable_grad():
        many_inputs, inputs = _tuple_of(inputs, "inputs", "vjp")
        inputs = _prepared(inputs, create_graph, True)
        many_outputs, outputs = _tuple_of(func(*inputs), "outputs of the user-provided function", "vjp")
        if strict:
            _check_outputs(outputs)
        if v is not None:
            v = _vector_for(v, "vjp", outputs, many_outputs, create_graph)
        elif len(outputs) != 1 or outputs[0].numel() != 1:
            raise RuntimeError("The vector v can only be None if the user-provided function returns a single Tensor with a single element.")
    with torch.set_grad_enabled(create_graph or torch.is_grad_enabled()):
        result = _with_zeros(_gradients(outputs, inputs, v, create_graph), inputs, strict, create_graph, "back")
    return _unpacked(_finished(outputs, create_graph), many_outputs), _unpacked(_finished(result, create_graph), many_inputs)


def jvp(func, inputs, v=None, create_graph=False, strict=False):
    with torch.enable_grad():
        many_inputs, inputs = _tuple_of(inputs, "inputs", "jvp")
        inputs = _prepared(inputs, create_graph, True)
        if v is not None:
            v = _vector_for(v, "jvp", inputs, many_inputs, create_graph)
        elif len(inputs) != 1 or inputs[0].numel() != 1:
            raise RuntimeError("The vector v can only be None if the input to the user-provided function is a single Tensor with a single "
                               "element.")
        many_outputs, outputs = _tuple_of(func(*inputs), "outputs of the user-provided function", "jvp")
        if strict:
            _check_outputs(outputs)
        # twice backward is once forward: the gradient is linear in these zeros
        zeros = tuple(torch.zeros_like(y, requires_grad=True) for y in outputs)
        backward = _gradients(outputs, inputs, zeros, create_graph=True)
        if strict:
            _check_depend(backward, "grad_inputs")
    with torch.set_grad_enabled(create_graph or torch.is_grad_enabled()):
        result = _with_zeros(_gradients(backward, zeros, v, create_graph), outputs, strict, create_graph, "back_trick")
    return _unpacked(_finished(outputs, create_graph), many_outputs), _unpacked(_finished(result, create_graph), many_outputs)


def jacobian(func, inputs, create_graph=False, strict=False, vectorize=False, strategy="reverse-mode"):
    assert strategy in ("forward-mode", "reverse-mode"), (
        'Expected strategy to be either "forward-mode" or "reverse-mode". Hint: If your function has more outputs than inputs, '
        '"forward-mode" tends to be more performant. Otherwise, prefer to use "reverse-mode".')
    if strategy == "forward-mode":
        _check_forward_mode(create_graph, strict, vectorize)
    with torch.enable_grad():
        many_inputs, inputs = _tuple_of(inputs, "inputs", "jacobian")
        inputs = _prepared(inputs, create_graph, True)
        many_outputs, outputs = _tuple_of(func(*inputs), "outputs of the user-provided function", "jacobian")
        if strict:
            _check_outputs(outputs)
            if vectorize:
                raise RuntimeError("torch.autograd.functional.jacobian: `strict=True` and `vectorized=True` are not supported together. "
                                   "Please either set `strict=False` or `vectorize=False`.")
        result = _finished(tuple(_rows(i, y, inputs, create_graph, strict) for i, y in enumerate(outputs)), create_graph)
        if not many_inputs:
            result = tuple(row[0] for row in result)
        return _unpacked(result, many_outputs)


def _check_forward_mode(create_graph, strict, vectorize):
    if create_graph:
        raise NotImplementedError("torch.autograd.functional.jacobian: `create_graph=True` and `strategy=\"forward-mode\"` are not "
                                  "supported together (yet). Please either set `create_graph=False` or `strategy=\"reverse-mode\"`.")
    if strict:
        raise RuntimeError("torch.autograd.functional.jacobian: `strict=True` and `strategy=\"forward-mode\"` are not supported together "
                           "(yet). Please either set `strict=False` or `strategy=\"reverse-mode\"`.")
    if not vectorize:
        raise NotImplementedError("Computing Jacobian using forward-AD or forward-over-reverse Hessian is"
                                  "only implemented for `vectorize=True`.")


def _rows(i, output, inputs, create_graph, strict):
    """The jacobian of one output with respect to every input: a sweep for each of its elements."""
    rows = [[] for _ in inputs]
    for j in range(output.numel()):
        gradients = _gradients((output.reshape(-1)[j],), inputs, create_graph=create_graph, retain_graph=True)
        for k, gradient in enumerate(gradients):
            if gradient is None:
                if strict:
                    raise RuntimeError(f"Output {i} of the user-provided function is independent of input {k}. "
                                       "This is not allowed in strict mode.")
                gradient = torch.zeros_like(inputs[k])
            elif strict and create_graph and not gradient.requires_grad:
                raise RuntimeError(f"The jacobian of the user-provided function is independent of input {i}. "
                                   "This is not allowed in strict mode when create_graph=True.")
            rows[k].append(gradient)
    return tuple(torch.stack(rows[k], dim=0).view(output.size() + x.size()) for k, x in enumerate(inputs))


def hessian(func, inputs, create_graph=False, strict=False, vectorize=False, outer_jacobian_strategy="reverse-mode"):
    many_inputs, inputs = _tuple_of(inputs, "inputs", "hessian")
    assert outer_jacobian_strategy in ("forward-mode", "reverse-mode"), (
        'Expected strategy to be either "forward-mode" or "reverse-mode".')

    def scalar(*arguments):
        output = func(*arguments)
        many, outputs = _tuple_of(output, "outputs of the user-provided function", "hessian")
        if strict:
            _check_outputs(outputs)
        if many:
            raise RuntimeError("The function given to hessian should return a single Tensor")
        if output.numel() != 1:
            raise RuntimeError("The Tensor returned by the function given to hessian should contain a single element")
        return output.squeeze()

    def gradient(*arguments):
        result = jacobian(scalar, arguments, create_graph=True)
        if strict:
            _check_depend(result, "jacobian")
        return result
    result = jacobian(gradient, inputs, create_graph=create_graph, strict=strict, vectorize=vectorize, strategy=outer_jacobian_strategy)
    return result if many_inputs else result[0][0]


def _scalar_and_vector(func, inputs, v, create_graph, strict, name):
    many_inputs, inputs = _tuple_of(inputs, "inputs", name)
    inputs = _prepared(inputs, create_graph, True)
    if v is not None:
        v = _vector_for(v, name, inputs, many_inputs, create_graph)
    elif len(inputs) != 1 or inputs[0].numel() != 1:
        raise RuntimeError("The vector v can only be None if the input to the user-provided function is a single Tensor with a single "
                           "element.")
    many_outputs, outputs = _tuple_of(func(*inputs), "outputs of the user-provided function", name)
    if strict:
        _check_outputs(outputs)
    if many_outputs:
        raise RuntimeError(f"The function given to {name} should return a single Tensor")
    if outputs[0].numel() != 1:
        raise RuntimeError(f"The Tensor returned by the function given to {name} should contain a single element")
    gradient = _gradients(outputs, inputs, create_graph=True)
    if strict:
        _check_depend(gradient, "jacobian")
    return many_inputs, inputs, v, outputs, gradient


def vhp(func, inputs, v=None, create_graph=False, strict=False):
    with torch.enable_grad():
        many_inputs, inputs, v, outputs, gradient = _scalar_and_vector(func, inputs, v, create_graph, strict, "vhp")
    with torch.set_grad_enabled(create_graph or torch.is_grad_enabled()):
        result = _with_zeros(_gradients(gradient, inputs, v, create_graph), inputs, strict, create_graph, "double_back")
    return _finished(outputs, create_graph)[0], _unpacked(_finished(result, create_graph), many_inputs)


def hvp(func, inputs, v=None, create_graph=False, strict=False):
    with torch.enable_grad():
        many_inputs, inputs, v, outputs, gradient = _scalar_and_vector(func, inputs, v, create_graph, strict, "hvp")
        zeros = tuple(torch.zeros_like(x, requires_grad=True) for x in inputs)
        twice = _gradients(gradient, inputs, zeros, create_graph=True)
        if strict:
            _check_depend(gradient, "hessian")
    with torch.set_grad_enabled(create_graph or torch.is_grad_enabled()):
        result = _with_zeros(_gradients(twice, zeros, v, create_graph), inputs, strict, create_graph, "double_back_trick")
    return _finished(outputs, create_graph)[0], _unpacked(_finished(result, create_graph), many_inputs)
