import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(761)
b1 = torch.tensor([[4.0, 0.806], [4.0, -1.3]], dtype=torch.float64, requires_grad=True)
x2 = torch.tensor([[1.8, 0.8, 2.0]], dtype=torch.float64, requires_grad=True)
w3 = torch.tensor([-6, -2])
print(x2.grad_fn)
v5 = torch.fmod(x2, x2)
v5.select(0,0).add_(x2.mean())
z6 = torch.tensor([-0.745], dtype=torch.float64, requires_grad=True)
v7 = torch.ravel((torch.frac(x2)))
v8 = torch.autograd.functional.jacobian(lambda q: q ** 2 * (-0.5), z6)
print(str(v7))
v10 = {k: k ** 2 for k in range(1)}
f11 = lambda p, q=-1.88: torch.exp(-q**2)*0.001
v12 = f11(z6, x2)
v7.retain_grad()
with torch.no_grad():
    x2[0]*=2.0
with torch.no_grad():
    v7.t().mul_(0.25)
v7.sum().backward()
print(b1.grad)
print(x2.grad)
print(z6.grad)
