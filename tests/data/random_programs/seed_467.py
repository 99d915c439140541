import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(25)
x1 = torch.tensor([[6, -2, -1], [-1, 3, -3]]) > 0
a2 = torch.tensor([-3.0, 0.43, 0.0], requires_grad=True)
w3 = torch.tensor([[[-1.92, 1.72, -0.5]], [[1.19, 1.0, 1.6]]], requires_grad=True)
v4 = (torch.sigmoid(a2))-w3.mean(0)
v5 = w3.requires_grad
b6 = torch.tensor([[-0.15, 0.0, -0.13], [-3.0, 0.7, -0.007], [-1.5, 1.03, 0.15]], requires_grad=True)
print([b6, b6])
f7 = lambda p, q=0.001: p.mT
v8 = f7(b6, a2)
v9 = torch.frac(a2)
v10 = b6
for k11 in (1, 2):
    v12 = torch.rand_like(v8)
    v10 = v10[:, [0, 1]]
    v10 = v10 * v10 * 0.3
    if k11 == 1:
        continue
v4.sum().backward()
print(a2.grad)
print(w3.grad)
print(b6.grad)
