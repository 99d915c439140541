import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(683)
w1 = torch.tensor([[-1.506, 0.493, 0.32], [3.0, 0.36, 1.51]], requires_grad=True)
z2 = torch.tensor(0.4, requires_grad=True)
x3 = torch.tensor([[-3.0, 1.5, 3.0], [-0.07, -1.71, 3.0], [1.76, 1.767, -0.52]], requires_grad=True)
v6 = w1.view(-1)
print(z2.is_leaf, x3.requires_grad, v6._version)
print(z2)
print(x3)
v6.grad_fn
v7 = w1 * 1
v7.squeeze_()
x9 = torch.tensor([[0.329], [-0.69], [-1.34]], requires_grad=True)
def f11(p, q):
    p = p[0][0]
    if p.sum() > 0:
        return p-q.mean(0)
    return q
v12 = f11(w1, z2)
w13 = torch.tensor([[-2.0, -1.56], [-1.79, 3.0]], dtype=torch.int64)
w14 = torch.tensor([1.071, 0.0, -1.51, -0.2], requires_grad=True)
v15 = torch.autograd.grad(v7, w1, torch.ones_like(v7), create_graph=True)[0]
v6.backward(gradient=v6)
v7.sum().backward()
print(w1.grad)
print(z2.grad)
print(x3.grad)
print(x9.grad)
