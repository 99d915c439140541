import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(803)
b1 = torch.tensor([[1.953], [1.579], [1.3]])
b2 = torch.tensor([[[-0.17, 1.877, 1.251]], [[-1.99, 0.91, 0.2]]], dtype=torch.float64, requires_grad=True)
v3 = b2.detach()
print(b2.shape, b2.dtype)
print(b2.grad)
v6 = (torch.logical_and(v3, b1))[:, 1]
print(b2.detach().numpy())
v7 = torch.full((2, 2), (-0.5))
v8 = v3.var(0)
v9 = v8[-1]
def f10(p, q):
    print(type(q), q.type())
    v11 = q.max()
    return torch.neg(p), p
v12 = f10(b1, v3)[0]
a13 = torch.tensor([[1.786, 0.43], [1.828, 1.0]], dtype=torch.float64, requires_grad=True)
v14 = v12.sin()
v7 = torch.exp2(v8)
v17 = (v7*v9).sum()+3.0*a13
v17.triu_()
v20 = torch.autograd.gradcheck(lambda q: (q * q).sum(), (torch.rand(2, dtype=torch.float64, requires_grad=True),))
v17.sum().backward()
print(b2.grad)
print(a13.grad)
