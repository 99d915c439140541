import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(824)
a1 = torch.tensor([[-1.69], [0.13], [1.5]], requires_grad=True)
z2 = torch.tensor([[[0.432, 0.1], [1.628, 2.0]], [[0.91, -0.877], [-0.72, -2.0]]], requires_grad=True)
x3 = torch.tensor([[0.119, -0.7], [3.0, -1.81], [-1.0, 1.4]], dtype=torch.int64)
torch.kron(a1, z2)
print(str(x3))
a4 = torch.tensor([-0.37, -1.0, -0.3], requires_grad=True)
def f5(p, q, k=3, *args):
    print(q, q, sep=' | ')
    return p.T@q
v6 = f5(a4, a1)
v7 = v6.type_as(a1)
with torch.no_grad():
    a4.exp_()
with torch.no_grad():
    a1.remainder_(0.25)
v9 = a1, v6
v10 = a1/a1
v13 = v7[:1]
v6**=2
v13[0]=v10[1]
print(f'{v7.sum().item():+.2e} {1:03d}')
v14 = v10.split(2)[0]
print(a1.grad)
print(z2.grad)
print(a4.grad)
