import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(345)
w1 = torch.tensor(-2.0)
z2 = torch.randn(2, 2, 2, requires_grad=True)
v3 = torch.inverse(z2)
v4 = torch.tensor(3)
w1 = v3>=v3
v6 = torch.full((2, 3), 3.0)
w1[0]=True
z2.grad
v7 = v3.detach()
with torch.no_grad():
    v7.data.mul_(0.5)
v3.grad_fn
v9 = torch.atan2(v7, v3)
v10 = np.sin(v6.detach().numpy())
print(v7.grad)
w12 = torch.tensor([[[-0.4, -1.0, -1.0]], [[-0.94, -1.1, -0.2]]], dtype=torch.float64, requires_grad=True)
v13 = torch.logspace(0, 1, 3)
v14 = torch.autograd.gradcheck(lambda q: (q * q).sum(), (torch.rand(2, dtype=torch.float64, requires_grad=True),))
v16 = (v7.int())+w12.sum()
v9.sum().backward()
print(z2.grad)
print(w12.grad)
