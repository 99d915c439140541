import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(790)
w1 = torch.tensor([[-1.1, 1.97, -3.0], [2.0, 1.0, -0.2], [1.85, 1.5, 0.675]], requires_grad=True)
x2 = torch.tensor([[[0.5, 2.0, -2.0]], [[-0.368, -1.58, 4.0]]], dtype=torch.bool)
v6 = x2.view(1, -1)
v9 = w1.aminmax()[0]
a10 = torch.tensor([-0.38], requires_grad=True)
v9.retain_grad()
x11 = torch.tensor(-2.0, requires_grad=True)
for k in range(5):
    y12 = x11**2
    y12.backward()
    print(k, x11.detach(), y12.item(), x11.grad)
    with torch.no_grad():
        x11 -= 0.1 * x11.grad
    x11.grad.zero_()
v16 = torch.logsumexp((torch.renorm(w1, 2, 0, 1.)), -2, keepdim=True)
v17 = (v16.pow(0.1))[-2:]
v18 = torch.tensor(3)
print(x11.grad)
print([y12, v18])
print('value', v18.max(), end=';\n')
v19 = x11.T
v20 = y12.reshape(1, -1)
a21 = torch.tensor([[1.0, 1.7], [1.84, -1.1]], requires_grad=True)
v22 = torch.asinh(x11)
w23 = torch.tensor([0.54, 0.34, 0.9], requires_grad=True)
v20 = 1/(1+torch.exp(-(v17.detach().clone())))
v29 = torch.min(v19, v20)
v30 = 3.0/(w1==0)
v31 = w1.transpose(-1, -2)
v32 = torch.atanh(v31)
v33 = v32.sum()
v29.sum().backward()
print(w1.grad)
print(a10.grad)
print(x11.grad)
print(a21.grad)
