import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(482)
w1 = torch.tensor([3, 2, 3])
a2 = torch.tensor([[[-1.0, -1.5, 4.0]], [[-1.75, -1.497, 1.7]]], dtype=torch.float64, requires_grad=True)
b3 = torch.tensor([[0.462, -1.3], [1.887, -1.9]], dtype=torch.float64, requires_grad=True)
a4 = torch.tensor([[3.0], [-1.79], [-1.09]], dtype=torch.float32)
v5 = torch.linalg.cholesky(b3@b3.T+2*torch.eye(2))
class C6(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.tensor(0.5))
    def forward(self, u):
        return self.w * (u%(-1.84))
v7 = C6()
print(v7)
v7r = v7(a4).sum()
v7r.backward()
print(v7.w.grad)
def f8(p, q, k=3, *args):
    p = (q[torch.tensor(0)]).clone()
    p = F.hardswish(q)
    if p.sum() > 0:
        return torch.trapz(p)
    return q
v10 = f8(a4, b3)
print(a2)
v11 = v5.aminmax()[0]
v12 = F.softsign(a4)
torch.manual_seed(8)
net13 = nn.Linear(1, 1)
v14x, v14y = torch.randn(4, 1), torch.randint(0, 1, (4,))
v14o = torch.optim.SGD(net13.parameters(), lr=0.05, momentum=0.9)
v14c = nn.CrossEntropyLoss()
for k in range(3):
    v14l = v14c(net13(v14x), v14y)
    v14o.zero_grad()
    v14l.backward()
    v14o.step()
    print(f'{k}: {v14l.item():.5f}')
print(list(net13.parameters())[0])
v5 = torch.tanh((torch.mul(v5, v11)))
v12 = nn.SmoothL1Loss()(v10, v12)
w15 = torch.tensor([-1.0], dtype=torch.float64, requires_grad=True)
f16 = lambda p, q=-0.5: q.view_as(q)
v17 = f16(w15, v5)
v18 = v11%1.0
a19 = torch.tensor([[1.0, 1.3, -1.0]], dtype=torch.float64, requires_grad=True)
v20 = '{:.2f} {:>6}'.format(v11.item(), 1)
v12.backward()
print(a2.grad)
print(b3.grad)
print(w15.grad)
print(a19.grad)
