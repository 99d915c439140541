import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(77)
b1 = torch.tensor([[-1.018, 0.0], [1.21, 0.3], [-0.28, 0.327]], dtype=torch.float64, requires_grad=True)
x2 = torch.tensor([-2.0, 0.2, 0.02])
z3 = torch.tensor(-0.78, dtype=torch.float64, requires_grad=True)
x2.requires_grad_(False)
print(z3.item())
if b1.norm() < 3.0:
    v6 = (torch.reciprocal(x2)).aminmax()[0]
    v7 = torch.randperm(4)
    v6 = torch.tanh((b1.norm(float('inf'))))
else:
    print(z3.grad)
    v6 = (2**z3).amax(1)
v6 = (torch.lerp(z3, z3, 0.001)).double()
v11 = torch.sinc(z3)
v6.backward()
v6.sum().backward()
print(b1.grad)
print(z3.grad)
