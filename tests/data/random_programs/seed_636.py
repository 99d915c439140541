import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(4)
z1 = torch.tensor([[-0.72, -0.5, -1.2], [1.81, 1.3, 3.0]], requires_grad=True)
x2 = torch.tensor([-0.2, -1.6, -1.17], requires_grad=True)
v3 = F.softplus(z1, beta=2)
torch.manual_seed(40)
net4 = nn.Linear(3, 1)
print(net4)
v5x, v5y = torch.randn(4, 3), torch.randn(4, 1)
v5o = torch.optim.SGD(net4.parameters(), lr=0.1)
v5c = nn.MSELoss()
for k in range(4):
    v5l = v5c(net4(v5x), v5y)
    v5o.zero_grad()
    v5l.backward()
    v5o.step()
    print(f'{k}: {v5l.item():.5f}')
print(v5o)
x2.grad
x6 = torch.tensor(-2.0, requires_grad=True)
for k in range(3):
    y7 = torch.sin(x6) + 0.1*x6**2
    y7.backward()
    print(k, x6.detach(), y7.item(), x6.grad)
    with torch.no_grad():
        x6 = x6 - 0.1 * x6.grad
    x6.requires_grad_()
v8 = torch.rand_like(x2)
print(v8.norm())
x9 = torch.tensor([[2.0, -0.08], [3.0, 0.166], [0.15, -1.3]], requires_grad=True)
v10 = v8[1:]
v11 = v3
for k12 in v10:
    v11 = F.leaky_relu(v10, 0.1)
    v13 = torch.numel(z1)
    if k12 == 2:
        continue
v14 = torch.cummin(k12, 1).values
v15 = torch.empty(0)
v16 = v3.register_hook(lambda q: print('hook', q))
v17 = v14.std(unbiased=False)
print(f'{v3.sum().item():+.2e} {4:03d}')
v18 = x2.reshape(-1)
v19 = v15[-2:]
v20 = y7.clone()
k21 = 0
while v20.norm() < 100 and k21 < 5:
    k21 += 1
    v24 = (v14-v14.mean())/v20.std()
v19 = v24.storage_offset()
v18.sum().backward()
print(z1.grad)
print(x2.grad)
print(x6.grad)
print(x9.grad)
