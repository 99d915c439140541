import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(423)
x1 = torch.tensor([[-3.0], [0.0], [0.02]], requires_grad=True)
w2 = torch.tensor([[4.0, 1.822, -1.79], [0.0, -1.792, -0.6]], requires_grad=True)
v4 = (x1.median(-1)[1]).numel()
v7 = w2.log1p()
v7.pow(2).mean().backward(create_graph=True)
x1.grad
with torch.no_grad():
    x1[x1>1.9]=0.
v13 = w2.cos()
v14 = x1.clone()
k15 = 0
while v14.norm() < 100 and k15 < 5:
    k15 += 1
    v16 = v13/2
    v14 = v14.repeat(4, 1)
    v14 = v14 * 0.5
    if k15 == 1:
        continue
b17 = torch.tensor([3.0, 3.0, -0.32], requires_grad=True)
w18 = torch.tensor([[[-2.0, 1.69, -0.73]], [[0.36, 1.3, -1.792]]], requires_grad=True)
v16.sum().backward()
print(x1.grad)
print(w2.grad)
print(b17.grad)
print(w18.grad)
