import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(173)
b1 = torch.tensor([0.2, -1.72], dtype=torch.float64, requires_grad=True)
x2 = torch.tensor([[-1.92, -0.72, 0.77]], dtype=torch.float64, requires_grad=True)
z3 = torch.tensor([[[1.2, 0.81, 0.86]], [[-0.98, 1.0, -1.626]]], dtype=torch.float64, requires_grad=True)
x4 = torch.tensor(1.1, dtype=torch.float64, requires_grad=True)
v6 = b1.view(-1)
try:
    v6.copy_(z3)
except Exception as e:
    print(type(e).__name__, e)
z8 = torch.tensor([[[-2, -3], [3, -2]], [[-2, 6], [1, 0]]])
v9 = v6-v6.mean(0)
v10 = v9.clamp_min((-0.5))
x11 = torch.tensor([[[-1.977, 3.0], [0.737, -0.9]], [[1.13, -0.5], [0.606, 1.0]]], dtype=torch.float64, requires_grad=True)
with torch.no_grad():
    v6-=v9
v12 = 0.1 * 4 - (-0.5) / 3
print(v6.is_leaf, v10.requires_grad, x11._version)
v13 = torch.sin(v9)
print(b1.grad)
print(x2.grad)
print(z3.grad)
print(x4.grad)
