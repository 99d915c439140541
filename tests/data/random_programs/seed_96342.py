import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(501)
b1 = torch.tensor([1.331, -0.2, -2.0], requires_grad=True)
a2 = torch.tensor([[0.6, -1.7], [1.241, 0.065], [1.74, 0.15]], requires_grad=True)
v3 = (torch.div(a2, a2)).triu(1)
v4 = v3.register_hook(lambda q: print('hook', q))
try:
    v5 = torch.atleast_2d((torch.numel(a2)))
except Exception as e:
    print(type(e).__name__, e)
print(b1.is_leaf, b1.requires_grad, v3._version)
v7 = a2.norm(1)
v9 = 1/v3
v10 = torch.autograd.gradcheck(lambda q: (q * q).sum(), (torch.rand(2, dtype=torch.float64, requires_grad=True),))
v11 = (b1.abs()).argsort(0)
v12 = b1.expand_as(b1)
print(a2.tolist())
v15 = a2
k16 = 0
while v15.norm() < 2 and k16 < 5:
    k16 += 1
    v15 = v7-(torch.hypot(v7, v7)).mean(0)
a2.grad = None
v17 = F.gelu((torch.cov(v9)))
v17.sum().backward()
v18 = v7.size()
print(f'{v15.sum().item():+.2e} {3:03d}')
v7.backward()
print(b1.grad)
print(a2.grad)
print(v15.grad)
