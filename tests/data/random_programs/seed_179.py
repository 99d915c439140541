import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(844)
x1 = torch.tensor([[[-1.81, 0.26, -0.0]], [[-1.35, -1.22, -1.757]]], dtype=torch.float64, requires_grad=True)
x2 = torch.tensor([[[0.8, 4.0], [0.2, -2.0]], [[-0.98, -1.4], [-1.0, 0.43]]], dtype=torch.float64, requires_grad=True)
with torch.no_grad():
    x2.swapaxes_(0,1)
x1
v3 = torch.log1p((x2.T))
print(v3.grad_fn.name())
with torch.no_grad():
    x2.data=x1.data*2
print(v3.grad_fn.next_functions)
v4 = x2.reshape(-1)
v5 = [e.item() * 2 for e in v4 if e > 0]
v7 = v4.aminmax()[0]
v8 = torch.stack([e * i for i, e in enumerate(v4)]).sum()
v4.grad_fn
print(v5)
print(x2.detach())
def f9(p):
    total = [0]
    def inner(q):
        total[0] += 1
        pass
        return p.transpose(0, 1)
    print(total)
    return inner
v10 = f9(x2)(x2)
w11 = torch.tensor([[1.68, -1.32, -3.0], [1.7, 0.65, 0.824]], dtype=torch.float64, requires_grad=True)
print(f'{v7:.3f}')
v13 = torch.frac(v8)
v14 = x2+True
torch.manual_seed(45)
net15 = nn.Sequential(nn.Linear(3, 4), nn.LeakyReLU(), nn.Dropout(0.), nn.Linear(4, 1))
v16x, v16y = torch.randn(4, 3), torch.randn(4, 1)
v16o = torch.optim.SGD(net15.parameters(), lr=0.1, weight_decay=0.01)
v16c = nn.MSELoss(reduction='sum')
for k in range(1):
    v16l = v16c(net15(v16x), v16y)
    v16o.zero_grad()
    v16l.backward()
    v16o.step()
    print(f'{k}: {v16l.item():.5f}')
print(list(net15.parameters())[0])
v17 = torch.allclose(v10, (torch.sinh(v13)))
v18 = (torch.where(v14<v7, 0.25, v8))[[0, 0, 1]]
print(x1.grad)
print(x2.grad)
print(w11.grad)
