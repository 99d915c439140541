# SPDX-License-Identifier: GPL-3.0-or-later
# Module torch.optim: the optimizers of a first network, with PyTorch 1.13's one-tensor-at-a-time updates in its own order.
#
# Native names relied on: torch._C._set_grad_enabled, torch.is_grad_enabled, torch.enable_grad, torch.typename, clone zeros_like full_like
# maximum, and of tensors add(other, alpha=) add_(other, alpha=) mul_ addcmul_(a, b, value=) addcdiv_(a, b, value=) addcmul(a, b, value=)
# sqrt sqrt_ copy_ detach detach_ requires_grad_ zero_ item is_leaf retains_grad; a tensor's hash is its identity.
import _backstep
import math
import torch
from collections import defaultdict
from torch import Tensor


class _RequiredParameter:
    __module__ = "torch.optim.optimizer"

    def __repr__(self):
        return "<required parameter>"


required = _RequiredParameter()


def _deep_copy(value):
    if isinstance(value, Tensor):
        return value.detach().clone()
    if isinstance(value, dict):
        return {key: _deep_copy(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_deep_copy(inner) for inner in value]
    return value


class Optimizer:
    __module__ = "torch.optim.optimizer"

    def __init__(self, params, defaults):
        self.defaults = defaults
        if isinstance(params, Tensor):
            raise TypeError("params argument given to the optimizer should be an iterable of Tensors or dicts, but got " +
                            torch.typename(params))
        self.state = defaultdict(dict)
        self.param_groups = []
        groups = list(params)
        if not groups:
            raise ValueError("optimizer got an empty parameter list")
        if not isinstance(groups[0], dict):
            groups = [{"params": groups}]
        for group in groups:
            self.add_param_group(group)

    def __repr__(self):
        text = type(self).__name__ + " ("
        for i, group in enumerate(self.param_groups):
            text += f"\nParameter Group {i}\n"
            for key in sorted(group.keys()):
                if key != "params":
                    text += f"    {key}: {group[key]}\n"
        return text + ")"

    def add_param_group(self, param_group):
        assert isinstance(param_group, dict), "param group must be a dict"
        params = param_group["params"]
        if isinstance(params, Tensor):
            param_group["params"] = [params]
        elif isinstance(params, set):
            raise TypeError("optimizer parameters need to be organized in ordered collections, but the ordering of tensors in sets "
                            "will change between runs. Please use a list instead.")
        else:
            param_group["params"] = list(params)
        for param in param_group["params"]:
            if not isinstance(param, Tensor):
                raise TypeError("optimizer can only optimize Tensors, but one of the params is " + torch.typename(param))
            if not self.defaults.get("differentiable", None) and not (param.is_leaf or param.retains_grad):
                raise ValueError("can't optimize a non-leaf Tensor")
        for name, default in self.defaults.items():
            if default is required and name not in param_group:
                raise ValueError("parameter group didn't specify a value of required optimization parameter " + name)
            param_group.setdefault(name, default)
        here = {id(param) for param in param_group["params"]}
        if len(here) != len(param_group["params"]):
            _backstep.warn(UserWarning, "optimizer contains a parameter group with duplicate parameters; in future, this will cause an "
                           "error; see github.com/pytorch/pytorch/issues/40967 for more information")
        for group in self.param_groups:
            for param in group["params"]:
                if id(param) in here:
                    raise ValueError("some parameters appear in more than one parameter group")
        if param_group.get("foreach"):
            _backstep.unsupported("foreach=True", "foreach=None")
        if param_group.get("capturable"):
            _backstep.unsupported("capturable=True", "capturable=False")
        self.param_groups.append(param_group)

    def zero_grad(self, set_to_none=False):
        for group in self.param_groups:
            for param in group["params"]:
                gradient = param.grad
                if gradient is None:
                    continue
                if set_to_none:
                    param.grad = None
                    continue
                if gradient.grad_fn is not None:
                    gradient.detach_()
                else:
                    gradient.requires_grad_(False)
                gradient.zero_()

    def step(self, closure=None):
        loss = None
        if closure is not None:
            with torch.enable_grad():
                loss = closure()
        enabled = torch.is_grad_enabled()
        torch._C._set_grad_enabled(self.defaults.get("differentiable", False))
        try:
            for group in self.param_groups:
                for param in group["params"]:
                    if param.grad is not None:
                        gradient = -param.grad if group.get("maximize") else param.grad
                        self._update(group, param, gradient, self.state[param])
        finally:
            torch._C._set_grad_enabled(enabled)
        return loss

    def _update(self, group, param, gradient, state):
        raise NotImplementedError

    def state_dict(self):
        numbers = {}
        groups = []
        for group in self.param_groups:
            packed = {key: value for key, value in group.items() if key != "params"}
            for param in group["params"]:
                numbers.setdefault(id(param), len(numbers))
            packed["params"] = [numbers[id(param)] for param in group["params"]]
            groups.append(packed)
        state = {numbers[id(key)] if isinstance(key, Tensor) else key: value for key, value in self.state.items()}
        return {"state": state, "param_groups": groups}

    def load_state_dict(self, state_dict):
        saved = _deep_copy(state_dict)
        if len(self.param_groups) != len(saved["param_groups"]):
            raise ValueError("loaded state dict has a different number of parameter groups")
        by_number = {}
        for group, new in zip(self.param_groups, saved["param_groups"]):
            if len(group["params"]) != len(new["params"]):
                raise ValueError("loaded state dict contains a parameter group that doesn't match the size of optimizer's group")
            for number, param in zip(new["params"], group["params"]):
                by_number[number] = param
            new["params"] = group["params"]
        self.param_groups = saved["param_groups"]
        self.state = defaultdict(dict)
        for key, value in saved["state"].items():
            self.state[by_number.get(key, key)] = value


def _check(condition, name, value):
    if not condition:
        raise ValueError(f"Invalid {name}: {value}")


class SGD(Optimizer):
    __module__ = "torch.optim.sgd"

    def __init__(self, params, lr=required, momentum=0, dampening=0, weight_decay=0, nesterov=False, *, maximize=False, foreach=None,
                 differentiable=False):
        _check(lr is required or not lr < 0.0, "learning rate", lr)
        _check(not momentum < 0.0, "momentum value", momentum)
        _check(not weight_decay < 0.0, "weight_decay value", weight_decay)
        defaults = {"lr": lr, "momentum": momentum, "dampening": dampening, "weight_decay": weight_decay, "nesterov": nesterov,
                    "maximize": maximize, "foreach": foreach, "differentiable": differentiable}
        if nesterov and (momentum <= 0 or dampening != 0):
            raise ValueError("Nesterov momentum requires a momentum and zero dampening")
        super().__init__(params, defaults)

    def _update(self, group, param, gradient, state):
        if group["weight_decay"] != 0:
            gradient = gradient.add(param, alpha=group["weight_decay"])
        momentum = group["momentum"]
        buffer = state.get("momentum_buffer")
        if momentum != 0:
            if buffer is None:
                buffer = torch.clone(gradient).detach()
            else:
                buffer.mul_(momentum).add_(gradient, alpha=1 - group["dampening"])
            gradient = gradient.add(buffer, alpha=momentum) if group["nesterov"] else buffer
        state["momentum_buffer"] = buffer
        param.add_(gradient, alpha=-group["lr"])


def _check_adam(lr, betas, eps, weight_decay):
    _check(0.0 <= lr, "learning rate", lr)
    _check(0.0 <= eps, "epsilon value", eps)
    _check(0.0 <= betas[0] < 1.0, "beta parameter at index 0", betas[0])
    _check(0.0 <= betas[1] < 1.0, "beta parameter at index 1", betas[1])
    _check(0.0 <= weight_decay, "weight_decay value", weight_decay)


def _adam_moments(group, param, state):
    if not state:
        state["step"] = torch.tensor(0.0)
        state["exp_avg"] = torch.zeros_like(param)
        state["exp_avg_sq"] = torch.zeros_like(param)
        if group["amsgrad"]:
            state["max_exp_avg_sq"] = torch.zeros_like(param)


def _adam_update(group, param, gradient, state):
    beta1, beta2 = group["betas"]
    mean, square = state["exp_avg"], state["exp_avg_sq"]
    mean.mul_(beta1).add_(gradient, alpha=1 - beta1)
    square.mul_(beta2).addcmul_(gradient, gradient, value=1 - beta2)
    step = state["step"].item()
    step_size = group["lr"] / (1 - beta1 ** step)
    correction = math.sqrt(1 - beta2 ** step)
    if group["amsgrad"]:
        highest = state["max_exp_avg_sq"]
        highest.copy_(torch.maximum(highest, square))
        square = highest
    param.addcdiv_(mean, (square.sqrt() / correction).add_(group["eps"]), value=-step_size)


class Adam(Optimizer):
    __module__ = "torch.optim.adam"

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, amsgrad=False, *, foreach=None, maximize=False,
                 capturable=False, differentiable=False, fused=False):
        _check_adam(lr, betas, eps, weight_decay)
        super().__init__(params, {"lr": lr, "betas": betas, "eps": eps, "weight_decay": weight_decay, "amsgrad": amsgrad,
                                  "maximize": maximize, "foreach": foreach, "capturable": capturable,
                                  "differentiable": differentiable, "fused": fused})
        if fused:
            if differentiable:
                raise RuntimeError("`fused` cannot be `differentiable`")
            raise RuntimeError("FusedAdam requires all the params to be CUDA, floating point")
        if differentiable:
            _backstep.unsupported("Adam(differentiable=True)", "SGD(differentiable=True)")

    def _update(self, group, param, gradient, state):
        _adam_moments(group, param, state)
        state["step"] += 1
        if group["weight_decay"] != 0:
            gradient = gradient.add(param, alpha=group["weight_decay"])
        _adam_update(group, param, gradient, state)


class AdamW(Optimizer):
    __module__ = "torch.optim.adamw"

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=1e-2, amsgrad=False, *, maximize=False, foreach=None,
                 capturable=False):
        _check_adam(lr, betas, eps, weight_decay)
        super().__init__(params, {"lr": lr, "betas": betas, "eps": eps, "weight_decay": weight_decay, "amsgrad": amsgrad,
                                  "foreach": foreach, "maximize": maximize, "capturable": capturable})

    def _update(self, group, param, gradient, state):
        _adam_moments(group, param, state)
        state["step"] += 1
        param.mul_(1 - group["lr"] * group["weight_decay"])
        _adam_update(group, param, gradient, state)


class Adagrad(Optimizer):
    __module__ = "torch.optim.adagrad"

    def __init__(self, params, lr=1e-2, lr_decay=0, weight_decay=0, initial_accumulator_value=0, eps=1e-10, foreach=None, *,
                 maximize=False):
        _check(0.0 <= lr, "learning rate", lr)
        _check(0.0 <= lr_decay, "lr_decay value", lr_decay)
        _check(0.0 <= weight_decay, "weight_decay value", weight_decay)
        _check(0.0 <= initial_accumulator_value, "initial_accumulator_value value", initial_accumulator_value)
        _check(0.0 <= eps, "epsilon value", eps)
        super().__init__(params, {"lr": lr, "lr_decay": lr_decay, "eps": eps, "weight_decay": weight_decay,
                                  "initial_accumulator_value": initial_accumulator_value, "foreach": foreach, "maximize": maximize})
        for group in self.param_groups:
            for param in group["params"]:
                state = self.state[param]
                state["step"] = torch.tensor(0.0)
                state["sum"] = torch.full_like(param, initial_accumulator_value)

    def _update(self, group, param, gradient, state):
        state["step"] += 1
        step = state["step"].item()
        if group["weight_decay"] != 0:
            gradient = gradient.add(param, alpha=group["weight_decay"])
        total = state["sum"]
        total.addcmul_(gradient, gradient, value=1)
        param.addcdiv_(gradient, total.sqrt().add_(group["eps"]), value=-(group["lr"] / (1 + (step - 1) * group["lr_decay"])))


class RMSprop(Optimizer):
    __module__ = "torch.optim.rmsprop"

    def __init__(self, params, lr=1e-2, alpha=0.99, eps=1e-8, weight_decay=0, momentum=0, centered=False, foreach=None, maximize=False,
                 differentiable=False):
        _check(0.0 <= lr, "learning rate", lr)
        _check(0.0 <= eps, "epsilon value", eps)
        _check(0.0 <= momentum, "momentum value", momentum)
        _check(0.0 <= weight_decay, "weight_decay value", weight_decay)
        _check(0.0 <= alpha, "alpha value", alpha)
        super().__init__(params, {"lr": lr, "momentum": momentum, "alpha": alpha, "eps": eps, "centered": centered,
                                  "weight_decay": weight_decay, "foreach": foreach, "maximize": maximize,
                                  "differentiable": differentiable})

    def _update(self, group, param, gradient, state):
        if not state:
            state["step"] = 0
            state["square_avg"] = torch.zeros_like(param)
            if group["momentum"] > 0:
                state["momentum_buffer"] = torch.zeros_like(param)
            if group["centered"]:
                state["grad_avg"] = torch.zeros_like(param)
        state["step"] += 1
        if group["weight_decay"] != 0:
            gradient = gradient.add(param, alpha=group["weight_decay"])
        alpha = group["alpha"]
        square = state["square_avg"]
        square.mul_(alpha).addcmul_(gradient, gradient, value=1 - alpha)
        if group["centered"]:
            mean = state["grad_avg"]
            mean.mul_(alpha).add_(gradient, alpha=1 - alpha)
            scale = square.addcmul(mean, mean, value=-1).sqrt_()
        else:
            scale = square.sqrt()
        scale = scale.add(group["eps"]) if group["differentiable"] else scale.add_(group["eps"])
        if group["momentum"] > 0:
            buffer = state["momentum_buffer"]
            buffer.mul_(group["momentum"]).addcdiv_(gradient, scale)
            param.add_(buffer, alpha=-group["lr"])
        else:
            param.addcdiv_(gradient, scale, value=-group["lr"])


def _refused(name):
    class Refused(Optimizer):
        def __init__(self, *args, **kwargs):
            _backstep.unsupported("torch.optim." + name, "torch.optim.Adam")
    Refused.__name__ = name
    return Refused


for _name in "LBFGS SparseAdam".split():
    globals()[_name] = _refused(_name)

from torch.optim._others import ASGD, Adadelta, Adamax, NAdam, RAdam, Rprop  # last: they build on Optimizer
from torch.optim import lr_scheduler
