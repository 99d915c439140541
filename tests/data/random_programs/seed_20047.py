import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(98)
w1 = torch.tensor([[0.73, 0.251, 1.0], [1.29, 0.69, 0.0], [1.6, 1.77, 1.3]], requires_grad=True)
x2 = torch.tensor([-1.6, -0.38], requires_grad=True)
b3 = torch.tensor([-0.04, -1.28, -1.69], requires_grad=True)
v4 = torch.lerp(x2, x2, x2)
v5 = torch.normal(0., 1., size=(1,))
v4 = torch.ceil((v5.double()))
b3
v6 = x2[torch.randperm(2)]
x7 = torch.tensor([0.839, 0.496, 4.0, 1.37])
v8 = v6.bool()
v9 = b3[0]
v6 = (v4[-1]).mT
v10 = any([v9.requires_grad, v9.is_leaf])
v9.backward(torch.randn_like(v9), retain_graph=True)
v11 = x7.norm(3)
v12 = v4 * 1
k13 = 0
while v12.norm() < 5 and k13 < 4:
    k13 += 1
    print(repr(v10))
    v12 = v12 * 0.5
    if k13 == 2:
        continue
v14 = torch.tensor([[0.001, 2], [2, 0.24]])
v15 = torch.index_select((torch.rad2deg(w1)), 0, torch.tensor([1, 0, 1]))
b17 = torch.tensor([[3.0, 0.95, 1.548], [0.49, 0.2, 0.419], [0.919, 1.9, 4.0]], requires_grad=True)
print(f"{b17}")
v20 = F.elu(b17)
torch.manual_seed(84)
net21 = nn.Linear(3, 2, bias=False)
print(net21)
for p in net21.parameters():
    nn.init.constant_(p, 0.3)
v22x, v22y = torch.randn(4, 3), torch.ones(4, 2)
v22o = torch.optim.SGD(net21.parameters(), lr=0.1, weight_decay=0.01)
v22c = nn.HuberLoss()
for k in range(4):
    v22l = v22c(net21(v22x), v22y)
    v22o.zero_grad()
    v22l.backward()
    torch.nn.utils.clip_grad_norm_(net21.parameters(), 0.5)
    v22o.step()
    print(f'{k}: {v22l.item():.5f}')
net21.eval()
print(net21(v22x).mean())
v9.backward(retain_graph=True)
try:
    v23 = torch.chain_matmul(v12, v12)
except RuntimeError as e:
    print(type(e).__name__, e)
v9.backward()
v20.sum().backward()
print(w1.grad)
print(x2.grad)
print(b3.grad)
print(b17.grad)
