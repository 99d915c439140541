# ---- 81231
import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(436)
x1 = torch.tensor([[-1.3, 0.26], [0.624, -0.9], [0.1, 1.047]], requires_grad=True)
b2 = torch.tensor([[4.0, -0.855], [-0.68, 1.18]], requires_grad=True)
w3 = torch.tensor([[4.0, -1.561, 1.88]], requires_grad=True)
print(type(x1), x1.type())
torch.manual_seed(9)
net6 = nn.Sequential(nn.Linear(1, 2))
v7x, v7y = torch.randn(4, 1), torch.ones(4, 2)
v7o = torch.optim.SGD(net6.parameters(), lr=0.1)
v7c = nn.HuberLoss()
for k in range(2):
    v7l = v7c(net6(v7x), v7y)
    v7o.zero_grad()
    v7l.backward()
    v7o.step()
with torch.no_grad():
    print(net6(v7x))
v8 = x1.grad_fn
v9 = torch.stack([b2, b2])
def f12(p, q=2):
    q = p[torch.randperm(2)]
    return torch.sin(q)*torch.cos(p), p
v13 = f12(v9, v9)[0]
print(f"{w3}")
v14 = torch.sign(v9)
v15 = v14.T
v15.T[0]=3.0
with torch.no_grad():
    v13.addcmul_(v9,v15)
v16 = torch.isnan(x1)
def f17(p, q, k=3, *args):
    q.detach_()
    return (torch.log2(q))[5:], p
v18 = f17(v9, v14)[0]
print(f"{x1}")
print(v15)
v21 = (+w3).type(torch.float64)
v22 = v9, v14
b23 = torch.tensor([[0.628], [0.2], [-0.08]], requires_grad=True)
v24 = v15.mean(dim=1, keepdim=True)
print(v18)
v14/=(-1.5)
v27 = list(enumerate('xyz', 3))
v28 = F.leaky_relu(v21, 0.1)
v15.sum().backward()
print(x1.grad)
print(b2.grad)
print(w3.grad)
print(b23.grad)

