import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(667)
b1 = torch.tensor([0.14, 2.0, -1.0], dtype=torch.int32)
x2 = torch.tensor([1.15, 0.25], dtype=torch.float64, requires_grad=True)
a3 = torch.tensor(3.0, dtype=torch.float64, requires_grad=True)
v4 = bool(a3)
v5 = a3//1.0
b6 = torch.tensor([0.2, -0.86], dtype=torch.float64, requires_grad=True)
print(a3.detach())
x7 = torch.tensor([0.74, 0.17, 1.799, -0.38])
v8 = a3-x2
x9 = torch.tensor(0.3, requires_grad=True)
for k in range(4):
    y10 = torch.exp(x9) - 2*x9
    y10.backward()
    print(k, x9.data, y10.item(), x9.grad)
    x9.data -= 0.1 * x9.grad.data
    x9.grad.data.zero_()
print(y10.item())
y10.unsqueeze_(0)
print(repr(k))
v12 = b6.cpu().detach().numpy().sum()
print(x2.grad)
print(a3.grad)
print(b6.grad)
print(x9.grad)
