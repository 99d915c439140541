import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(533)
z1 = torch.tensor([[[0.2, -1.0], [-1.42, -1.481]], [[1.28, 1.84], [-0.17, 1.636]]], dtype=torch.float64, requires_grad=True)
b2 = torch.tensor(0.022, dtype=torch.float64, requires_grad=True)
z1 = z1.log1p()
z1[0]+=b2
z1.backward(gradient=z1)
v5 = torch.inner(z1, z1)
f6 = lambda p, q=-0.5: p.maximum(p)
v7 = f6(b2, b2)
v9 = torch.heaviside(z1, z1)
print(v9)
v11 = b2%(torch.exp(-z1**2)*(-0.5))
try:
    v12 = F.gaussian_nll_loss((F.cross_entropy(v11, z1.argmax(1), weight=torch.rand(3))), z1, z1.abs()+1)
except Exception as e:
    print(type(e).__name__, e)
v7.backward()
print(b2.grad)
