import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(996)
w1 = torch.tensor([0.89])
z2 = torch.tensor([1.0, 1.58, 0.0], dtype=torch.float64, requires_grad=True)
b3 = torch.tensor([[[-0.34, -0.792], [-1.48, -0.2]], [[-0.429, 0.65], [4.0, 1.8]]], dtype=torch.float64, requires_grad=True)
print('value', z2.max(), end=';\n')
v4 = w1/w1
v5 = w1.repeat(3)
v7 = b3 * 1
v7.normal_()
v8 = v7[0]
w9 = torch.tensor([-1.1, -3.0, 1.945], dtype=torch.float64, requires_grad=True)
v10 = v7.register_hook(lambda q: print('hook', q))
v12 = b3//v4
print(w9.tolist())
v12.grad_fn
print(v10)
v8 = (v12.exp()).fmod(2.0)
b13 = torch.tensor(-1.0, dtype=torch.float64, requires_grad=True)
try:
    v8.mean().backward()
except RuntimeError as e:
    print(type(e).__name__, e)
print(z2.grad)
print(b3.grad)
print(w9.grad)
print(b13.grad)
