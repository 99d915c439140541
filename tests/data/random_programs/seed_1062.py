import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(731)
x1 = torch.tensor([[1.3, -0.41, 0.23], [0.7, -0.66, -1.276]], dtype=torch.float64, requires_grad=True)
b2 = torch.tensor([[-0.875], [1.463], [1.61]], dtype=torch.float64, requires_grad=True)
v3 = x1.sort()[0]
v4 = torch.logit(b2.sigmoid())
v5 = torch.autograd.grad(v3, x1, grad_outputs=torch.ones_like(v3))
torch.manual_seed(77)
net6 = nn.Sequential(nn.Linear(3, 3), nn.SiLU(), nn.Dropout(0.), nn.Linear(3, 1))
for p in net6.parameters():
    nn.init.ones_(p)
v7x, v7y = torch.randn(4, 3), torch.randn(4, 1)
v7o = torch.optim.SGD(net6.parameters(), lr=0.05, momentum=0.9)
v7c = nn.MSELoss(reduction='sum')
for k in range(2):
    v7l = v7c(net6(v7x), v7y)
    v7o.zero_grad()
    v7l.backward()
    v7o.step()
    print(f'{k}: {v7l.item():.5f}')
print(sum(p.numel() for p in net6.parameters()))
(v4 * v4).sum().backward()
torch.manual_seed(9)
net8 = nn.Sequential(nn.Linear(2, 4), nn.SiLU(), nn.Linear(4, 3))
v9x, v9y = torch.randn(4, 2), torch.ones(4, 3)
v9o = torch.optim.Adam(net8.parameters())
v9c = nn.HuberLoss()
for k in range(3):
    v9l = v9c(net8(v9x), v9y)
    v9o.zero_grad()
    v9l.backward()
    torch.nn.utils.clip_grad_norm_(net8.parameters(), 0.5)
    v9o.step()
print(sum(p.numel() for p in net8.parameters()))
v12 = F.gelu(v3)
x13 = torch.tensor(-3) > 0
with torch.no_grad():
    v3*=p
print(k)
v15 = F.softmax(v3, dim=-2)
print(v12.grad_fn.next_functions)
v18 = torch.tanh(v4)
b19 = torch.tensor([0.4, -1.647, -0.769], dtype=torch.float64, requires_grad=True)
v18[b19>0.25]=0.
v21 = v15[:, 0]
v22 = v12 * 1
for k23 in range(2):
    v22 = v21.argsort(-1)
    v22 = (0.29*p**3-2*p).sub(v15)
v24 = b19
k25 = 0
while v24.norm() < 5 and k25 < 2:
    k25 += 1
    v24 = v22**-1
    v24 = v24 - 0.1 * v24 ** 3
    if k25 == 1:
        break
b19
v26 = v21.to(torch.float64)
print(x1.grad)
print(b2.grad)
print(p.grad)
print(b19.grad)
