import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(245)
z1 = torch.tensor([-0.04, 0.1], dtype=torch.float64, requires_grad=True)
x2 = torch.tensor([[0, 1], [0, 0]]) > 0
v3 = z1.register_hook(lambda q: q.clamp(-1, 1))
v4 = nn.Parameter(torch.randn(1))
v5 = F.cross_entropy(z1, F.softmax(z1, -1))
v6 = z1.mean(dim=0, keepdim=True)
v7 = v4*v4*v4
b8 = torch.tensor(-1.16, dtype=torch.float64, requires_grad=True)
v4 = torch.isnan(b8)
v11 = F.tanhshrink((b8.to(torch.float64)))
print(f'{b8:.3f}')
try:
    v12 = F.cross_entropy(v11, v7.argmax(1), weight=torch.rand(2))
except Exception as e:
    print(type(e).__name__, e)
f14 = lambda p, q=0.001: q.quantile(0.3, dim=-1)
v15 = f14(v7, v5)
print(v15.tolist())
v17 = torch.tensor([[(-0.5), 1], [3, 0.1]])
b8
v18 = np.mean(v6.tolist())
v15.reciprocal_()
v19 = (v15.sqrt())*v6
print(v18)
v15.backward()
v11.sum().backward()
print(z1.grad)
print(b8.grad)
