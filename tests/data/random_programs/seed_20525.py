import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(170)
x1 = torch.tensor([-1.99], dtype=torch.float64, requires_grad=True)
w2 = torch.tensor([[1.723, -0.941, 4.0], [-0.8, 0.732, 1.01], [1.38, 0.0, 3.0]], dtype=torch.float64, requires_grad=True)
w3 = torch.tensor([[2.0, 1.54, -1.01]], dtype=torch.float64, requires_grad=True)
w4 = torch.tensor([[-0.8, 1.2, 0.22]])
w3 = F.relu(x1)
class C5(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.tensor(-1.5))
    def forward(self, u):
        return self.w * (u.detach().clone())
v6 = C5()
print(v6)
v6r = v6(w3).sum()
v6r.backward()
print(v6.w.grad)
f7 = lambda p, q=0.41: p.where(p>0, q)
v8 = f7(w3, w2)
v9 = w3.register_hook(lambda q: print('hook', q))
x10 = torch.tensor(1.5, requires_grad=True)
for k in range(5):
    y11 = (x10 * torch.tensor([1., 2.])).pow(2).sum()
    y11.backward()
    print(k, x10, y11.item(), x10.grad)
    x10.data.add_(x10.grad, alpha=-0.1)
    x10.grad = None
v13 = sum([x.item() for x in w3])
v18 = torch.linalg.svdvals(w2)
class C19:
    def __init__(self, w):
        self.w = w
    def __call__(self, u):
        return self.w * (u.repeat(4, 1))
    def __repr__(self):
        return f'C19({self.w})'
v20 = C19(0.1)
print(v20)
v20r = v20(w2)
print(w4.grad_fn)
print(w3)
torch.manual_seed(44)
net26 = nn.Sequential(nn.Linear(3, 4), nn.GELU(), nn.Linear(4, 1))
v27x, v27y = torch.randn(4, 3), torch.rand(4, 1)
v27o = torch.optim.SGD(net26.parameters(), lr=0.1, weight_decay=0.01)
v27c = nn.BCEWithLogitsLoss()
for k in range(3):
    v27l = v27c(net26(v27x), v27y)
    v27o.zero_grad()
    v27l.backward()
    v27o.step()
    print(f'{k}: {v27l.item():.5f}')
print(list(net26.parameters())[0])
x1.grad
v28 = w4 * 1
for k29, ek29 in enumerate(x1):
    v28 = w4.ravel()
    v8.add_(y11,alpha=(-0.5))
    v28 = torch.tanh(v28)
b30 = torch.tensor([[0.33, -0.32], [-0.547, -1.3], [-1.93, 0.297]], dtype=torch.float64, requires_grad=True)
v31 = v8[torch.tensor([1, 0])]
v32 = v31[:1]
v32.select(0,0).add_(y11.mean())
v33 = x10//x10
w3.backward()
print(x1.grad)
print(w2.grad)
print(x10.grad)
print(b30.grad)
