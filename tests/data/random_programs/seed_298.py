import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(184)
w1 = torch.tensor([1.492, 0.2, 0.39])
x2 = torch.tensor([[3.0, 0.67], [0.6, 1.65]], requires_grad=True)
b3 = torch.tensor([-1.34, 1.71, 1.82], requires_grad=True)
b4 = torch.randn(3, 3, requires_grad=True)
v5 = list(zip(b3, range(3)))
v6 = torch.floor_divide((F.kl_div(F.log_softmax(b4, -1), F.softmax(b4, -1), reduction='batchmean')), (-1.5))
b3.grad = None
z7 = torch.tensor([[[0.0, -1.0, -1.7]], [[1.07, -0.054, -0.23]]], requires_grad=True)
v8 = [*w1]
print(str(b3))
v9 = torch.atanh((b3.detach().clone()))
v11 = b3 * 1
k12 = 0
while v11.norm() < 100 and k12 < 5:
    k12 += 1
    v11 = torch.quantile((v11%v9), 0.5)
v13 = v11.T
v13.atan_()
print(v6)
v14 = z7[torch.tensor([1, 0])]
v11.backward(inputs=[z7])
v15 = z7==0
torch.manual_seed(87)
net17 = nn.Sequential(nn.Linear(2, 1))
for p in net17.parameters():
    nn.init.zeros_(p)
v18x, v18y = torch.randn(4, 2), torch.randn(4, 1)
v18o = torch.optim.Adam(net17.parameters())
v18c = nn.MSELoss()
for k in range(1):
    v18l = v18c(net17(v18x), v18y)
    v18o.zero_grad()
    v18l.backward()
    v18o.step()
    print(f'{k}: {v18l.item():.5f}')
print([p.norm().item() for p in net17.parameters()])
v19 = v11.expand_as(v11)
v13.backward()
print(x2.grad)
print(b3.grad)
print(b4.grad)
print(z7.grad)
