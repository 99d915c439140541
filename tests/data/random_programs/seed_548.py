import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(517)
x1 = torch.tensor([[[-1.0, 1.0], [-1.649, 1.86]], [[-1.969, 3.0], [1.436, 0.757]]], requires_grad=True)
b2 = torch.randn(3, requires_grad=True)
v3 = x1.dtype
v4 = torch.quantile(b2, 0.5)
v6 = x1+v4.T
print(len(v6), v6.numel())
with torch.no_grad():
    b2[0]*=(-0.5)
v11 = b2.detach().clone()
print(v11.detach().numpy())
v14 = nn.Parameter(torch.randn(3))
v15 = 3 // 2 + 1 % 3 - 3 ** 2
v4.backward(torch.randn_like(v4), retain_graph=True)
v14.grad
try:
    v16 = v14.permute(1, 0)
except RuntimeError as e:
    print(type(e).__name__, e)
v17 = torch.tensor(2., requires_grad=True)
v18 = v4.view(-1, 1)
v19 = max(v4, v17)
v20 = torch.tensor([v17, v17])
v22 = v4 * 1
k23 = 0
while v22.norm() < 2 and k23 < 5:
    k23 += 1
    v22.pow(2).mean().backward(create_graph=True)
    v22 = v17.sub(v14)
with torch.no_grad():
    v6[torch.tensor([0,0])]+=1
v14.grad
v4.backward()
print(x1.grad)
print(b2.grad)
print(v14.grad)
print(v17.grad)
