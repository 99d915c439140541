import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(284)
w1 = torch.tensor([-3.0, 4.0], dtype=torch.float64, requires_grad=True)
x2 = torch.tensor([[2.0, -2.0, 1.898], [-0.032, 0.97, 1.394]], dtype=torch.float64, requires_grad=True)
b3 = torch.tensor(1.2, dtype=torch.float64, requires_grad=True)
a4 = torch.tensor([-1.6, 1.7])
print(b3.grad)
f6 = lambda p, q=0.5: q[1:]
v7 = f6(b3, w1)
v8 = torch.autograd.grad(v7, [w1, w1], allow_unused=True)
print(str(a4))
x9 = torch.tensor([0, -2, 0]) > 0
v10 = w1.clone()
v11 = torch.autograd.grad(v7, [x2, w1], allow_unused=True)
print(v10)
v12 = x2.clone()
for k13 in (1, 2):
    v14 = 1/x2
b3 = v12[np.array([0, 1])]
a16 = torch.tensor([[-1.0], [-2.0], [0.395]])
v17 = v7/2
f19 = lambda p, q=0.25: p[True]
v20 = f19(v12, v17)
v21, *v212 = w1
v23 = float(v21)
print(x2)
print(v20)
v24 = torch.arange(2., requires_grad=True)
torch.manual_seed(6)
net25 = nn.Sequential(nn.Linear(2, 2), nn.ReLU(), nn.Linear(2, 3))
for p in net25.parameters():
    nn.init.uniform_(p, -1, 1)
v26x, v26y = torch.randn(4, 2), torch.randint(0, 3, (4,))
v26o = torch.optim.SGD(net25.parameters(), lr=0.05, momentum=0.9)
v26c = nn.CrossEntropyLoss()
for k in range(2):
    v26l = v26c(net25(v26x), v26y)
    v26o.zero_grad()
    v26l.backward()
    v26o.step()
    print(f'{k}: {v26l.item():.5f}')
print([p.norm().item() for p in net25.parameters()])
print(str(v20))
print(f"{v24!r:>5}")
v21.backward()
v12.sum().backward()
print(w1.grad)
print(x2.grad)
print(v24.grad)
print(p.grad)
