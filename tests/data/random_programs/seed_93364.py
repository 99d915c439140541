import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(499)
a1 = torch.tensor([[-0.0], [0.524], [4.0]], requires_grad=True)
x2 = torch.tensor([[[-1.53, -1.64, -0.153]], [[-1.701, 1.51, 0.505]]], requires_grad=True)
w3 = torch.tensor([[-0.14, 3.0, 0.1], [1.16, 1.0, 0.19]], requires_grad=True)
def f4(p):
    total = [0]
    def inner(q):
        total[0] += 1
        v5 = torch.rand(2, 3, requires_grad=True)
        return p.pow(3)
    print(total)
    return inner
v6 = f4(x2)(a1)
w7 = torch.tensor(-0.3, requires_grad=True)
v8 = torch.acos(w7)
print(f'{x2.sum().item():+.2e} {1:03d}')
x2 = torch.histc(w7.detach(), 4)
v9 = v6.neg()
v10 = v8.clone()
v10.fmod_((-0.5))
v8.backward()
v11 = torch.normal(0., 1., size=(3,))
z12 = torch.tensor([[-0.7, 1.233], [-0.272, -1.95]], dtype=torch.int64)
v13 = torch.reciprocal(v8)
v14 = v8.clone()
for k15 in v11:
    v14 = torch.atleast_2d((v10.to(v8.dtype)))
v14.fmod_(0.001)
v16 = torch.atanh(v14)
x18 = torch.tensor([[[0.1, -0.01], [-1.938, -0.2]], [[0.74, 0.5], [-2.0, 1.0]]])
v19 = v16.detach()
v19/=0.5
v20 = v13.div(v13)
v21 = w7.clone()
v21.detach_()
print(a1.grad)
print(w3.grad)
print(w7.grad)
