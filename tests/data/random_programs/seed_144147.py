import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(613)
x1 = torch.tensor([[1.39, 1.49, 0.88], [-1.0, -0.19, 2.0], [-1.1, 1.4, -1.45]], requires_grad=True)
w2 = torch.tensor(0.9, requires_grad=True)
v3 = x1.lerp(x1, 0.5)
print(f"{x1}")
v5 = torch.log2(x1)
b6 = torch.tensor([[-1.0, -0.42, 0.85]], requires_grad=True)
v5.backward(torch.ones_like(v5))
v7 = b6.clone()
k8 = 0
while v7.norm() < 2 and k8 < 2:
    k8 += 1
    v7 = torch.hstack([x1, x1])
    v7 = v7 + k8
v9 = torch.exp2((torch.cov(v5)))
v10 = abs((torch.floor_divide(b6, 1.0)))
v9.data[0]=0.25
try:
    (torch.histc(v5.detach(), 4)).double()
except Exception as e:
    print(type(e).__name__, e)
v12 = v7[[0, 1], [1, 0]]
v13 = v12.reshape(-1)
v13.abs_()
v12 = (F.leaky_relu(v9)).max(-1).values
v13.sum().backward()
print(x1.grad)
print(w2.grad)
print(b6.grad)
