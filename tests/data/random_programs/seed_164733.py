import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(485)
z1 = torch.tensor([-0.9, 0.0], dtype=torch.int32)
w2 = torch.tensor([[1.0, -1.81, -2.0], [1.293, -0.06, 1.15], [1.856, 0.96, 0.81]], dtype=torch.float64, requires_grad=True)
w3 = torch.tensor([[[-0.1, 1.429, -1.86]], [[1.19, -2.0, 0.551]]], dtype=torch.float64, requires_grad=True)
with torch.no_grad():
    w2[0]=w3[1]
z8 = torch.tensor([[1.0, -0.37, 1.72], [-0.62, 1.17, -1.4], [2.0, 4.0, -1.78]], dtype=torch.float64, requires_grad=True)
v9 = z8%1.0
v11 = F.leaky_relu(v9)
v12 = z8.repeat_interleave(2, dim=-1)
v13 = z1.T@z1
try:
    w2 = (w3!=w3).expand(3, -1)
except RuntimeError as e:
    print(type(e).__name__, e)
with torch.no_grad():
    v12[0].mul_(2.0)
v12.grad_fn
print(v9.grad_fn.name())
x19 = torch.tensor(-2.0, requires_grad=True)
for k in range(5):
    y20 = torch.log(1 + torch.exp(-x19))
    y20.backward()
    print(k, x19, y20.item(), x19.grad)
    x19.data.add_(x19.grad, alpha=-0.1)
    x19.grad = None
v22 = y20.sum()
print(w2.grad)
v23 = z8**w2
print(y20)
v12.sum().backward()
print(w2.grad)
print(w3.grad)
print(z8.grad)
print(x19.grad)
