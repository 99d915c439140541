import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(803)
a1 = torch.tensor(0.0, dtype=torch.float64, requires_grad=True)
x2 = torch.tensor([[-1.9, 0.0, 4.0]], dtype=torch.float64, requires_grad=True)
z3 = torch.tensor([[0.731, 1.73], [-3.0, 0.83], [0.0, 0.76]], dtype=torch.float64, requires_grad=True)
a4 = torch.tensor([[0.1, -1.26, 0.729]], dtype=torch.float64, requires_grad=True)
with torch.no_grad():
    a4.transpose_(0,1)
v15 = 3 // 2 + 1 % 3 - 2 ** 2
v16 = a4.reshape(-1)
def f17(p, q=2):
    v18 = torch.cummin(q, -2).values
    if p.sum() > 0:
        return v18*v18
    return q
v19 = f17(a1, a1)
try:
    v21 = torch.triu(a1)
except Exception as e:
    print(type(e).__name__, e)
v22 = torch.acos(v19)
v24 = z3+3.0
x25 = torch.tensor([[[-1.0, 0.394, -1.9]], [[-0.02, 3.0, -1.771]]], dtype=torch.float64, requires_grad=True)
print(type(x25), v16.type())
v22.backward()
v24.sum().backward()
print(a1.grad)
print(x2.grad)
print(z3.grad)
print(a4.grad)
