import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(343)
a1 = torch.tensor([-0.074, -1.62, 1.87], dtype=torch.float64, requires_grad=True)
b2 = torch.randn(3, 1, requires_grad=True)
b2 = (torch.maximum(a1, b2))//a1
print(b2.shape, a1.dtype)
a1<0.5
v3 = torch.equal((torch.cat([a1, a1])), a1)
v4 = a1.amax(-1)
v5 = torch.min(v4, dim=0).values
try:
    v6 = torch.rot90(a1)
except RuntimeError as e:
    print(type(e).__name__, e)
v7 = F.leaky_relu(b2, 0.1)
v9 = (v7[:, [0, 1]])[:, -1]
print(a1.is_leaf, v7.requires_grad, v7._version)
print(a1.grad)
v11 = (torch.log10(a1)).as_strided((2, 2), (1, 1))
a13 = torch.tensor([[[-1, 3], [8, -1]], [[-2, 4], [0, -3]]])
v14 = v7.index_fill(-1, torch.tensor([0]), 0.001)
v15 = v11
k16 = 0
while v15.norm() < 100 and k16 < 3:
    k16 += 1
    v15 = v9%v14
    v15 = torch.tanh(v15)
v14 = v7.bool()
v5.backward()
print(a1.grad)
