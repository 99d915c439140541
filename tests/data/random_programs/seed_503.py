import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(196)
b1 = torch.tensor([2]) > 0
x2 = torch.tensor([[[1.591, -3.0], [2.0, 4.0]], [[-0.11, 0.577], [1.3, -1.116]]], dtype=torch.float64, requires_grad=True)
w3 = torch.tensor(-2)
v4 = x2 * 1
k5 = 0
while v4.norm() < 100 and k5 < 2:
    k5 += 1
    v6 = x2[torch.randperm(2)]
    v4 = (v6.transpose(0, 1)).aminmax()[0]
print(torch.allclose(x2, v6))
v8 = v4.clamp(max=0.001)
v8**=2
print(f"{v4.item():.4f} {v6.shape}")
v9 = torch.tensor([[(-0.5), 2], [2, 3.0]])
print(k5)
with torch.no_grad():
    x2.square_()
print(v6.grad_fn)
v10 = v4
k11 = 0
while v10.norm() < 100 and k11 < 4:
    k11 += 1
    v12 = v4.remainder(0.25)
v13 = 3 // 2 + 2 % 3 - 3 ** 2
print(type(v12), v12.type())
w14 = torch.tensor([[[3, 0, 0]], [[3, 0, 3]]])
v15 = torch.matmul(v6, v6)
v16 = (v10-(v8.double()))**2
v17 = torch.add((v8.neg()), v15, alpha=0.25)
b19 = torch.tensor([[-0.74, -1.5, -0.397], [0.38, 0.6, 0.16]], dtype=torch.float64, requires_grad=True)
v20 = v12.quantile(0.3, dim=0)
v22 = v16.sqrt()
print(v12.tolist())
print(x2.grad)
print(b19.grad)
