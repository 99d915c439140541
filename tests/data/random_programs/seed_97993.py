import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(697)
z1 = torch.tensor([[-0.5, 1.72, 1.0], [-1.0, 3.0, -1.285], [-1.57, -0.866, -1.069]], requires_grad=True)
a2 = torch.tensor([[-0.24, 2.0, 1.6], [-1.0, 0.2, 0.23]], requires_grad=True)
print(a2.grad)
v3 = z1.argmax()
a2.sort(-2, descending=True)[1]
print(v3)
with torch.inference_mode():
    print(f"{a2!r:>5}")
    v7 = z1.std(0, keepdim=True)
v8 = v7.ravel()
with torch.no_grad():
    v8.data.mul_(1.0)
v10 = torch.nansum((torch.logcumsumexp(z1, 0)))
print(f'{a2.sum().item():+.2e} {4:03d}')
x11 = torch.tensor(-2.0, requires_grad=True)
for k in range(5):
    y12 = (x11**2).sum()
    y12.backward()
    print(k, x11, y12.item(), x11.grad)
    x11.data.add_(x11.grad, alpha=-0.1)
    x11.grad = None
v13 = torch.kron(x11, x11)
z14 = torch.randn(1, requires_grad=True)
v15 = [*v8]
v13.detach_()
print(f'{v10:.3f}')
v16 = z14[:1]
print(f"{v13.item():.4f} {v13.shape}")
print(y12.grad_fn.name())
v17 = (v13*2)>0
v18 = z1.clone()
for k19 in [0.5, 1, 2]:
    v18 = 0.5*((v18.log())**2).sum()
    v18 = v18 - 0.1 * v18 ** 3
print(z14)
v10.backward()
print(z1.grad)
print(a2.grad)
print(x11.grad)
print(z14.grad)
