# ---- 83140
import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(275)
a1 = torch.randn(2, 2, 2, requires_grad=True)
x2 = torch.tensor([[-0.1, -1.8, -1.9], [1.14, -1.0, 0.54], [0.351, -0.0, 1.4]], dtype=torch.float64, requires_grad=True)
print(type(a1), a1.type())
v4 = torch.isclose(a1, a1)
v5 = torch.where(v4, a1, a1)
x6 = torch.tensor([[[0, -3], [0, 0]], [[-3, 8], [-1, 0]]])
v7 = torch.histc(a1.detach(), 4)
v8 = torch.histc(v5.detach(), 4)
v9 = x6[:2, [0, 1]]
print(x2.detach())
v11 = x2**0.5
a12 = torch.tensor([[-1.193], [-0.163], [-1.68]], dtype=torch.float64, requires_grad=True)
v13 = (v4[0:2])==v5
print(v5)
v14 = sum([x.item() for x in v7])
v15 = nn.Parameter(torch.randn(3))
v11.sum().backward()
print(a1.grad)
print(x2.grad)
print(a12.grad)
print(v15.grad)

