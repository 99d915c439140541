import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(992)
x1 = torch.tensor([[[-1.1, 1.8], [0.7, -1.77]], [[-1.991, 1.986], [1.66, 0.36]]], requires_grad=True)
b2 = torch.tensor([3])
w3 = torch.tensor(-1.826)
w4 = torch.tensor([[1.9, 1.0], [0.0, -1.0], [0.0, -0.29]], requires_grad=True)
v5 = F.softplus(x1, beta=2)
v6 = torch.special.expit(x1)
x7 = torch.tensor([[[-1.991, 4.0, 0.27]], [[-0.83, -0.13, -0.121]]])
v8 = w3-w3
v10 = nn.BCELoss()(w3.sigmoid(), v8.sigmoid().detach())
v11 = torch.var_mean(x7)[0]
print([v8, v8])
v12 = x1.grad
v13 = x7/3
torch.manual_seed(46)
net14 = nn.Linear(3, 3, bias=False)
for p in net14.parameters():
    nn.init.ones_(p)
v15x, v15y = torch.randn(4, 3), torch.ones(4, 3)
v15o = torch.optim.Adam(net14.parameters(), lr=0.01, weight_decay=0.1)
v15c = F.smooth_l1_loss
for k in range(4):
    v15l = v15c(net14(v15x), v15y)
    v15o.zero_grad()
    v15l.backward()
    v15o.step()
    print(f'{k}: {v15l.item():.5f}')
print(net14.state_dict())
v16 = torch.fmin(v10, v13)
print(v6.grad_fn.name())
b17 = torch.tensor([0.42, -2.0, -1.0, -0.13])
print(v5.grad_fn.next_functions)
v18 = v6.unique()
v20 = {i: e.item() for i, e in enumerate(b17)}
print(round(v10.item(), 4))
v21 = v16
k22 = 0
while v21.norm() < 2 and k22 < 4:
    k22 += 1
    v23 = torch.where(v21>0, v21, v8)
    v21 = v21 * 0.5
v24 = (v8.roll(1)).sign()
print(x1.grad)
print(w4.grad)
print(p.grad)
