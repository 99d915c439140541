import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(718)
b1 = torch.tensor([[[1.728, -1.0, 1.0]], [[1.99, 0.0, -0.4]]], requires_grad=True)
b2 = torch.tensor([[-3], [2], [2]])
a3 = torch.tensor(-0.544, requires_grad=True)
x4 = torch.tensor([[0.458, 0.1], [-0.239, 3.0], [-1.7, -1.03]])
b5 = torch.randn(4, requires_grad=True)
v6 = b2.cumsum(0)
b7 = torch.tensor([0.0, -1.7, 0.77])
v9 = torch.nan_to_num(b5)
v10 = v6[..., -1:]
v11 = b2+1.63
f12 = lambda p, q=0.25: torch.diff(q)
v13 = f12(x4, b7)
v14 = a3+0.001
print(b5.grad)
try:
    v16 = torch.linalg.multi_dot([(torch.logical_and(v9, v10)), v11])
except Exception as e:
    print(type(e).__name__, e)
def f17(p, q, k=3, *args):
    v18 = p/q.norm()
    return p.unflatten(0, (3, -1)), p
v19 = f17(v11, v11)[0]
z20 = torch.tensor([[0.0, 2.0, -3.0], [1.939, -1.0, -1.652]], requires_grad=True)
print(torch.allclose(a3, v11))
v22 = list(map(lambda q: q * 3, [1, 2, 3]))
v14.backward()
v14.sum().backward()
print(b1.grad)
print(a3.grad)
print(b5.grad)
print(z20.grad)
