import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(450)
z1 = torch.tensor([[[-0.3, 0.2, -0.48]], [[-1.3, 0.9, 0.79]]], dtype=torch.float64, requires_grad=True)
a2 = torch.tensor(0.16, dtype=torch.float64, requires_grad=True)
v5 = z1.nanmean()
print(a2.shape, z1.dtype)
w6 = torch.tensor([[[1.41, 0.68, 0.03]], [[1.7, 2.0, 0.16]]], dtype=torch.float64, requires_grad=True)
z1.data.mul_(0.5)
v7 = z1 + 0
v7.pow_(2)
v8 = torch.autograd.grad(v7.sum(), z1, create_graph=True)[0]
v5.backward()
v8.sum().backward()
print(z1.grad)
print(a2.grad)
print(w6.grad)
