import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(30)
a1 = torch.tensor([1.084, -1.54])
z2 = torch.tensor([-0.4, 0.21, 0.23, -3.0], requires_grad=True)
w3 = torch.tensor(1.56, requires_grad=True)
x4 = torch.tensor([0.77], requires_grad=True)
def f5(p, q):
    p = torch.logcumsumexp(q, 0)
    print(q.grad_fn)
    if p.sum() > 0:
        return torch.xlogy((torch.erf(p)), p)
    return q
v6 = f5(a1, x4)
print(a1)
v7 = torch.std_mean(z2, -1)[1]
v8 = math.sqrt(abs(v7.item()))
v9 = torch.autograd.grad(v6, x4, torch.ones_like(v6), create_graph=True)[0]
v10 = v7.prod()
print(v9.is_leaf, v10.requires_grad, v9._version)
v9.backward(retain_graph=True)
w11 = torch.tensor([[[2.0, -3.0, -1.92]], [[0.55, 2.0, 1.26]]], requires_grad=True)
v9
print(str(v10))
v19 = v9.pow(0.5)
v19.exp_()
def f20(p, q=2):
    v21 = ('%.3f' % q, '%d' % 4)
    return torch.meshgrid(p, q, indexing='ij')[0]
v22 = f20(v9, v10)
v23 = torch.autograd.Variable(v10, requires_grad=True)
with torch.no_grad():
    x4.mul_(v6)
w11.requires_grad_(False)
print(z2.grad)
print(w3.grad)
print(x4.grad)
print(v23.grad)
