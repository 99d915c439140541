import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(253)
b1 = torch.tensor([[[1.76, -1.0], [1.206, -1.49]], [[-0.763, -1.05], [-1.18, 1.04]]], requires_grad=True)
a2 = torch.tensor([-0.068, 1.4, 0.77], requires_grad=True)
v4 = torch.autograd.gradcheck(lambda q: (q * q).sum(), (torch.rand(2, dtype=torch.float64, requires_grad=True),))
b5 = torch.tensor([[0.05, -1.3, -0.711], [1.47, -0.3, -1.501], [1.46, -1.3, 1.9]], requires_grad=True)
v6 = a2.squeeze(-1)
v7 = b1 * 1
k8 = 0
while v7.norm() < 5 and k8 < 3:
    k8 += 1
    v9 = dict(zip('abc', a2.tolist()))
    v7 = v7 * v7 * 0.3
    if k8 == 2:
        break
print(v7)
v11 = b5
for k12 in a2:
    v11 = torch.square(v7)
    v11 = v11 - 0.1 * v11 ** 3
    if k12 == 2:
        continue
v16 = b5.roll(1)
v17 = v7.erf()
v19 = torch.sum(a2, dim=-1)
v22 = v7.argmin(2, keepdim=True)
b23 = torch.tensor(3.0, requires_grad=True)
v24 = v16%(-1.5)
v25 = isinstance(v17, torch.Tensor)
v19.backward()
v11.sum().backward()
print(b1.grad)
print(a2.grad)
print(b5.grad)
print(b23.grad)
