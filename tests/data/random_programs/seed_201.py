import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(3)
b1 = torch.tensor([[0.48], [1.459], [0.267]], dtype=torch.float64, requires_grad=True)
x2 = torch.tensor([[0.0, -1.57, 4.0], [-1.9, 0.88, 1.05]], dtype=torch.float64, requires_grad=True)
z3 = torch.tensor([0, 0, 3]) > 0
print(x2.detach())
v4 = torch.abs(x2)
v5 = x2.reshape(-1)
v6 = b1[:1]
v7 = torch.isfinite((F.softplus(b1, beta=2)))
v8 = [torch.sin(e) for e in v5][0]
v8.backward()
v10 = torch.autograd.grad(v8, [b1, b1], allow_unused=True)
v11 = v6>v4
print(type(v7), v8.type())
print(b1, v5, sep=' | ')
v6.backward()
v5.sum().backward()
print(b1.grad)
print(x2.grad)
