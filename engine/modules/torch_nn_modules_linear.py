# SPDX-License-Identifier: GPL-3.0-or-later
# Module torch.nn.modules.linear: Identity, Linear and LazyLinear; a Linear draws its weight, then its bias, as PyTorch does.
import _backstep
import math
import torch
from torch.nn import functional as F
from torch.nn import init
from torch.nn.modules.module import Module, Parameter


class Identity(Module):
    def __init__(self, *args, **kwargs):
        super().__init__()

    def forward(self, input):
        return input


class Linear(Module):
    def __init__(self, in_features, out_features, bias=True, device=None, dtype=None):
        super().__init__()
        self.in_features = in_features
        self.out_features = out_features
        self.weight = Parameter(torch.empty((out_features, in_features), device=device, dtype=dtype))
        if bias:
            self.bias = Parameter(torch.empty(out_features, device=device, dtype=dtype))
        else:
            self.register_parameter("bias", None)
        self.reset_parameters()

    def reset_parameters(self):
        init.kaiming_uniform_(self.weight, a=math.sqrt(5))
        if self.bias is not None:
            fan_in = self.weight.size(1)
            bound = 1 / math.sqrt(fan_in) if fan_in > 0 else 0
            init.uniform_(self.bias, -bound, bound)

    def forward(self, input):
        parameters = self._parameters
        return F.linear(input, parameters["weight"], parameters["bias"])

    def extra_repr(self):
        return f"in_features={self.in_features}, out_features={self.out_features}, bias={self.bias is not None}"


class UninitializedParameter:
    """What a lazy layer has before its first call. It has no shape; only its (empty) data can be had."""
    __module__ = "torch.nn.parameter"
    grad = None
    grad_fn = None
    is_leaf = True
    requires_grad = True

    def __init__(self):
        self.data = torch.empty(0)

    @property
    def shape(self):
        raise RuntimeError("Can't access the shape of an uninitialized parameter or buffer. This error usually happens in "
                           "`load_state_dict` when trying to load an uninitialized parameter into an initialized one. Call `forward` to "
                           "initialize the parameters before accessing their attributes.")

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(f"'UninitializedParameter' object has no attribute '{name}'")
        _backstep.unsupported(f"{name} of a LazyLinear's parameter before its first call", "calling the network once before")

    def __repr__(self):
        return "<UninitializedParameter>"


_warned = []
_INSTEAD = "calling the network once before, or nn.Linear"


class LazyLinear(Linear):
    """A Linear that learns from its first input how many features it takes; then it is one."""

    def __init__(self, out_features, bias=True, device=None, dtype=None):
        if not _warned:
            _warned.append(True)
            _backstep.warn(UserWarning, "Lazy modules are a new feature under heavy development so changes to the API or functionality "
                           "can happen at any moment.", inside=True)
        Module.__init__(self)
        self.in_features = 0
        self.out_features = out_features
        self.__dict__["_lazy"] = (bias, device, dtype)
        self.__dict__["weight"] = UninitializedParameter()
        self.__dict__["bias"] = UninitializedParameter() if bias else None

    def __call__(self, *input, **kwargs):
        self._become_linear(*input)
        return self(*input, **kwargs)

    def _become_linear(self, input, *more):
        own = self.__dict__
        bias, device, dtype = own.pop("_lazy")
        del own["weight"], own["bias"]
        self.__class__ = Linear
        self.in_features = input.shape[-1]
        self.weight = Parameter(torch.empty((self.out_features, self.in_features), device=device, dtype=dtype))
        if bias:
            self.bias = Parameter(torch.empty(self.out_features, device=device, dtype=dtype))
        else:
            self.register_parameter("bias", None)
        self.reset_parameters()

    def has_uninitialized_params(self):
        return True

    def _members(self, table, prefix, recurse):
        if table == "_parameters":
            _backstep.unsupported("the parameters of a LazyLinear before its first call", _INSTEAD)
        return super()._members(table, prefix, recurse)

    def _save_to_state_dict(self, destination, prefix, keep_vars):
        _backstep.unsupported("the state of a LazyLinear before its first call", _INSTEAD)

    def _apply(self, fn):
        _backstep.unsupported("moving a LazyLinear before its first call", _INSTEAD)

    def load_state_dict(self, state_dict, strict=True):
        _backstep.unsupported("loading a LazyLinear before its first call", _INSTEAD)
