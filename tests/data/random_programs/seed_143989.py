import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(798)
w1 = torch.tensor([[1.4, -0.6, 1.832]], requires_grad=True)
z2 = torch.tensor([[3.0, -0.545, -0.53], [-3.0, -0.19, 0.094]], requires_grad=True)
print(type(w1), z2.type())
v3 = w1.register_hook(lambda q: q.clamp(-1, 1))
print(z2.norm())
print(torch.allclose(w1, w1))
v4 = torch.is_tensor(w1)
with torch.no_grad():
    z2.index_add_(0,torch.tensor([0]),w1)
torch.manual_seed(80)
net6 = nn.Sequential(nn.Linear(1, 3), nn.LeakyReLU(), nn.Dropout(0.), nn.Linear(3, 2))
for p in net6.parameters():
    nn.init.constant_(p, 0.3)
v7x, v7y = torch.randn(4, 1), torch.ones(4, 2)
v7o = torch.optim.Adagrad(net6.parameters(), lr=0.1)
v7c = F.smooth_l1_loss
for k in range(3):
    v7l = v7c(net6(v7x), v7y)
    v7o.zero_grad()
    v7l.backward()
    v7o.step()
    print(f'{k}: {v7l.item():.5f}')
print(v7o)
p.grad.zero_()
def f8(p, q, k=3, *args):
    q = torch.nonzero((p.floor()))
    p = (q[:2, [0, 1]])@p.T
    if p.sum() > 0:
        return q.squeeze()
    return q
v9 = f8(p, z2)
with torch.no_grad():
    w1[:]=w1
x10 = torch.tensor(1.5, requires_grad=True)
for k in range(3):
    y11 = torch.sin(x10) + 0.1*x10**2
    y11.backward()
    print(k, x10.data, y11.item(), x10.grad)
    with torch.no_grad():
        x10 -= 0.1 * x10.grad
    x10.grad.zero_()
v12 = w1.new_ones(2, 3)
v14 = F.softshrink((torch.logit(v12.sigmoid())))
print(f'{x10:.3f}')
print(w1.grad)
print(z2.grad)
print(p.grad)
print(x10.grad)
