import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(782)
z1 = torch.tensor([[[0.204, 0.79, -2.0]], [[0.78, -2.0, -1.5]]], requires_grad=True)
a2 = torch.tensor(-2.0, requires_grad=True)
x3 = torch.tensor(1.47, requires_grad=True)
z4 = torch.tensor([-1.4, 1.59, 2.0, 1.96], requires_grad=True)
v6 = torch.normal(0., 1., size=(1,))
v7 = a2.unique()
x3 = v6[v6.argmax()]
v9 = v6>v6
v10 = x3 * 1
v10.index_fill_(0,torch.tensor([0]),0.25)
v11 = (torch.log10(a2)).sum().item()
torch.manual_seed(50)
net12 = nn.Sequential(nn.Linear(2, 1))
print(net12)
v13x, v13y = torch.randn(4, 2), torch.ones(4, 1)
v13o = torch.optim.Adam(net12.parameters())
v13c = F.smooth_l1_loss
for k in range(2):
    v13l = v13c(net12(v13x), v13y)
    v13o.zero_grad()
    v13l.backward()
    v13o.step()
print(v13o)
if a2.item() < 0 or a2.mean() > 0:
    v14 = (~v9).roll(1, 0)
    v9&=v9
    v14 = v7.T@v6
else:
    print(v14.tolist())
    v14 = torch.hstack([v10, v10])
v17 = (a2*v10).sum()+0.5*v10
if z4.sum() > -1.5:
    print(z4.detach())
    print(v14.grad_fn.next_functions)
    v18 = torch.div(v10, (v7.reshape_as(v10)))
else:
    v20 = z4[torch.tensor(0)]
    v18 = z4.sigmoid()
with torch.no_grad():
    v6[1:]+=0.1
b23 = torch.tensor([[[-0.523, -1.5], [-1.76, -0.235]], [[-1.2, -2.0], [-0.89, 4.0]]], requires_grad=True)
w24 = torch.tensor([[[-1.279, -2.0, -1.39]], [[-2.0, 0.38, -0.282]]], requires_grad=True)
class C25(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.tensor(0.5))
    def forward(self, u):
        return self.w * (u.ndim)
v26 = C25()
print(v26)
v26r = v26(v18).sum()
v26r.backward()
print(v26.w.grad)
print(v18.shape, v18.dtype)
print(str(v6))
print(v14.grad_fn.next_functions)
v29 = torch.autograd.gradcheck(lambda q: (q * q).sum(), (torch.rand(2, dtype=torch.float64, requires_grad=True),))
w30 = torch.tensor([[[-1.6, 0.207, 1.235]], [[0.35, 2.0, 1.0]]], requires_grad=True)
v31 = min(v6)
print(z1.grad)
print(a2.grad)
print(z4.grad)
print(b23.grad)
