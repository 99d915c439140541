import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(19)
b1 = torch.tensor([-0.5, -0.66, 0.7], requires_grad=True)
z2 = torch.tensor([1.3, 0.43, -1.49])
b3 = torch.tensor([[-1.3, 2.0, 0.87], [0.39, 1.01, 0.428], [1.8, -0.84, 1.98]], requires_grad=True)
torch.manual_seed(67)
net5 = nn.Sequential(nn.Linear(3, 1))
v6x, v6y = torch.randn(4, 3), torch.randn(4, 1)
v6o = torch.optim.SGD(net5.parameters(), lr=0.1)
v6c = nn.MSELoss()
for k in range(2):
    v6l = v6c(net5(v6x), v6y)
    v6o.zero_grad()
    v6l.backward()
    v6o.step()
    print(f'{k}: {v6l.item():.5f}')
print(v6o)
z7 = torch.tensor([[1.43, 1.584, 0.65], [-0.54, -0.4, 0.34], [-1.0, 0.5, 1.61]], requires_grad=True)
try:
    v8 = torch.diagonal(b1)
except IndexError as e:
    print(type(e).__name__, e)
print(f'{b3.sum().item():+.2e} {3:03d}')
v9 = b3.max(1, keepdim=True)[0]
v10 = b1.pow(0.5)
try:
    v12 = F.soft_margin_loss((v10%(-1.5)), (z7>0).float()*2-1)
except Exception as e:
    print(type(e).__name__, e)
b3 = torch.cartesian_prod(v10, v10)
v10.sum().backward()
print(b1.grad)
print(z7.grad)
