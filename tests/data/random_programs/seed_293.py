import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(512)
a1 = torch.tensor(1.1, dtype=torch.float64, requires_grad=True)
x2 = torch.tensor([[-4], [1], [0]])
x3 = torch.tensor([-1.147, 0.33, -1.0], dtype=torch.float64, requires_grad=True)
x4 = torch.tensor([[-1.06, -1.056, 1.8]], dtype=torch.float64)
v6 = x4.clone()
k7 = 0
while v6.norm() < 2 and k7 < 3:
    k7 += 1
    v8 = torch.arange(1., requires_grad=True)
    v6 = v6 + k7
v9 = a1.T
v11 = torch.rsqrt(x3)
v12 = (x4.expm1()).clamp(max=0.5)
with torch.no_grad():
    v11[...,0]=1
v16 = x4.float()
v17 = x4.amax(1)
v18 = torch.fmin(v12, v11)
print(v12)
v19 = torch.autograd.grad(v9, [x3, a1], allow_unused=True)
v20 = torch.sum(v16, dim=-2)
v9.sum().backward(retain_graph=True)
with torch.no_grad():
    v16.fill_(2.0)
v21 = v17.std(unbiased=False)
v22 = v21.reciprocal()
a23 = torch.tensor([[-1.676, -0.75, 4.0], [-1.0, 1.351, -3.0], [0.572, -1.1, 1.1]], dtype=torch.float64, requires_grad=True)
torch.manual_seed(67)
net24 = nn.Linear(3, 3, bias=False)
print(net24)
v25x, v25y = torch.randn(4, 3), torch.rand(4, 3)
v25o = torch.optim.SGD(net24.parameters(), lr=0.1, weight_decay=0.01)
v25c = nn.BCEWithLogitsLoss()
for k in range(2):
    v25l = v25c(net24(v25x), v25y)
    v25o.zero_grad()
    v25l.backward()
    v25o.step()
    print(f'{k}: {v25l.item():.5f}')
print([p.norm().item() for p in net24.parameters()])
v26 = (v21/v21)**0.5
v27 = v17==v26
v9.backward()
print(a1.grad)
print(x3.grad)
print(a23.grad)
