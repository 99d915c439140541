import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(809)
x1 = torch.tensor([-0.83, 1.6, -0.59], dtype=torch.float64, requires_grad=True)
a2 = torch.tensor([[1.52, -1.27], [1.0, -0.7], [0.9, 3.0]], dtype=torch.float64, requires_grad=True)
v5 = sum([x.item() for x in x1])
v6 = a2[[0, 1], [1, 0]]
v7 = '-'.join(str(k) for k in x1.shape)
print(a2.grad)
v8 = (a2-a2)**2
def f9(p, q, k=3, *args):
    p = p[None]
    if p.sum() > 0:
        return q.split(4)[0]
    return q
v10 = f9(v8, v6)
def f14(p):
    total = [0]
    def inner(q):
        total[0] += 1
        v15 = torch.sin(q)*torch.cos(q)
        return torch.mul(v15, q)
    print(total)
    return inner
v16 = f14(a2)(x1)
v18 = v8[:1]
x19 = torch.tensor([1.0, -1.0], requires_grad=True)
for k in range(5):
    y20 = (x19**2).sum()
    y20.backward()
    print(k, x19, y20.item(), x19.grad)
    x19.data.add_(x19.grad, alpha=-0.1)
    x19.grad = None
v21 = a2.clone()
k22 = 0
while v21.norm() < 100 and k22 < 5:
    k22 += 1
    v21 = torch.div((F.softplus(v10, beta=2)), 0.001, rounding_mode='floor')
    v21 = torch.sin(v21) * 1.5
print(x1.detach().numpy())
v25 = torch.floor_divide(x19, 0.25)
v26 = v18//v25
z27 = torch.tensor([-1.865], dtype=torch.float64, requires_grad=True)
x28 = torch.tensor([-1.3, 1.047, -0.84], dtype=torch.float64, requires_grad=True)
torch.manual_seed(48)
net29 = nn.Sequential(nn.Linear(3, 2))
v30x, v30y = torch.randn(4, 3), torch.ones(4, 2)
v30o = torch.optim.AdamW(net29.parameters(), lr=0.01)
v30c = F.smooth_l1_loss
for k in range(2):
    v30l = v30c(net29(v30x), v30y)
    v30o.zero_grad()
    v30l.backward()
    v30o.step()
    print(f'{k}: {v30l.item():.5f}')
print(list(net29.parameters())[0])
v32 = torch.count_nonzero(v21)
v33 = v26.to(torch.float64)
v34 = +v25
v35 = torch.isnan(x1)
v37 = 1/(1+torch.exp(-v26))
v38 = v35.repeat(1, 2, 1)
v8.sum().backward()
print(x1.grad)
print(a2.grad)
print(x19.grad)
print(z27.grad)
