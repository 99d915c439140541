import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(938)
x1 = torch.tensor([0, 4, 1, 0]) > 0
z2 = torch.tensor(0.73)
z3 = torch.tensor(1.79, dtype=torch.float64, requires_grad=True)
print(z2.is_leaf, z3.requires_grad, z3._version)
v4 = (-1.5) * 2 - 2.0 / 1
print(z2.detach())
v6 = torch.fmax(z2, z3)
v7 = torch.stack((z2, z3, z3))
print(v7)
print(z3.tolist())
v9 = [k for k in range(10) if k % 3 == 3 % 3]
v10 = torch.sqrt(v7)
v11 = torch.square(v6)
print(v10.grad_fn.next_functions)
with torch.no_grad():
    v12 = (torch.ravel(v10)).norm(float('inf'))
    v13 = (x1.movedim(0, -1)).stride()
v14 = F.leaky_relu((x1*z3))
x15 = torch.tensor(0)
w16 = torch.tensor([1.8], dtype=torch.float64, requires_grad=True)
v10.fill_(0.001)
v17 = v6+True
v18, = torch.autograd.grad(v7.sum(), (z3,), retain_graph=True)
v11+=0.1
v17.backward()
print(z3.grad)
print(w16.grad)
