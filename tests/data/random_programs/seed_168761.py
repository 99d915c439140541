import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(874)
z1 = torch.tensor([-0.56, -2.0, 0.404], dtype=torch.float64, requires_grad=True)
b2 = torch.tensor([[0.57], [-3.0], [-0.8]], dtype=torch.float64, requires_grad=True)
z3 = torch.tensor([0.9, -0.37, -0.2], dtype=torch.float64, requires_grad=True)
w4 = torch.tensor([[[2, 0], [3, -3]], [[-2, -1], [3, 2]]])
v5 = sum(z3)
v6 = torch.autograd.Variable(z1, requires_grad=True)
print(v5)
v8 = torch.log1p(v5)
v9 = v8.T
def f10(p, q=2):
    v11 = p.roll(1)
    if p.sum() > 0:
        return torch.linalg.solve(p, q)
    return q
v12 = f10(b2, v9)
v13 = v12.T
v13.reciprocal_()
print('%.4f' % v13, v13.item() > 0)
with torch.no_grad():
    z3.data=v13.data*2
v12 = torch.trunc((torch.minimum(v8, v12)))
v14 = w4-w4
def f16(p, q=2):
    v17 = torch.reciprocal(q)
    q = (p.amin())+q
    return torch.full_like(p, 2.0), p
v18 = f16(v5, v12)[0]
w22 = torch.tensor([[1.394, -0.43, 3.0]], dtype=torch.float64, requires_grad=True)
v23 = torch.sin((torch.logit(b2.sigmoid())))
v12.backward()
v5.sum().backward()
print(z1.grad)
print(b2.grad)
print(z3.grad)
print(v6.grad)
