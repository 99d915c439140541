import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(609)
z1 = torch.tensor([[-0.8, -1.0], [0.66, 0.95]], dtype=torch.float64, requires_grad=True)
x2 = torch.tensor(1.29, dtype=torch.float64, requires_grad=True)
with torch.no_grad():
    z1.zero_()
v3 = z1._version
v4 = torch.sum(x2, -1)
v4.backward(gradient=v4)
v7 = torch.tensor(1.45, requires_grad=True)
v9 = np.mean(v7.tolist())
print(f"{v7!r:>5}")
v11 = F.hardsigmoid(v4)
x2 = F.softmin(x2, dim=0)
v12 = v7.reshape_as(x2)
v11.backward()
print(z1.grad)
print(v7.grad)
