import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(273)
x1 = torch.tensor([[0.361, 1.78, 4.0], [1.984, 1.75, -1.63], [1.0, 1.4, 1.91]], requires_grad=True)
z2 = torch.tensor([[1.2, 1.32], [0.845, -0.78]], requires_grad=True)
b3 = torch.tensor([1.409, 0.7, 0.03, 0.795], requires_grad=True)
v4 = nn.Parameter(torch.randn(2))
v5 = sorted(v4.tolist(), reverse=True)
v6 = [[a * b for a in range(3)] for b in range(2)]
print(repr(v6))
v9 = b3[0]
x10 = torch.tensor([[[2.0, 0.0, -0.43]], [[-0.69, 1.618, -1.9]]], requires_grad=True)
try:
    v11 = b3.trace()
except Exception as e:
    print(type(e).__name__, e)
v12 = x1.max().item()
b13 = torch.tensor([[[-1.7, 0.0], [0.968, 3.0]], [[0.48, 0.295], [-1.3, 2.0]]], requires_grad=True)
v14 = '{:.2f} {:>6}'.format(v9.item(), 1)
def f15(p, q=2):
    v16 = (torch.nan_to_num(p))[:, 1:, 0]
    v17 = F.relu6(v16)
    return q//p
v18 = f15(x10, x1)
v19 = torch.erf(v9)
v20 = v18.lerp(v18, 0.5)
v9.backward()
print(x1.grad)
print(z2.grad)
print(b3.grad)
print(v4.grad)
