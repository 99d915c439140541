import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(360)
w1 = torch.tensor([[[1.436, -1.01, -1.57]], [[0.15, 0.5, -2.0]]], dtype=torch.float64, requires_grad=True)
z2 = torch.tensor([[1.6, -1.59, -1.94]], dtype=torch.float64, requires_grad=True)
x3 = torch.tensor([[[1.0, -2.0], [1.136, -2.0]], [[-3.0, -0.53], [1.635, 2.0]]], dtype=torch.float32)
z4 = torch.tensor([-1.01, 1.15, -1.0, -3.0], dtype=torch.float64, requires_grad=True)
v5 = x3.amax((-2, 0), keepdim=True)
print(w1.detach().numpy())
v6 = z2.view(-1)
v7 = z2.register_hook(lambda q: q.clamp(-1, 1))
v8 = torch.tensor(w1)
v9 = z2
k10 = 0
while v9.norm() < 2 and k10 < 4:
    k10 += 1
    print(repr(v7))
    if k10 == 2:
        continue
v12 = v9
k13 = 0
while v12.norm() < 5 and k13 < 2:
    k13 += 1
    v14 = v5*z4.unsqueeze(-1)
    v12 = nn.L1Loss(reduction='sum')((v6.to(v6.dtype)), v8)
v18 = torch.sub(v8, v8, alpha=3)
v19 = v8[1:]
print(str(v9))
print(v19.grad_fn)
print(f"{v14!r:>5}")
f21 = lambda p, q=-1.5: F.tanhshrink((p.norm(p=2, dim=-2)))
v22 = f21(v8, z2)
v23 = v22+v19.sum()
v24 = F.normalize(v18, dim=1)
v12.backward()
v14.sum().backward()
print(w1.grad)
print(z2.grad)
print(z4.grad)
print(v9.grad)
