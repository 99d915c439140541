import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(478)
x1 = torch.tensor(1.71, requires_grad=True)
z2 = torch.tensor([[[-1.0, -1.73], [-0.19, -1.479]], [[-0.9, -1.447], [0.3, -1.1]]], requires_grad=True)
a3 = torch.tensor([[-1.8, -1.394], [-1.85, 1.84]], requires_grad=True)
print('%.4f' % x1, x1.item() > 0)
a3 = (torch.logit(x1.sigmoid())).float()
a3.grad_fn
a3.grad_fn
v5 = (a3.reshape_as(a3))<0.85
v7 = torch.log2(z2)
v8 = F.hardsigmoid(v7)
v9 = math.sqrt(abs(x1.item()))
a10 = torch.tensor([-1.28, -1.5], dtype=torch.float32)
v11 = F.binary_cross_entropy_with_logits(a3, torch.rand_like(a3), reduction='sum')
a13 = torch.tensor([-1.59, 0.38], requires_grad=True)
v14 = a3.unsqueeze(0)
v14.sqrt_()
v15 = torch.empty(0)
torch.manual_seed(69)
net16 = nn.Sequential(nn.Linear(2, 3), nn.Sigmoid(), nn.Dropout(0.), nn.Linear(3, 1))
print(net16)
v17x, v17y = torch.randn(4, 2), torch.zeros(4, 1)
v17o = torch.optim.Adagrad(net16.parameters(), lr=0.1)
v17c = F.l1_loss
for k in range(3):
    v17l = v17c(net16(v17x), v17y)
    v17o.zero_grad()
    v17l.backward()
    v17o.step()
    print(f'{k}: {v17l.item():.5f}')
with torch.no_grad():
    print(net16(v17x))
with torch.no_grad():
    v8.clamp_max_((-0.92))
v19 = torch.log(v15)
w20 = torch.tensor([2.0, 1.07, -1.723, 0.0], requires_grad=True)
v21 = w20.masked_fill(v5, 0.)
v23 = w20//1.0
v14.backward()
print(x1.grad)
print(z2.grad)
print(a13.grad)
print(w20.grad)
