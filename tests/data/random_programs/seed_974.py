import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(616)
z1 = torch.randn(1, 3, requires_grad=True)
z2 = torch.tensor([-2.0, 0.16], dtype=torch.float64, requires_grad=True)
x3 = torch.tensor([1.89, 3.0, -2.0, 2.0], dtype=torch.float64, requires_grad=True)
b4 = torch.randn(2, requires_grad=True)
v5 = torch.clamp(x3, min=0)
v5 = torch.log2(b4)
v7 = torch.trapz(z2)
torch.div(b4, b4, rounding_mode='trunc')
v8 = F.relu(v5)
v9 = (3/x3)[torch.randperm(2)]
v11 = torch.log10(v7)
with torch.set_grad_enabled(False):
    v12 = z2.register_hook(lambda q: q.clamp(-1, 1))
    v14 = torch.count_nonzero((4/v5))
v15 = z2.register_hook(lambda q: q.clamp(-1, 1))
v7.backward()
v7.sum().backward()
print(z1.grad)
print(z2.grad)
print(x3.grad)
print(b4.grad)
