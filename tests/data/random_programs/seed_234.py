import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(878)
a1 = torch.tensor([[0.0, 2.0, 0.4], [-0.4, -0.45, 0.88]])
b2 = torch.tensor(0.99, requires_grad=True)
w3 = torch.tensor([3.0, -3.0, 1.91], requires_grad=True)
x4 = torch.tensor([[1.72, -2.0], [0.87, -0.779], [-1.53, -1.8]], requires_grad=True)
v5 = a1//a1
print(b2.shape, w3.dtype)
v7 = b2.clone()
for k8 in range(1):
    print(v7.grad_fn.name())
    v7 = torch.tanh(v7)
    if k8 == 2:
        break
print(k8)
print(str(a1))
v7.sum().backward(retain_graph=True)
v9 = torch.isclose(a1, w3)
v10 = v5.flip(0)
v11 = v7.item()
x12 = torch.tensor(-2.0, requires_grad=True)
for k in range(2):
    y13 = torch.sin(x12) + 0.1*x12**2
    y13.backward()
    print(k, x12, y13.item(), x12.grad)
    x12 = (x12 - 0.1 * x12.grad).detach().requires_grad_()
z15 = torch.tensor([1]) > 0
v16 = nn.SmoothL1Loss()(w3, x12)
v19 = v16.tolist()
b20 = torch.tensor([[1.0, 1.9, -0.654]], requires_grad=True)
v21 = torch.div(v7, v7, rounding_mode='trunc')
v23 = x12//x12
v25 = torch.autograd.gradcheck(lambda q: (q * q).sum(), (torch.rand(2, dtype=torch.float64, requires_grad=True),))
v21.backward()
print(b2.grad)
print(w3.grad)
print(x4.grad)
print(x12.grad)
