import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(310)
x1 = torch.randn(1, requires_grad=True)
b2 = torch.tensor([0.39, 1.5], requires_grad=True)
z3 = torch.tensor([[0.215, 1.3, 1.0], [1.79, -1.926, 1.602], [-0.3, -1.98, -0.34]], requires_grad=True)
x4 = torch.tensor([[0.74], [-1.0], [-0.6]], requires_grad=True)
v7 = torch.floor_divide(z3, 2.0)
x8 = torch.tensor([-0.86, 0.09, -0.51], requires_grad=True)
v9 = x1.contiguous()
v10 = torch.cat([e.view(1) for e in b2])
v11 = x4+v9.sum()
def f14(p, q, k=3, *args):
    print(p.grad)
    q.data.mul_(1.0)
    return p.cos(), p
v16 = f14(v9, v7)[0]
v16.backward()
v11.sum().backward()
print(x1.grad)
print(b2.grad)
print(z3.grad)
print(x4.grad)
