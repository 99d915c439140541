import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(929)
b1 = torch.tensor([-1.31], requires_grad=True)
b2 = torch.tensor(0.8, dtype=torch.float64)
v3 = torch.broadcast_to(b2, (2, 2))
print(v3.shape, v3.dtype)
v6 = torch.autograd.Variable(v3, requires_grad=True)
v7 = b2.view_as(b2)
b8 = torch.tensor(0.643, requires_grad=True)
print(b8, b1, sep=' | ')
try:
    v11 = (torch.rsqrt(b2))[None, ..., 0]
except IndexError as e:
    print(type(e).__name__, e)
print(b8.item())
v14 = v6[:1]
b8.clamp_max((-1.5))
v23 = v14.unsqueeze(0)
v7.exp_()
v24 = torch.atan(v3)
v25 = b8.sub(v14)
v26 = torch.clamp(v6, min=0)
v14.sum().backward()
print(b1.grad)
print(v6.grad)
print(b8.grad)
print(x21.grad)
