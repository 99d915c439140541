import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(699)
z1 = torch.tensor([[-0.26, -3.0, -0.9], [-1.0, -2.0, 1.3], [-0.1, -0.53, -1.18]], requires_grad=True)
x2 = torch.tensor([6, -1]) > 0
b3 = torch.tensor([[-1.8, 0.11, -1.274]], requires_grad=True)
a4 = torch.tensor([[[-4, 3], [6, 4]], [[0, -1], [-2, 3]]]) > 0
v6 = torch.tensor(z1)
x8 = torch.tensor(0.3, requires_grad=True)
for k in range(4):
    y9 = torch.exp(x8) - 2*x8
    y9.backward()
    print(k, x8.data, y9.item(), x8.grad)
    x8.data.add_(x8.grad, alpha=-0.1)
    x8.grad = None
print(f"{a4!r:>5}")
v10 = (torch.log1p(v6))*4
with torch.no_grad():
    y9.masked_fill_(y9>(-0.5),(-0.22))
print(round(x8.item(), 4))
with torch.no_grad():
    v13 = x8.prod()
    print('%.4f' % x8, v13.item() > 0)
x8.grad = None
print(z1.detach())
v15 = F.l1_loss(v13, v6)
v16 = z1.reshape_as(z1)
print(b3.is_leaf, y9.requires_grad, x8._version)
v17 = v15+y9.T
v18 = torch.count_nonzero(z1)
v19 = (torch.tile(v13, (2, ))).element_size()
print(v15.norm())
v20 = v17**0.5
v22 = F.mish(x8)
v16.sum().backward()
print(z1.grad)
print(b3.grad)
print(x8.grad)
