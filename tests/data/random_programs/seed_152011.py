import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(557)
x1 = torch.tensor([[[0.0, 1.8, -1.44]], [[-1.88, -1.5, -0.13]]], dtype=torch.float64, requires_grad=True)
z2 = torch.tensor([[1.53, 2.0, 2.0]], dtype=torch.float64, requires_grad=True)
with torch.inference_mode():
    v4 = torch.randn(4).mul(0.5).requires_grad_()
    v5 = x1.new_tensor([1., 2.])
z6 = torch.tensor([[0.23], [0.25], [1.43]], dtype=torch.float64, requires_grad=True)
print(v5.norm())
v8 = torch.mean(x1)
v9 = 3 // 2 + 3 % 3 - 3 ** 2
0.25-v4
print(f"{z2}")
v8.backward()
v8.sum().backward()
print(x1.grad)
print(z2.grad)
print(v4.grad)
print(z6.grad)
