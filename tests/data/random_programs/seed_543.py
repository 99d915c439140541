import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(962)
x1 = torch.tensor([[1.25, -1.717], [1.77, 1.42]])
x2 = torch.tensor(0.511, requires_grad=True)
v3 = torch.randint(0, 5, (3, 2))
v4 = v3//2
v5 = x1.detach().clone()
print(v5.grad_fn)
x1.data[0]=1.0
with torch.no_grad():
    x1.sub_(x1)
print(str(x1))
v9 = torch.zeros(2, 2)
v10 = v5.expand_as(v5)
v10.requires_grad_()
v15 = torch.autograd.gradcheck(lambda q: (q * q).sum(), (torch.rand(2, dtype=torch.float64, requires_grad=True),))
v5.square_()
v17 = v5**2
v18 = torch.isclose(x1, x1)
b19 = torch.tensor([[[-1.992, -1.96, -1.83]], [[-1.2, 4.0, -0.35]]], requires_grad=True)
print(x2.grad)
print(v10.grad)
print(b19.grad)
