import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(551)
w1 = torch.tensor([[-1.0, -3.0], [1.47, 1.2]], dtype=torch.float64, requires_grad=True)
a2 = torch.tensor([[-1.0], [1.33], [1.435]], dtype=torch.float64, requires_grad=True)
a3 = torch.tensor([[-1.88], [1.66], [1.99]], dtype=torch.float64, requires_grad=True)
v4 = (torch.square(w1)).add(w1)
v5 = torch.linalg.norm(a3, dim=0)
print(v5.norm())
v7 = v4.register_hook(lambda q: q * 2)
w8 = torch.tensor([[-1.79, 1.236, 0.57], [0.0, 1.5, -1.981]], dtype=torch.float64, requires_grad=True)
v10 = v4.any()
x11 = torch.tensor(0.3, requires_grad=True)
for k in range(3):
    y12 = torch.sin(x11) + 0.1*x11**2
    y12.backward()
    print(k, x11.detach(), y12.item(), x11.grad)
    with torch.no_grad():
        x11 = x11 - 0.1 * x11.grad
    x11.requires_grad_()
v13 = a2.clone()
for k14 in (1, 2):
    v15 = (torch.count_nonzero(x11))+y12*y12-y12/(-0.5)
    if k14 == 2:
        continue
v16 = w8
for k17 in [0.5, 1, 2]:
    v18 = torch.linalg.vector_norm(v13)
with torch.no_grad():
    v16.data.mul_(2.0)
v19 = v16.masked_fill(y12>3.0, (-0.5))
print(v19.norm())
print(repr(k14))
print(v18, y12, sep=' | ')
v22 = v19.median(-2).values
try:
    v23 = torch.linalg.solve(v5, (v16.gt(0.25)))
except RuntimeError as e:
    print(type(e).__name__, e)
v24 = torch.frac(x11)
print(x11.grad)
v24.backward()
v24.sum().backward()
print(w1.grad)
print(a2.grad)
print(a3.grad)
print(w8.grad)
