import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(788)
z1 = torch.tensor([[1.0, -1.4, -1.8], [-0.82, 0.9, -0.75]], requires_grad=True)
x2 = torch.tensor([0.2, 1.07, 2.0], requires_grad=True)
a3 = torch.tensor([[[-1.63, -1.0, 1.623]], [[0.1, 4.0, -0.51]]], dtype=torch.float64)
b4 = torch.tensor([[-0.6, -1.2, -0.56], [1.1, 1.0, -0.0]], requires_grad=True)
v5 = F.l1_loss(x2, b4)
v7 = torch.sin((x2[range(2)]))*torch.cos(v5)
print(a3)
v9 = (torch.fmin(b4, v5)).norm(p=2, dim=-1)
v10 = a3.neg()
v12 = v7.register_hook(lambda q: q * 2)
v13 = a3[..., 0]
print(repr(v12))
print(v7.detach())
z14 = torch.randn((), requires_grad=True)
v15 = z14//z14
print(v7)
v10 = 2**v7
v16 = torch.tensor(0.001, requires_grad=True)
v5.backward()
print(z1.grad)
print(x2.grad)
print(b4.grad)
print(z14.grad)
