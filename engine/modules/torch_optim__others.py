# SPDX-License-Identifier: GPL-3.0-or-later
# Module torch.optim._others: the optimizers that fewer programs use, with PyTorch 1.13's updates in its own order.
#
# Native names relied on: those of torch.optim.
import math
import torch
from torch.optim import Optimizer, _check, _check_adam


def _decayed(group, param, gradient):
    return gradient.add(param, alpha=group["weight_decay"]) if group["weight_decay"] != 0 else gradient


class Adadelta(Optimizer):
    __module__ = "torch.optim.adadelta"

    def __init__(self, params, lr=1.0, rho=0.9, eps=1e-6, weight_decay=0, foreach=None, *, maximize=False):
        _check(0.0 <= lr, "learning rate", lr)
        _check(0.0 <= rho <= 1.0, "rho value", rho)
        _check(0.0 <= eps, "epsilon value", eps)
        _check(0.0 <= weight_decay, "weight_decay value", weight_decay)
        super().__init__(params, {"lr": lr, "rho": rho, "eps": eps, "weight_decay": weight_decay, "maximize": maximize, "foreach": foreach})

    def _update(self, group, param, gradient, state):
        if not state:
            state["step"] = 0
            state["square_avg"] = torch.zeros_like(param)
            state["acc_delta"] = torch.zeros_like(param)
        state["step"] += 1
        gradient = _decayed(group, param, gradient)
        square, moved, rho, eps = state["square_avg"], state["acc_delta"], group["rho"], group["eps"]
        square.mul_(rho).addcmul_(gradient, gradient, value=1 - rho)
        std = square.add(eps).sqrt_()
        delta = moved.add(eps).sqrt_().div_(std).mul_(gradient)
        moved.mul_(rho).addcmul_(delta, delta, value=1 - rho)
        param.add_(delta, alpha=-group["lr"])


class Adamax(Optimizer):
    __module__ = "torch.optim.adamax"

    def __init__(self, params, lr=2e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, foreach=None, *, maximize=False):
        _check_adam(lr, betas, eps, weight_decay)
        super().__init__(params, {"lr": lr, "betas": betas, "eps": eps, "weight_decay": weight_decay, "foreach": foreach,
                                  "maximize": maximize})

    def _update(self, group, param, gradient, state):
        if not state:
            state["step"] = torch.tensor(0.0)
            state["exp_avg"] = torch.zeros_like(param)
            state["exp_inf"] = torch.zeros_like(param)
        state["step"] += 1
        beta1, beta2 = group["betas"]
        gradient = _decayed(group, param, gradient)
        mean, largest = state["exp_avg"], state["exp_inf"]
        mean.mul_(beta1).add_(gradient, alpha=1 - beta1)
        largest.mul_(beta2)
        largest.copy_(torch.maximum(largest, gradient.abs().add_(group["eps"])))
        param.addcdiv_(mean, largest, value=-(group["lr"] / (1 - beta1 ** state["step"].item())))


class NAdam(Optimizer):
    __module__ = "torch.optim.nadam"

    def __init__(self, params, lr=2e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, momentum_decay=4e-3, foreach=None):
        _check_adam(lr, betas, eps, weight_decay)
        _check(0.0 <= momentum_decay, "momentum_decay value", momentum_decay)
        super().__init__(params, {"lr": lr, "betas": betas, "eps": eps, "weight_decay": weight_decay, "momentum_decay": momentum_decay,
                                  "foreach": foreach})

    def _update(self, group, param, gradient, state):
        if not state:
            state["step"] = torch.tensor(0.0)
            state["mu_product"] = torch.tensor(1.0)
            state["exp_avg"] = torch.zeros_like(param)
            state["exp_avg_sq"] = torch.zeros_like(param)
        state["step"] += 1
        step, lr, decay = state["step"].item(), group["lr"], group["momentum_decay"]
        beta1, beta2 = group["betas"]
        gradient = _decayed(group, param, gradient)
        mu = beta1 * (1. - 0.5 * (0.96 ** (step * decay)))
        mu_next = beta1 * (1. - 0.5 * (0.96 ** ((step + 1) * decay)))
        product = state["mu_product"]
        product *= mu
        product_next = product * mu * mu_next
        mean, square = state["exp_avg"], state["exp_avg_sq"]
        mean.mul_(beta1).add_(gradient, alpha=1 - beta1)
        square.mul_(beta2).addcmul_(gradient, gradient, value=1 - beta2)
        scale = square.div(1 - beta2 ** step).sqrt().add_(group["eps"])
        param.addcdiv_(gradient, scale, value=-lr * (1. - mu) / (1. - product.item()))
        param.addcdiv_(mean, scale, value=-lr * mu_next / (1. - product_next.item()))


class RAdam(Optimizer):
    __module__ = "torch.optim.radam"

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, foreach=None):
        _check_adam(lr, betas, eps, weight_decay)
        super().__init__(params, {"lr": lr, "betas": betas, "eps": eps, "weight_decay": weight_decay, "foreach": foreach})

    def _update(self, group, param, gradient, state):
        if not state:
            state["step"] = torch.tensor(0.0)
            state["exp_avg"] = torch.zeros_like(param)
            state["exp_avg_sq"] = torch.zeros_like(param)
        state["step"] += 1
        step, lr = state["step"].item(), group["lr"]
        beta1, beta2 = group["betas"]
        correction = 1 - beta2 ** step
        gradient = _decayed(group, param, gradient)
        mean, square = state["exp_avg"], state["exp_avg_sq"]
        mean.mul_(beta1).add_(gradient, alpha=1 - beta1)
        square.mul_(beta2).addcmul_(gradient, gradient, value=1 - beta2)
        corrected = mean / (1 - beta1 ** step)
        rho_inf = 2 / (1 - beta2) - 1
        rho = rho_inf - 2 * step * (beta2 ** step) / correction
        if rho > 5.:
            rectified = math.sqrt((rho - 4) * (rho - 2) * rho_inf / ((rho_inf - 4) * (rho_inf - 2) * rho))
            adaptive = math.sqrt(correction) / square.sqrt().add_(group["eps"])
            param.add_(corrected * lr * adaptive * rectified, alpha=-1.0)
        else:
            param.add_(corrected * lr, alpha=-1.0)


class Rprop(Optimizer):
    __module__ = "torch.optim.rprop"

    def __init__(self, params, lr=1e-2, etas=(0.5, 1.2), step_sizes=(1e-6, 50), foreach=None, maximize=False):
        _check(0.0 <= lr, "learning rate", lr)
        if not 0.0 < etas[0] < 1.0 < etas[1]:
            raise ValueError(f"Invalid eta values: {etas[0]}, {etas[1]}")
        super().__init__(params, {"lr": lr, "etas": etas, "step_sizes": step_sizes, "foreach": foreach, "maximize": maximize})

    def _update(self, group, param, gradient, state):
        if not state:
            state["step"] = 0
            state["prev"] = torch.zeros_like(param)
            state["step_size"] = torch.full_like(gradient, group["lr"])
        state["step"] += 1
        shorter, longer = group["etas"]
        smallest, largest = group["step_sizes"]
        factor = gradient.mul(state["prev"]).sign()
        factor[factor.gt(0)] = longer
        factor[factor.lt(0)] = shorter
        factor[factor.eq(0)] = 1
        state["step_size"].mul_(factor).clamp_(smallest, largest)
        gradient = gradient.clone()
        gradient[factor.eq(shorter)] = 0
        param.addcmul_(gradient.sign(), state["step_size"], value=-1)
        state["prev"].copy_(gradient)


class ASGD(Optimizer):
    __module__ = "torch.optim.asgd"

    def __init__(self, params, lr=1e-2, lambd=1e-4, alpha=0.75, t0=1e6, weight_decay=0, foreach=None, maximize=False):
        _check(0.0 <= lr, "learning rate", lr)
        _check(0.0 <= weight_decay, "weight_decay value", weight_decay)
        super().__init__(params, {"lr": lr, "lambd": lambd, "alpha": alpha, "t0": t0, "weight_decay": weight_decay, "foreach": foreach,
                                  "maximize": maximize})

    def _update(self, group, param, gradient, state):
        if not state:
            state["step"] = torch.tensor(0.0)
            state["eta"] = torch.tensor(group["lr"])
            state["mu"] = torch.tensor(1.0)
            state["ax"] = torch.zeros_like(param)
        state["step"] += 1
        step, eta, mu, average = state["step"].item(), state["eta"], state["mu"], state["ax"]
        gradient = _decayed(group, param, gradient)
        param.mul_(1 - group["lambd"] * eta.item())
        param.add_(gradient, alpha=-eta.item())
        if mu.item() != 1:
            average.add_(param.sub(average).mul(mu))
        else:
            average.copy_(param)
        eta.copy_(torch.tensor(group["lr"] / math.pow((1 + group["lambd"] * group["lr"] * step), group["alpha"])))
        mu.copy_(torch.tensor(1 / max(1, step - group["t0"])))
