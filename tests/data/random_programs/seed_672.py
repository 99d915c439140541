import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(178)
z1 = torch.tensor([1.0, -1.802, 1.0], dtype=torch.float64, requires_grad=True)
a2 = torch.tensor([0.8, -1.424, -1.9], dtype=torch.float64, requires_grad=True)
a3 = torch.tensor([[[1.289, -1.0, 1.13]], [[-1.436, -0.569, 3.0]]], dtype=torch.float64, requires_grad=True)
x4 = torch.tensor([[-3.0, 1.57, 0.85], [-1.7, -0.636, -1.53]], dtype=torch.float64, requires_grad=True)
v5 = x4[:1]
v6 = torch.heaviside(a3, a3)
v7 = x4.clone()
k8 = 0
while v7.norm() < 2 and k8 < 3:
    k8 += 1
    print(v7.grad)
    v9 = torch.sinh(v7)
    v7 = v7 - 0.1 * v7 ** 3
v10 = v6.detach()
v10.data[0]=1.0
try:
    print(v6, x4, sep=' | ')
    v11 = [1.0][2]
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
else:
    done = True
x4
print(a3.detach())
f15 = lambda p, q=2.0: (F.softsign(p))+True
v16 = f15(v10, v7)
v5.sum().backward()
print(z1.grad)
print(a2.grad)
print(a3.grad)
print(x4.grad)
