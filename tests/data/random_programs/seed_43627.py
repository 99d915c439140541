import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(174)
x1 = torch.tensor([[-0.152, -1.46, 1.19], [4.0, 1.89, 1.63], [0.21, -1.0, -1.675]], dtype=torch.float64, requires_grad=True)
x2 = torch.tensor([[0, 4], [0, 0], [2, -1]])
v3 = torch.max((x1[[0, 0, 1]]), -1)[0]
def f4(p, q):
    print(q.norm())
    q = (torch.roll(p, -1, 0)).new_full((2, ), 0.21)
    if p.sum() > 0:
        return (torch.logical_and(p, p)).to(p.dtype)
    return q
v5 = f4(v3, v3)
v6 = torch.autograd.gradcheck(lambda q: (q * q).sum(), (torch.rand(2, dtype=torch.float64, requires_grad=True),))
v7 = x1.log()
b8 = torch.tensor([[0.38, -0.833], [0.25, -1.21]], dtype=torch.float64, requires_grad=True)
v5.fill_(1.44)
try:
    v7[x2]=2.0
except Exception as e:
    print(type(e).__name__, e)
f9 = lambda p, q=0.05: torch.exp(-q**2)*0.5
v10 = f9(x1, v7)
v7.sum().backward()
print(x1.grad)
print(b8.grad)
