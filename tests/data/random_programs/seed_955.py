import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(630)
w1 = torch.tensor([[-6, 8, -3], [1, 0, -1]])
b2 = torch.tensor([[-1, 4, -2], [2, -2, 3], [-2, 2, -1]])
x3 = torch.tensor([[1.62], [0.46], [-0.91]], requires_grad=True)
x3.grad = None
v4 = torch.cumprod(x3, 0)
v4.grad_fn
v4.grad_fn
v5 = torch.lgamma(v4.abs()+0.5)
a6 = torch.tensor([-0.63])
v7 = torch.full((2, 3), 0.9)
v8 = torch.empty(0)
v5 = v4.element_size()
v10 = v4.detach().numpy()
v4.data.mul_(2.0)
v11 = a6.sub(v7)
print(f"{a6!r:>5}")
v12 = torch.autograd.grad(v4.sum(), x3, create_graph=True)[0]
print(v7)
v13 = v12 * 1
k14 = 0
while v13.norm() < 5 and k14 < 2:
    k14 += 1
    v15 = torch.heaviside(v8, x3)
    v13 = torch.sin(v13) * 1.5
v16 = v4.nonzero(as_tuple=True)[0]
v12.sum().backward()
print(x3.grad)
