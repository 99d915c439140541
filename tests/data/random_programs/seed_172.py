import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(868)
x1 = torch.tensor([[[1.3, 0.8, -0.8]], [[-3.0, -1.0, 4.0]]], dtype=torch.float64, requires_grad=True)
b2 = torch.tensor([-0.3, 1.911, 0.53], dtype=torch.float64, requires_grad=True)
b3 = torch.tensor(6) > 0
b4 = torch.tensor([[-0.496, -1.38], [-0.21, 0.8], [1.71, 1.0]], dtype=torch.float64, requires_grad=True)
v5 = torch.cos(b4)
v6 = 2/v5
v6.sum().backward(retain_graph=True)
v7 = torch.acos(v5)
torch.manual_seed(99)
net9 = nn.Sequential(nn.Linear(3, 3), nn.SiLU(), nn.Linear(3, 1))
print(net9)
v10x, v10y = torch.randn(4, 3), torch.randn(4, 1)
v10o = torch.optim.SGD(net9.parameters(), lr=0.05, momentum=0.9, nesterov=True)
v10c = nn.MSELoss(reduction='sum')
for k in range(1):
    v10l = v10c(net9(v10x), v10y)
    v10o.zero_grad()
    v10l.backward()
    torch.nn.utils.clip_grad_norm_(net9.parameters(), 0.5)
    v10o.step()
    print(f'{k}: {v10l.item():.5f}')
print(net9.state_dict())
torch.autograd.backward(v7.sum(), retain_graph=True)
print(str(v6))
v12 = v5**3
v13 = 0.25*(v5.data)**3-4*v7
v14 = b4+(-1.5)
v16 = v5.grad
v17 = F.cross_entropy(v12, v7.argmax(-1))
v18 = nn.BCEWithLogitsLoss()((v7.pow(3.0)), (v6>0).float())
print(v5)
v19 = v7 * 1
v19.requires_grad_()
v20 = torch.tensor([[3.0, 1], [2, 0.001]])
v18.backward()
print(x1.grad)
print(b2.grad)
print(b4.grad)
