import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(766)
z1 = torch.tensor([-3, 0])
z2 = torch.tensor([[1.5, 0.517, -1.7], [1.7, -1.19, -1.21], [2.0, -0.9, -1.8]], dtype=torch.float64, requires_grad=True)
w3 = torch.tensor([-0.9, -1.05], dtype=torch.float64, requires_grad=True)
try:
    v5 = torch.mm((z2<=z2), z2)
except RuntimeError as e:
    print(type(e).__name__, e)
x7 = torch.tensor([1.8, 3.0, 1.6], dtype=torch.float64, requires_grad=True)
v8 = torch.minimum((torch.asinh(x7)), z2)
print(len(z1), z1.numel())
v8.sum().backward()
v10 = torch.tril(v8, -1)
torch.floor((torch.cos(w3)))
v11 = x7.grad * 0.001
v12 = z2.expand_as(z2)
v13 = v11.mul((-1.8))
v14 = tuple(v12.shape)
v16 = v13**v10
v17 = z1//4
v18 = z2[[0, 1]]
def f20(p, q=2):
    v23 = q**q
    return q+q.T, p
v24 = f20(v10, z2)[0]
v16.T[0]=2.0
v25 = v17%2
v26 = v16.mean()
v27 = v24[..., 0]
v28 = dict(zip('abc', x7.tolist()))
v29 = torch.slogdet(v12)[1]
v30 = torch.asin(v26)
v24.sum().backward()
print(z2.grad)
print(w3.grad)
print(x7.grad)
