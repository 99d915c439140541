import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(766)
b1 = torch.tensor([[-3.0, -1.965, -1.1], [1.28, 0.3, -1.0], [2.0, -1.92, -0.534]], requires_grad=True)
z2 = torch.tensor([[3.0], [3.0], [-0.44]], requires_grad=True)
x3 = torch.tensor([0.17, 1.75, -1.24, 0.8], requires_grad=True)
a4 = torch.randn(3, 2, requires_grad=True)
try:
    v5 = F.batch_norm((x3<3.0), None, None, training=True)
except RuntimeError as e:
    print(type(e).__name__, e)
with torch.no_grad():
    a4.detach_()
b1.grad
v6 = 1/(1+torch.exp(-(torch.sqrt(z2*z2+b1*b1))))
v7 = z2.permute(1, 0)
v8 = b1[..., 0]
v9 = z2.pow(1)
b10 = torch.tensor([0.39, -0.2, -1.43], requires_grad=True)
a12 = torch.tensor([-3])
with torch.no_grad():
    v7.clamp_max_(0.5)
v7.sum().backward()
print(b1.grad)
print(z2.grad)
print(x3.grad)
print(b10.grad)
