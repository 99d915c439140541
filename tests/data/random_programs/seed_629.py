import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(948)
x1 = torch.tensor([[0.0, -0.4], [-1.69, 0.32], [0.47, -1.16]], requires_grad=True)
a2 = torch.tensor([0.99])
b3 = torch.tensor([[[-1.7, -3.0], [-3.0, -1.0]], [[1.648, -0.5], [1.8, -2.0]]], requires_grad=True)
x4 = torch.tensor([-1.75, 1.0], requires_grad=True)
v5 = torch.deg2rad(a2)
v6 = torch.triu((x1-a2.mean(0)))
v7 = all(x > 0 for x in a2)
print(b3)
v8 = b3.numel()
print(v5.grad_fn)
class C9(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.tensor(0.25))
    def forward(self, u):
        return self.w * (torch.logical_or((u.floor()), u))
v10 = C9()
print(v10)
v10r = v10(a2).sum()
v10r.backward()
print(v10.w.grad)
with torch.no_grad():
    a2.data[0]=(-1.5)
w11 = torch.tensor(4.0, requires_grad=True)
a13 = torch.tensor([[1.51, 0.122, 1.8]], requires_grad=True)
v6.grad_fn
v14 = x4.min()
def f15(p, q):
    print(v7)
    q.uniform_(-1,1)
    return torch.erfc(p), p
v16 = f15(b3, v6)[0]
v17 = torch.tensor(np.linspace(0, 1, 3))
v18 = (-1.5) * 2 - 0.1 / 3
v14.backward()
print(x1.grad)
print(b3.grad)
print(x4.grad)
print(w11.grad)
