# ---- 70343
import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(766)
z1 = torch.tensor([[[-0.91, -1.0], [-3.0, -2.0]], [[1.653, -1.8], [-2.0, 1.19]]], requires_grad=True)
x2 = torch.randn(1, requires_grad=True)
b3 = torch.tensor([2, 8, 1]) > 0
w4 = torch.tensor([[-1.764], [-0.17], [-2.0]], requires_grad=True)
v5 = torch.atanh((x2**4))
v8 = torch.min(w4, w4)
v10 = v8.unsqueeze(-1)
z1 = torch.sqrt(v8*v8+x2*v8)
v5.size(-1)
v13 = torch.histc(x2.detach(), 4)
v14 = sum([x.item() for x in v5])
print(w4.shape, w4.dtype)
v15 = b3*x2
print(x2.detach())
v5.backward()
z1.sum().backward()
print(x2.grad)
print(w4.grad)

