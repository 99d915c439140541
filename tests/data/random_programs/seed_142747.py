import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(969)
a1 = torch.tensor([[-1.5, -0.51, 1.464], [-0.9, -0.51, -0.72]], dtype=torch.float64)
x2 = torch.tensor([1.249, -0.8], dtype=torch.float64, requires_grad=True)
v3 = (x2.aminmax()[0]).gt((-0.5))
v4 = (torch.ceil(x2))@a1
print(x2.is_leaf, x2.requires_grad, v4._version)
v5 = v4.squeeze()
v6 = (nn.MSELoss()(v5, v5)).long()
v7 = v4**3
torch.manual_seed(11)
net9 = nn.Sequential(nn.Linear(3, 1))
for p in net9.parameters():
    nn.init.uniform_(p, -1, 1)
v10x, v10y = torch.randn(4, 3), torch.zeros(4, 1)
v10o = torch.optim.RMSprop(net9.parameters(), lr=0.01)
v10c = F.l1_loss
for k in range(4):
    v10l = v10c(net9(v10x), v10y)
    v10o.zero_grad()
    v10l.backward()
    v10o.step()
print(net9.state_dict())
v13 = list(zip(x2, range(3)))
v15 = v4.requires_grad
v16 = torch.tanh((torch.sum(v6, -1)))
v4.sum().backward()
w17 = torch.tensor([[-1.8, -1.8, -3.0]], dtype=torch.float64, requires_grad=True)
print(x2.grad)
print(p.grad)
print(w17.grad)
