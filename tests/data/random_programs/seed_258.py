import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(953)
a1 = torch.tensor([0.367, 0.34], dtype=torch.float64, requires_grad=True)
w2 = torch.tensor([[-2.0, -1.345, 0.0], [-2.0, 1.0, 0.51]], dtype=torch.float32)
a3 = torch.tensor([[0.25, 1.87, 2.0], [0.76, -0.293, -0.619], [0.56, 1.6, -0.66]], dtype=torch.float64, requires_grad=True)
x4 = torch.tensor([0.188, 1.0, 1.0], dtype=torch.float64, requires_grad=True)
print(a1.tolist())
b5 = torch.tensor([[[0.007, -1.55, 4.0]], [[0.6, 1.8, -0.395]]], dtype=torch.float64, requires_grad=True)
with torch.no_grad():
    x4.atan_()
v6 = a3.expand_as(a3)
v7 = x4.aminmax()[0]
v8 = (b5.erf()).norm()
torch.autograd.backward(v8.sum(), retain_graph=True)
torch.manual_seed(92)
net9 = nn.Sequential(nn.Linear(2, 3), nn.Sigmoid(), nn.Linear(3, 2))
for p in net9.parameters():
    nn.init.normal_(p, std=0.1)
v10x, v10y = torch.randn(4, 2), torch.ones(4, 2)
v10o = torch.optim.RMSprop(net9.parameters(), lr=0.01)
v10c = F.smooth_l1_loss
for k in range(4):
    v10l = v10c(net9(v10x), v10y)
    v10o.zero_grad()
    v10l.backward()
    v10o.step()
    print(f'{k}: {v10l.item():.5f}')
net9.eval()
print(net9(v10x).mean())
a11 = torch.tensor([[-1.4], [-1.4], [-1.0]], dtype=torch.float64, requires_grad=True)
v8.backward()
print(a1.grad)
print(a3.grad)
print(x4.grad)
print(b5.grad)
