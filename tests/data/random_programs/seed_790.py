import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(297)
x1 = torch.tensor([[0.31, -1.85], [-0.14, 1.57]], requires_grad=True)
w2 = torch.tensor([[-0.04], [-1.0], [3.0]], requires_grad=True)
x3 = torch.tensor([[[-1.0, 1.22], [-1.83, 1.47]], [[-1.51, 2.0], [1.0, 0.08]]], requires_grad=True)
v5 = x3.size(-2)
class C6:
    def __init__(self, w):
        self.w = w
    def __call__(self, u):
        return self.w * (u.squeeze(-1))
    def __repr__(self):
        return f'C6({self.w})'
v7 = C6(1.0)
print(v7)
v7r = v7(x1)
v8 = 3.0-w2
print(v8.grad_fn.next_functions)
v8.sum().backward()
v9 = x1.T
v10 = v8.detach().numpy()
w2.grad = None
print(torch.allclose(v9, v9))
print(v5)
v12 = torch.hypot(v8, v8)
v15 = torch.normal(0., 1., size=(3,))
class C16(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.tensor(0.25))
    def forward(self, u):
        return self.w * (u.element_size())
v17 = C16()
print(v17)
v17r = v17(v9).sum()
v17r.backward()
print(v17.w.grad)
x3 = v8+True
print(f'{v12.sum().item():+.2e} {3:03d}')
v19 = x1.gt(3.0)
v20 = torch.autograd.Variable(x3, requires_grad=True)
a21 = torch.tensor([[-1.77, -2.0], [-0.71, 1.0], [2.0, 1.97]], requires_grad=True)
print(v15.detach())
v22 = v12
for k23, ek23 in enumerate(v15):
    v22 = a21.sort(-1, descending=True)[1]
    v22 = v15.log1p()
v26 = a21 * 1
k27 = 0
while v26.norm() < 5 and k27 < 4:
    k27 += 1
    v28 = v20.view_as(v20)
    v26 = v26 + k27
    if k27 == 2:
        continue
v8.sum().backward()
print(x1.grad)
print(w2.grad)
print(v20.grad)
print(a21.grad)
