import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(553)
z1 = torch.tensor(-1.91, requires_grad=True)
z2 = torch.tensor([[0.97, -0.1, 1.563]], requires_grad=True)
b3 = torch.tensor([[[0.932, -0.194], [-0.623, -1.849]], [[1.44, 1.367], [0.2, -0.679]]], requires_grad=True)
z4 = torch.tensor([[1.47, 1.33, 1.3], [-0.1, 0.5, -1.777]], requires_grad=True)
v5 = torch.arange(2)
v6 = z1.view_as(z1)
print(f'{v6:.3f}')
b7 = torch.tensor([[[1.87, -0.19, -1.643]], [[-1.266, -1.05, 0.51]]], requires_grad=True)
with torch.no_grad():
    z1.floor_()
v8 = torch.autograd.gradcheck(lambda q: (q * q).sum(), (torch.rand(2, dtype=torch.float64, requires_grad=True),))
z4%3.0
v10 = torch.arange(3., requires_grad=True)
z11 = torch.tensor([1.8, -0.097, 0.696, -0.98], requires_grad=True)
print([b7, b7])
v6.backward()
v6.sum().backward()
print(z1.grad)
print(z2.grad)
print(b3.grad)
print(z4.grad)
