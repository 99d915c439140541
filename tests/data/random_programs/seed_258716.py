import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(520)
z1 = torch.tensor([[[-1.7, -0.636], [1.24, 0.56]], [[0.818, -2.0], [-1.27, 1.355]]], requires_grad=True)
b2 = torch.tensor([[[3, -6], [0, 8]], [[0, 0], [0, 2]]])
a3 = torch.tensor([[[-0.51, -1.0, 0.17]], [[-1.076, -1.95, 1.309]]], requires_grad=True)
v4 = (a3**0.1)**0.25
v6 = a3*v4.detach()
v7 = v6.view_as(a3)
v8 = torch.bernoulli(torch.full((3,), 0.5))
v9 = +a3
v11 = (v6[v4>0.5]).aminmax()[0]
v11.atan_()
v12 = list(enumerate('xyz', 3))
v13 = v7.maximum(v4)
v14 = torch.maximum((torch.copysign(v11, v13)), v8)
v15 = sorted(v8.tolist(), reverse=True)
v16 = torch.nansum((v7.sum(dtype=torch.float64)))
v7.sum().backward()
print(z1.grad)
print(a3.grad)
print(v9.grad)
