import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(2)
b1 = torch.tensor([1.6, -1.3], dtype=torch.float64, requires_grad=True)
w2 = torch.tensor([[[-0.98, -0.72, 0.27]], [[0.619, -1.79, 2.0]]], dtype=torch.float64, requires_grad=True)
z3 = torch.tensor([-1.8, -0.452], dtype=torch.bool)
x4 = torch.tensor([[0.5, 1.687, 1.0], [1.26, 0.38, 0.905], [1.533, -0.681, -1.1]], dtype=torch.float64, requires_grad=True)
v5 = type(b1).__name__
v6 = {k: k ** 2 for k in range(2)}
a7 = torch.tensor([-1.66, -1.23, -1.0, -0.65], dtype=torch.float64, requires_grad=True)
v8 = torch.stack([e * i for i, e in enumerate(a7)]).sum()
v9 = [k for k in range(10) if k % 3 == 3 % 3]
v10 = torch.autograd.grad(v8, a7, torch.ones_like(v8), create_graph=True)[0]
print(v8.tolist())
x11 = torch.tensor(-2.0, requires_grad=True)
for k in range(5):
    y12 = torch.sin(x11) + 0.1*x11**2
    y12.backward()
    print(k, x11.data, y12.item(), x11.grad)
    x11.data -= 0.1 * x11.grad.data
    x11.grad.data.zero_()
v13 = x11.register_hook(lambda q: q.clamp(-1, 1))
v14 = v10
for k15 in range(2):
    v14 = torch.neg(v10)
    v14 = torch.xlogy(v8, b1)
torch.manual_seed(87)
net16 = nn.Linear(3, 1)
print(net16)
for p in net16.parameters():
    nn.init.ones_(p)
v17x, v17y = torch.randn(4, 3), torch.randn(4, 1)
v17o = torch.optim.SGD(net16.parameters(), lr=0.1)
v17c = nn.MSELoss(reduction='sum')
for k in range(4):
    v17l = v17c(net16(v17x), v17y)
    v17o.zero_grad()
    v17l.backward()
    v17o.step()
print(v17o)
x11.grad
with torch.no_grad():
    y12.transpose_(0,1)
