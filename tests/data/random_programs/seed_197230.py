import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(509)
b1 = torch.tensor([0.684], requires_grad=True)
a2 = torch.tensor([[[-1.52, -1.9], [0.67, 0.68]], [[-0.5, 3.0], [-0.3, 0.4]]], requires_grad=True)
x3 = torch.tensor([[-2.0, 0.0, 0.34], [1.66, -0.5, -0.6]])
v4 = a2.requires_grad
v6 = [*b1]
print(x3)
a2 = torch.rsqrt(a2)
v9 = F.mse_loss(a2, a2, reduction='none')
try:
    v10 = torch.meshgrid(b1, v9, indexing='ij')[0]
except Exception as e:
    print(type(e).__name__, e)
x3 = a2.expand(2, -1, -1)
a12 = torch.tensor([1.0, 0.41, 0.0], requires_grad=True)
print(v9.detach())
v14 = v9.squeeze()
print(a12.grad_fn)
def f15(p, q=2):
    v16 = F.l1_loss(p, p)
    return p.tolist()
v17 = f15(v9, a12)
print(v9.shape, x3.dtype)
print(len(b1), a12.numel())
v20 = (a2.roll(1, 2)).reshape_as(v14)
v22 = torch.div((v9.min()), a2, rounding_mode='trunc')
v22.sum().backward()
print(b1.grad)
print(a12.grad)
