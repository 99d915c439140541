# SPDX-License-Identifier: GPL-3.0-or-later
# Module torch.autograd: backward and grad over the native sweep, custom functions, and the context managers of the gradient mode.
#
# Native names relied on:
#   torch._C._autograd_backward(tensors, grad_tensors, retain_graph, create_graph, inputs) -> None                (tuples and bools)
#   torch._C._autograd_grad(outputs, inputs, grad_outputs, retain_graph, create_graph, allow_unused) -> tuple
#   torch._C._set_grad_enabled(bool)  torch.is_grad_enabled()  torch._C._set_inference_mode(bool)  torch.is_inference_mode_enabled()
#   torch._C._set_anomaly_enabled(bool, check_nan)  torch.is_anomaly_enabled()
#   torch._variable: a type; Variable(data, requires_grad=False) is a Tensor, and every Tensor is an instance of it
#   _backstep.apply_function(cls, args)  _backstep.saved_tensors(ctx): custom functions, see Function below.
import _backstep
import functools
import operator
import torch
from torch import Tensor

Variable = torch._variable


# ---- backward and grad ----

def _make_grads(outputs, gradients):
    made = []
    for i, output in enumerate(outputs):
        gradient = gradients[i] if i < len(gradients) else None
        if isinstance(gradient, Tensor):
            if gradient.size() != output.size():
                raise RuntimeError(f"Mismatch in shape: grad_output[{i}] has a shape of {gradient.shape} "
                                   f"and output[{i}] has a shape of {output.shape}.")
            made.append(gradient)
        elif gradient is not None:
            raise TypeError("gradients can be either Tensors or None, but got " + type(gradient).__name__)
        elif not output.requires_grad:
            made.append(None)
        elif output.numel() != 1:
            raise RuntimeError("grad can be implicitly created only for scalar outputs")
        else:
            made.append(torch.ones_like(output))
    return tuple(made)


def _as_gradients(gradients, count):
    if gradients is None:
        return (None,) * count
    return (gradients,) if isinstance(gradients, Tensor) else tuple(gradients)


def _check_count(tensors, gradients):
    if len(tensors) != len(gradients):
        raise RuntimeError(f"got {len(tensors)} tensors and {len(gradients)} gradients")


def _flag(value):
    return value if value is None or isinstance(value, bool) else operator.index(value) != 0


def _check_inputs(inputs):
    for given in inputs:
        if not isinstance(given, Tensor):
            raise RuntimeError(f"all inputs have to be Tensors, but got {type(given).__name__}")


def backward(tensors, grad_tensors=None, retain_graph=None, create_graph=False, grad_variables=None, inputs=None):
    if grad_variables is not None:
        _backstep.warn(UserWarning, "'grad_variables' is deprecated. Use 'grad_tensors' instead.", inside=True)
        if grad_tensors is not None:
            raise RuntimeError("'grad_tensors' and 'grad_variables' (deprecated) arguments both passed to backward(). "
                               "Please only use 'grad_tensors'.")
        grad_tensors = grad_variables
    if inputs is not None and len(inputs) == 0:
        raise RuntimeError("'inputs' argument to backward() cannot be empty.")
    tensors = (tensors,) if isinstance(tensors, Tensor) else tuple(tensors)
    if inputs is None:
        inputs = ()
    inputs = (inputs,) if isinstance(inputs, Tensor) else tuple(inputs)
    _check_inputs(inputs)
    gradients = _make_grads(tensors, _as_gradients(grad_tensors, len(tensors)))
    _check_count(tensors, gradients)
    retain_graph, create_graph = _flag(retain_graph), _flag(create_graph)
    if retain_graph is None:
        retain_graph = create_graph
    if len(tensors) == 0:
        return
    torch._C._autograd_backward(tensors, gradients, retain_graph, create_graph, inputs)


def grad(outputs, inputs, grad_outputs=None, retain_graph=None, create_graph=False, only_inputs=True, allow_unused=False,
         is_grads_batched=False):
    outputs = (outputs,) if isinstance(outputs, Tensor) else tuple(outputs)
    inputs = (inputs,) if isinstance(inputs, Tensor) else tuple(inputs)
    if len(inputs) == 0 and all(isinstance(output, Tensor) for output in outputs):
        raise ValueError("grad requires non-empty inputs.")
    _check_inputs(inputs)
    retain_graph, create_graph, allow_unused = _flag(retain_graph), _flag(create_graph), _flag(allow_unused)
    if not only_inputs:
        _backstep.warn(UserWarning, "only_inputs argument is deprecated and is ignored now (defaults to True). To accumulate gradient for "
                       "other parts of the graph, please use torch.autograd.backward.", inside=True)
    if is_grads_batched:
        return _grad_of_batch(outputs, inputs, _as_gradients(grad_outputs, len(outputs)), retain_graph, create_graph, allow_unused)
    gradients = _make_grads(outputs, _as_gradients(grad_outputs, len(outputs)))
    _check_count(outputs, gradients)
    if retain_graph is None:
        retain_graph = create_graph
    return torch._C._autograd_grad(outputs, inputs, gradients, retain_graph, create_graph, allow_unused)


def _grad_of_batch(outputs, inputs, gradients, retain_graph, create_graph, allow_unused):
    """One sweep for each row of the gradients; PyTorch runs them as one, with the same numbers."""
    if len(gradients) == 0 or gradients[0] is None:
        raise RuntimeError("grad can be implicitly created only for scalar outputs")
    count = gradients[0].size(0)
    rows = []
    for i in range(count):
        row = _make_grads(outputs, tuple(None if g is None else g[i] for g in gradients))
        keep = True if i + 1 < count else (create_graph if retain_graph is None else retain_graph)
        rows.append(torch._C._autograd_grad(outputs, inputs, row, keep, create_graph, allow_unused))
    return tuple(None if column[0] is None else torch.stack(column) for column in zip(*rows))


# ---- custom functions ----

class FunctionCtx:
    """What forward and backward of a custom function share; the native side reads the attributes that are set here."""
    __module__ = "torch.autograd.function"

    def save_for_backward(self, *tensors):
        self.to_save = tensors

    def save_for_forward(self, *tensors):
        self.saved_for_forward = tensors

    def mark_dirty(self, *args):
        self.dirty_tensors = args

    def mark_non_differentiable(self, *args):
        self.non_differentiable = args

    def set_materialize_grads(self, value):
        self.materialize_grads = value

    def mark_shared_storage(self, *pairs):
        _backstep.warn(UserWarning, "mark_shared_storage is deprecated. Tensors with shared storages are automatically tracked. "
                       "Note that calls to `set_()` are not tracked", inside=True)

    @property
    def saved_tensors(self):
        return _backstep.saved_tensors(self)

    @property
    def saved_variables(self):
        _backstep.warn(DeprecationWarning, "'saved_variables' is deprecated; use 'saved_tensors'")
        return _backstep.saved_tensors(self)


class Function(FunctionCtx):
    """A class Cube(Function) with static forward(ctx, …) and backward(ctx, …): Cube.apply(…) is one node, CubeBackward."""
    __module__ = "torch.autograd.function"

    def __init__(self, *args, **kwargs):
        _backstep.warn(DeprecationWarning, f"{type(self)} should not be instantiated. Methods on autograd functionsare all static, so you "
                       "should invoke them on the class itself. Instantiating an autograd function will raise an error in a future "
                       "version of PyTorch.")

    def __call__(self, *args, **kwargs):
        raise RuntimeError("Legacy autograd function with non-static forward method is deprecated. Please use new-style autograd function "
                           "with static forward method. (Example: https://pytorch.org/docs/stable/autograd.html#torch.autograd.Function)")

    @staticmethod
    def forward(ctx, *args, **kwargs):
        raise NotImplementedError("You must implement the forward function for custom autograd.Function.")

    @staticmethod
    def backward(ctx, *grad_outputs):
        raise NotImplementedError("You must implement either the backward or vjp method for your custom autograd.Function to use it with "
                                  "backward mode AD.")

    @staticmethod
    def jvp(ctx, *grad_inputs):
        raise NotImplementedError("You must implement the jvp function for custom autograd.Function to use it with forward mode AD.")

    @classmethod
    def _new_context(cls):
        return FunctionCtx()

    @classmethod
    def apply(cls, *args, **kwargs):
        if kwargs:
            raise TypeError("apply() takes no keyword arguments")
        return _backstep.apply_function(cls, args)


def once_differentiable(fn):
    def wrapper(ctx, *args):
        if torch.is_grad_enabled():
            _backstep.unsupported("create_graph through once_differentiable", "a backward without it")
        return fn(ctx, *args)
    wrapper.__name__ = fn.__name__
    return wrapper


# ---- the gradient mode ----

class _DecoratorContextManager:
    """A context manager that is a decorator too."""

    def __call__(self, func):
        def decorate_context(*args, **kwargs):
            with self.clone():
                result = func(*args, **kwargs)
            if type(result).__name__ == "generator":
                _backstep.unsupported(f"{type(self).__name__} as the decorator of a generator", f"with torch.{type(self).__name__}() in it")
            return result
        return functools.wraps(func)(decorate_context)

    def clone(self):
        return type(self)()


class no_grad(_DecoratorContextManager):
    __module__ = "torch.autograd.grad_mode"

    def __init__(self):
        self.prev = False

    def __enter__(self):
        self.prev = torch.is_grad_enabled()
        torch._C._set_grad_enabled(False)

    def __exit__(self, exc_type, exc_value, traceback):
        torch._C._set_grad_enabled(self.prev)


class enable_grad(_DecoratorContextManager):
    __module__ = "torch.autograd.grad_mode"

    def __enter__(self):
        self.prev = torch.is_grad_enabled()
        torch._C._set_grad_enabled(True)

    def __exit__(self, exc_type, exc_value, traceback):
        torch._C._set_grad_enabled(self.prev)


class set_grad_enabled(_DecoratorContextManager):
    __module__ = "torch.autograd.grad_mode"

    def __init__(self, mode):
        self.prev = torch.is_grad_enabled()
        if not isinstance(mode, bool):
            raise TypeError(f"enabled must be a bool (got {type(mode).__name__})")
        torch._C._set_grad_enabled(mode)
        self.mode = mode

    def __enter__(self):
        pass

    def __exit__(self, exc_type, exc_value, traceback):
        torch._C._set_grad_enabled(self.prev)

    def clone(self):
        return type(self)(self.mode)


class inference_mode(_DecoratorContextManager):
    __module__ = "torch.autograd.grad_mode"

    def __init__(self, mode=True):
        self.mode = mode

    def __enter__(self):
        self.prev = (torch.is_grad_enabled(), torch.is_inference_mode_enabled())
        torch._C._set_inference_mode(self.mode)
        torch._C._set_grad_enabled(not self.mode)

    def __exit__(self, exc_type, exc_value, traceback):
        torch._C._set_inference_mode(self.prev[1])
        torch._C._set_grad_enabled(self.prev[0])

    def clone(self):
        return type(self)(self.mode)


class detect_anomaly:
    __module__ = "torch.autograd.anomaly_mode"

    def __init__(self, check_nan=True):
        self.prev = torch.is_anomaly_enabled()
        self.check_nan = check_nan
        _backstep.warn(UserWarning, "Anomaly Detection has been enabled. This mode will increase the runtime and should only be enabled "
                       "for debugging.")

    def __enter__(self):
        torch._C._set_anomaly_enabled(True, self.check_nan)

    def __exit__(self, *args):
        torch._C._set_anomaly_enabled(self.prev, True)


class set_detect_anomaly:
    __module__ = "torch.autograd.anomaly_mode"

    def __init__(self, mode, check_nan=True):
        self.prev = torch.is_anomaly_enabled()
        torch._C._set_anomaly_enabled(mode, check_nan)

    def __enter__(self):
        pass

    def __exit__(self, *args):
        torch._C._set_anomaly_enabled(self.prev, True)


def variable(*args, **kwargs):
    raise RuntimeError("torch.autograd.variable(...) is deprecated, use torch.tensor(...) instead")


from torch.autograd import functional  # last: it uses grad
from torch.autograd.gradcheck import gradcheck, gradgradcheck
