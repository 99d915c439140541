import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(996)
a1 = torch.tensor([[0.1], [-2.0], [-1.76]], requires_grad=True)
b2 = torch.tensor([[[0.18, -0.2, 0.0]], [[1.49, -0.41, -0.88]]])
b3 = torch.tensor([-0.7, 0.3, 0.0], requires_grad=True)
x4 = torch.tensor([1, -2, -3])
v5 = x4.reshape(-1)
v6 = torch.ones_like(b2)
print(a1.norm())
v7 = a1.double()
v8 = a1.mean()
v7.relu_()
v9 = torch.fmod(a1, b2)
v10 = v9.floor()
v11 = (v7.all()).kthvalue(1)[0]
v8.backward()
v10.sum().backward()
print(a1.grad)
print(b3.grad)
