import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(445)
x1 = torch.tensor([[-2.0, 1.9], [0.8, -1.49], [1.982, -2.0]])
z2 = torch.tensor([[1.0, 1.49, 1.59], [0.73, -1.91, 3.0]], requires_grad=True)
x3 = torch.tensor([0.971, -0.183, -1.444, 0.0], requires_grad=True)
v4 = torch.zeros(2, 2)
with torch.no_grad():
    x1-=x1
v6 = x1[1, -1]
v8 = torch.empty(0)
v9 = v8[True]
print(v9.grad_fn)
v11 = torch.where(x3>3.0, x3, 0.5)
print(type(x3), x3.type())
v12 = torch.slogdet(v4)[1]
v13 = 2 // 2 + 2 % 3 - 4 ** 2
v14 = min(v11)
def f15(p, q):
    print(f'{q.sum().item():+.2e} {1:03d}')
    q = torch.fmod(q, q)
    return ((p-q.mean())/p.std())**0.5, p
v16 = f15(v14, v8)[0]
v17 = (lambda a, b=2: a * b)(v11)
v16.backward()
print(z2.grad)
print(x3.grad)
