# ---- 81590
import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(964)
z1 = torch.randn(1, requires_grad=True)
b2 = torch.tensor([[-2.0, -1.741], [1.8, 4.0]], requires_grad=True)
x3 = torch.tensor([[[1.4, 1.83], [0.0, 1.592]], [[-0.94, -1.0], [1.38, 0.6]]], requires_grad=True)
v4 = b2.fmod(0.25)
def f5(p):
    total = [0]
    def inner(q):
        total[0] += 1
        v6 = torch.linalg.multi_dot([p, (torch.tan(p))])
        return v6.sigmoid()
    print(total)
    return inner
v7 = f5(z1)(z1)
v8 = -(x3.norm(1))
class C9:
    def __init__(self, w):
        self.w = w
    def __call__(self, u):
        return self.w * (u@u)
    def __repr__(self):
        return f'C9({self.w})'
v10 = C9(2.0)
print(v10)
v10r = v10(b2)
def f11(p, q):
    p = p>=p
    v12 = p|p
    if p.sum() > 0:
        return torch.sub(((q-q.mean())/q.std()), q, alpha=2)
    return q
v13 = f11(v7, b2)
try:
    v14 = F.linear(v8, (v13.shape), v4)
except Exception as e:
    print(type(e).__name__, e)
v15 = v7.nonzero(as_tuple=True)[0]
b16 = torch.tensor([3.0, -1.74, -1.0], requires_grad=True)
b17 = torch.tensor([[1.0, 4.0, -1.67]], requires_grad=True)
def f19(p, q, k=3, *args):
    q = torch.asinh(q)
    if p.sum() > 0:
        return F.mse_loss(q, p, reduction='sum')
    return q
v20 = f19(v8, b17)
v21 = b17.unsqueeze(0)
v23 = (torch.sinc(v21)).min(2)[0]
v24 = v7.expand_as(v23)
v20.mean().backward()
v26 = b16.detach()
v27 = torch.stack((v7, v7, v7))
v28 = torch.tensor((-1.5))
v29 = v27.clone()
for k30 in [0.5, 1, 2]:
    F.relu(v28,inplace=True)
    v29 = v29 * v29 * 0.3
    if k30 == 2:
        continue
print(v26.norm())
print(b2.grad)
print(round(v8.item(), 4))
v8.backward()
v24.sum().backward()
print(z1.grad)
print(b2.grad)
print(x3.grad)
print(b16.grad)

