import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(452)
b1 = torch.tensor([[0.6, -0.59, -1.86], [1.8, 1.0, -1.46], [0.36, 1.078, 0.5]], dtype=torch.float64, requires_grad=True)
x2 = torch.tensor([[[-1.8, 1.864], [-1.0, -1.84]], [[0.1, 1.0], [-0.7, 0.4]]])
b3 = torch.tensor([[1.28, 1.2, 0.0]], dtype=torch.float64, requires_grad=True)
v4 = b1//b1
with torch.enable_grad():
    v5 = v4.clamp(0.5, 3.0)
    v6 = divmod(4, 2), abs(0.5), pow(3, 3)
x7 = torch.tensor(-2.0, requires_grad=True)
for k in range(5):
    y8 = (x7**2).sum()
    y8.backward()
    print(k, x7.tolist(), y8.item(), x7.grad)
    with torch.no_grad():
        x7 -= 0.1 * x7.grad
    x7.grad.zero_()
y8.requires_grad_()
v12 = [p for p in (v5, x2) if p.requires_grad]
v13 = x7.relu()
v14 = v13-v5
with torch.no_grad():
    b1[1:]+=2.0
v15 = torch.equal(v13, v4)
v13.T
print(b1.grad)
print(b3.grad)
print(x7.grad)
