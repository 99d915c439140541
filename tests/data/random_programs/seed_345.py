import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(419)
w1 = torch.tensor([1.932, -0.82, 1.14], dtype=torch.float64, requires_grad=True)
x2 = torch.tensor([1.291, 0.55, -0.2], dtype=torch.float64, requires_grad=True)
class C3(torch.autograd.Function):
    @staticmethod
    def forward(ctx, u, k):
        ctx.save_for_backward(u)
        ctx.k = k
        return u * u * k
    @staticmethod
    def backward(ctx, grad):
        u, = ctx.saved_tensors
        return grad * 2 * u * ctx.k, None
v4 = C3.apply(w1, 3.0)
v5 = v4==0
v6 = w1.gt(3.0)
w7 = torch.tensor([[1.0, 1.7, -3.0]], dtype=torch.float64, requires_grad=True)
print(v6)
x8 = torch.tensor(0.3, requires_grad=True)
for k in range(2):
    y9 = torch.sin(x8) + 0.1*x8**2
    y9.backward()
    print(k, x8, y9.item(), x8.grad)
    with torch.no_grad():
        x8 -= 0.1 * x8.grad
    x8.grad.zero_()
v10 = torch.einsum('...i, i->...', w1, w1)
v11 = (torch.zeros_like(w7))>=y9
print(len(w7), v10.numel())
v12 = x8.unique()
v13 = x8.clone()
for k14 in [0.5, 1, 2]:
    v13 = (v10.data).float()
    v13 = torch.quantile((v10.std()), 0.5)
    if k14 == 1:
        continue
print(repr(k14))
v17 = 0.5 * 2 - 3.0 / 3
v18 = [p for p in (v13, w1) if p.requires_grad]
v20 = w7 * 1
for k21 in x2:
    print(v10)
v10.backward(gradient=v13)
print(f"{x2!r:>5}")
v22 = torch.remainder(x2, v20)
v26 = v13.clone()
k27 = 0
while v26.norm() < 100 and k27 < 2:
    k27 += 1
    v26 = torch.pow(v4, v13)
    print(x8.grad)
    v26 = torch.sin(v26) * 1.5
v4.sum().backward()
print(w1.grad)
print(x2.grad)
print(w7.grad)
print(x8.grad)
