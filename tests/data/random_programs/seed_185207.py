import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(726)
z1 = torch.tensor([[-1.0, 1.0, 0.68], [-1.12, 1.23, 0.0], [-0.19, -0.78, -0.1]], requires_grad=True)
x2 = torch.tensor([[[-1.0, 0.041], [-0.83, 1.13]], [[-0.22, 2.0], [0.58, -3.0]]], requires_grad=True)
b3 = torch.tensor([1.09], requires_grad=True)
print(x2)
v4 = isinstance(x2, torch.Tensor)
v5 = b3/3
w6 = torch.tensor([[1.95, -1.7, -0.8], [-3.0, 1.003, 4.0]], requires_grad=True)
print(f"{z1!r:>5}")
v7 = b3.median()
print(f'{v7:.3f}')
v7 = (x2[0:2, 1:]).log1p()
with torch.inference_mode():
    v8 = (x2*x2*x2).unsqueeze(0)
    v12 = torch.true_divide(v8, x2)
v13 = v12.round()
v15 = w6[0]
v7.sum().backward()
v5.backward()
v16 = w6._version
w6 = v8.triu(1)
try:
    v8 = torch.matmul(v8, v5)
except Exception as e:
    print(type(e).__name__, e)
v18 = torch.tensor([True, False, True])
print(x2)
z1
v20 = v18|v18
x21 = torch.tensor(1.5, requires_grad=True)
for k in range(4):
    y22 = torch.exp(x21) - 2*x21
    y22.backward()
    print(k, x21, y22.item(), x21.grad)
    x21.data.add_(x21.grad, alpha=-0.1)
    x21.grad = None
print(round(x21.item(), 4))
v15.sum().backward()
print(z1.grad)
print(x2.grad)
print(b3.grad)
print(x21.grad)
