import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(883)
a1 = torch.tensor([[[1.03, -0.332, -2.0]], [[0.1, -1.255, 1.4]]], dtype=torch.float64, requires_grad=True)
b2 = torch.tensor([[-2, 3, 3], [1, 2, 0]])
z3 = torch.tensor([[0.35], [1.7], [-1.0]], dtype=torch.float64, requires_grad=True)
v4 = b2+3.0
try:
    v5 = v4//a1
    v6 = v5.view(7, 7)
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
else:
    done = True
v7 = (torch.nansum(v4)).dim()
a1 = v4.masked_select(v4>1.0)
print(v5.shape, a1.dtype)
x10 = torch.tensor(1.5, requires_grad=True)
for k in range(5):
    y11 = (x10 - 3)**2 + 1
    y11.backward()
    print(k, x10, y11.item(), x10.grad)
    with torch.no_grad():
        x10 -= 0.1 * x10.grad
    x10.grad.zero_()
class C12(torch.autograd.Function):
    @staticmethod
    def forward(ctx, u, k):
        ctx.save_for_backward(u)
        ctx.k = k
        return u * u * k
    @staticmethod
    def backward(ctx, grad):
        u, = ctx.saved_tensors
        return grad * 2 * u * ctx.k, None
v13 = C12.apply(z3, 3.0)
print(y11.grad)
print(f"{y11.item():.4f} {x10.shape}")
print(torch.allclose(y11, y11))
z3 = torch.tan((v4[torch.tensor([True, False])]))
print(v13.grad_fn.name())
v13.sum().backward()
print(x10.grad)
