import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(835)
w1 = torch.tensor([2.0, -0.59], dtype=torch.float64, requires_grad=True)
b2 = torch.tensor([2.0, 1.2, -0.226, 1.86], dtype=torch.float64, requires_grad=True)
z3 = torch.tensor([[-0.928], [1.703], [-1.59]], dtype=torch.float64, requires_grad=True)
b4 = torch.tensor([[[-1.9, -0.96], [2.0, -1.95]], [[1.0, 1.96], [3.0, 0.77]]], dtype=torch.float64, requires_grad=True)
print(w1.norm())
v5 = torch.square((w1@w1))
print(v5.item())
v6 = torch.sort(b4, 1, True)[0]
print('value', z3.max(), end=';\n')
v5/=1.0
try:
    v6.masked_fill_(z3>0.001,2.0)
except RuntimeError as e:
    print(type(e).__name__, e)
v5.backward(inputs=[b4])
v9 = (lambda a, b=2: a * b)(b4)
with torch.no_grad():
    z3[0]*=(-0.61)
w10 = torch.tensor([[-1.9, 0.079, 1.796], [0.43, 2.0, 0.02]], dtype=torch.float64, requires_grad=True)
print(v9.grad_fn)
v14 = v9!=v5
v5.backward()
print(w1.grad)
print(b2.grad)
print(z3.grad)
print(b4.grad)
