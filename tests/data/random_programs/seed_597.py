import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(436)
z1 = torch.tensor([-0.122, 1.508, 1.62, 0.5], dtype=torch.float64, requires_grad=True)
x2 = torch.tensor([[-0.939, -0.19, -1.5]], dtype=torch.float64, requires_grad=True)
print(z1)
v3 = x2.reshape(-1)
try:
    v3.t_()
except RuntimeError as e:
    print(type(e).__name__, e)
x4 = torch.tensor([1.0, -1.0], requires_grad=True)
for k in range(3):
    y5 = (x4 * torch.tensor([1., 2.])).pow(2).sum()
    y5.backward()
    print(k, x4.tolist(), y5.item(), x4.grad)
    with torch.no_grad():
        x4 = x4 - 0.1 * x4.grad
    x4.requires_grad_()
v6 = torch.floor_divide(z1, (-0.5))
print(y5.tolist())
v8 = (torch.square(z1)).pow((-0.5))
def f9(p, q):
    p = p.median()
    if p.sum() > 0:
        return torch.bmm(p, p)
    return q
v10 = f9(v3, v8)
v11 = x4.is_leaf
v13 = v3.remainder((-0.5))
with torch.no_grad():
    v13.exp_()
print(repr(k))
v17 = v10.maximum(v10)
print(z1.tolist())
v18 = v13.grad
x20 = torch.tensor([[-0.146, -0.617], [-1.0, -1.665]])
v17.sum().backward()
print(z1.grad)
print(x2.grad)
print(x4.grad)
