import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(181)
a1 = torch.tensor([0.02, 0.656, -2.0, -1.68])
a2 = torch.tensor(-1.0, dtype=torch.float64, requires_grad=True)
z3 = torch.tensor(-1.3, dtype=torch.float64, requires_grad=True)
b4 = torch.tensor([[[-0.1, 0.89, -0.98]], [[1.055, -1.29, -1.42]]], dtype=torch.float64, requires_grad=True)
v5 = torch.norm(z3)
a6 = torch.tensor([[[-0.77, 1.62, -1.424]], [[-0.0, 0.5, -0.9]]], dtype=torch.float64, requires_grad=True)
v7 = torch.pow(b4, b4)
v8 = F.selu((torch.log(torch.exp(z3)+1)))
v9 = v5.aminmax()[0]
v10 = F.elu(v9)
v5.backward()
print(a2.grad)
print(z3.grad)
print(b4.grad)
print(a6.grad)
