import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(560)
z1 = torch.tensor(-0.23, requires_grad=True)
w2 = torch.tensor([0.916, -2.0, -0.7], requires_grad=True)
print(z1.item())
v6 = torch.logical_not(w2)
v7 = 2**w2
torch.manual_seed(64)
net8 = nn.Sequential(nn.Linear(1, 3), nn.ReLU(), nn.Dropout(0.), nn.Linear(3, 3))
v9x, v9y = torch.randn(4, 1), torch.ones(4, 3)
v9o = torch.optim.Adam(net8.parameters())
v9c = nn.HuberLoss()
for k in range(4):
    v9l = v9c(net8(v9x), v9y)
    v9o.zero_grad()
    v9l.backward()
    v9o.step()
    print(f'{k}: {v9l.item():.5f}')
with torch.no_grad():
    print(net8(v9x))
v10 = 0.5*(z1**2).sum()
v12 = type(v7).__name__
v10 = z1.expand_as(z1)
x14 = torch.tensor([[-1.153], [1.3], [1.12]], requires_grad=True)
v15 = v10.log()
v16 = x14[:-1]
v21 = sum(w2)
v10.data.mul_(1.0)
v22 = x14.T
try:
    v23 = torch.meshgrid(x14, x14, indexing='ij')[0]
except Exception as e:
    print(type(e).__name__, e)
v24 = torch.empty(0)
v15.backward()
v7.sum().backward()
print(z1.grad)
print(w2.grad)
print(x14.grad)
