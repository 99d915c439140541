import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(139)
b1 = torch.tensor([[[-0.839, 3.0], [1.0, -1.0]], [[-1.0, -1.684], [1.3, 0.57]]], requires_grad=True)
x2 = torch.tensor([-2.0, 0.0, 0.5], requires_grad=True)
v3 = b1.reshape(-1)
z5 = torch.tensor(1)
v6 = np.sin(b1.detach().numpy())
v7 = torch.arange(2)
v3.backward(torch.randn_like(v3), retain_graph=True)
print(torch.allclose(v3, v3))
print(v6)
v8 = b1.fmod((-0.5))
print(f"{v7}")
print(b1.grad)
v9 = [i * 2 for i in range(4)]
v11 = x2.int()
v13 = b1.to(torch.float64)
v14 = torch.ones(2, 3, dtype=torch.float64)
v16 = torch.quantile(v8, 0.5)
print(f'{v8.sum().item():+.2e} {3:03d}')
v19 = v11|2
v20 = v11.sum()
with torch.no_grad():
    v3+=0.001
v16.backward()
print(b1.grad)
print(x2.grad)
