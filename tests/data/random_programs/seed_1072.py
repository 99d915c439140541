import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(399)
z1 = torch.tensor([[-1.63, 3.0, 0.905], [1.4, 1.74, -0.496], [1.849, 0.0, 1.6]], requires_grad=True)
z2 = torch.tensor([[[-0.05, -0.71], [-0.16, -1.24]], [[-0.24, 1.977], [-2.0, -0.4]]], requires_grad=True)
v4 = torch.rad2deg((z2.sum(dtype=torch.float64)))
v5 = z1.sum(-1)
print(v5)
v6, *v62 = v5
z2
a10 = torch.tensor([[-3, -2], [-2, -2]]) > 0
v11 = (F.silu(z2)).log1p()
v4 = (v11**z2)[..., -1:]
v12 = v6.min()
v4.square_()
v14 = v4**2
v4.clamp_(0,1)
v15 = a10.ndim
v16 = v5.long()
w17 = torch.tensor(-1)
print([a10, a10])
v11[::2]=-1
print(round(v12.item(), 4))
x18 = torch.tensor([-3.0, -0.437, 0.66], requires_grad=True)
v12.backward()
v6.sum().backward()
print(z1.grad)
print(z2.grad)
print(x18.grad)
