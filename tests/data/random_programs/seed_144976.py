import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(38)
x1 = torch.tensor([-2, -3])
x2 = torch.tensor([0.7], dtype=torch.float64, requires_grad=True)
v3 = torch.autograd.Variable(x2, requires_grad=True)
z4 = torch.tensor([-3.0, 1.18], dtype=torch.float64, requires_grad=True)
print([x2, x1])
v3 = z4[:, None]*v3[None]
v5 = z4.movedim(0, -1)
print(x2.grad)
v6 = (torch.xlogy(x2, x2)).dist(v5)
print(v5.is_leaf, v5.requires_grad, v5._version)
w7 = torch.tensor([[[0.16, 0.643], [0.358, -2.0]], [[-2.0, 1.13], [-2.0, 1.15]]])
v12 = torch.asinh(x2)
v15 = v6.clone()
for k16 in range(3):
    v15 = (w7*v15.unsqueeze(-1)).double()
    print(v15.shape, v12.dtype)
    v15 = torch.sin(v15) * 1.5
v18 = torch.matrix_power((w7.max(0)[1]), 2)
v19 = torch.asinh(v3)
print(k16)
v20 = torch.exp(-z4**2)*(-1.5)
z21 = torch.tensor(1.1)
v5.grad_fn
with torch.no_grad():
    v19.floor_()
v24 = torch.logcumsumexp((v18.double()), 0)
v25 = torch.repeat_interleave(v20, 2)
v12.backward()
v6.sum().backward()
print(x2.grad)
print(z4.grad)
