import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(132)
b1 = torch.tensor([[0.66, -0.9, -3.0]], requires_grad=True)
b2 = torch.tensor(-0.3, requires_grad=True)
b3 = torch.tensor([[2.0, -1.18, -0.049], [-1.8, -0.41, -0.03], [-1.887, 1.22, -0.283]], requires_grad=True)
v4 = torch.var_mean((b3/3))[0]
v4.sum().backward()
print(v4.grad_fn.next_functions)
torch.manual_seed(33)
net5 = nn.Sequential(nn.Linear(1, 2))
print(net5)
v6x, v6y = torch.randn(4, 1), torch.ones(4, 2)
v6o = torch.optim.Adam(net5.parameters())
v6c = F.smooth_l1_loss
for k in range(2):
    v6l = v6c(net5(v6x), v6y)
    v6o.zero_grad()
    v6l.backward()
    v6o.step()
print(sum(p.numel() for p in net5.parameters()))
v7 = (v4-v4).new_zeros(4)
print(f"{v4}")
print(b1.grad)
print(b2.grad)
print(b3.grad)
