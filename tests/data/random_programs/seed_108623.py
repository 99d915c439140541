import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(556)
b1 = torch.tensor(0.399, dtype=torch.float64, requires_grad=True)
z2 = torch.tensor(1.75, dtype=torch.float64, requires_grad=True)
a3 = torch.tensor([-0.012, -0.555, 0.734], dtype=torch.float32)
v4 = torch.block_diag(a3, b1)
v5 = v4.max().item()
w6 = torch.randn((), requires_grad=True)
v4.retain_grad()
print(v5)
v7 = z2>=z2
v8 = torch.eye(2)
v9 = a3 * 1
k10 = 0
while v9.norm() < 100 and k10 < 4:
    k10 += 1
    v9 = v9.is_contiguous()
    v9 = torch.true_divide(b1, b1)
    v9 = v9 - 0.1 * v9 ** 3
x11 = torch.tensor([[[-1.724, 0.797, -3.0]], [[0.8, -1.1, 1.18]]], dtype=torch.float64, requires_grad=True)
v9.backward(inputs=[x11])
a12 = torch.tensor([[2.0], [-1.73], [1.477]], dtype=torch.float64, requires_grad=True)
b13 = torch.tensor([-1.9, -1.13, 2.0], dtype=torch.float64, requires_grad=True)
b1.grad = None
x14 = torch.tensor(1.5, requires_grad=True)
for k in range(4):
    y15 = torch.log(1 + torch.exp(-x14))
    y15.backward()
    print(k, x14.tolist(), y15.item(), x14.grad)
    with torch.no_grad():
        x14 = x14 - 0.1 * x14.grad
    x14.requires_grad_()
v17 = torch.exp(-x14**2)*0.001
a12 = torch.div(z2, x11)
v18 = torch.sin(v17)
v19 = (x14.repeat(1, 2, 1)).size()
v21 = v18.T
v22 = torch.diag(b13)
y15.tanh_()
v17.backward()
print(b1.grad)
print(z2.grad)
print(w6.grad)
print(x11.grad)
