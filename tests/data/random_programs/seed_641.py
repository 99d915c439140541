import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(73)
b1 = torch.tensor([[1.166, -0.296, -1.291], [0.71, 3.0, -1.92]], dtype=torch.float64, requires_grad=True)
x2 = torch.tensor(-0.75, dtype=torch.float64, requires_grad=True)
x3 = torch.tensor(-1.448, dtype=torch.float64, requires_grad=True)
print(f"{x2!r:>5}")
v5 = (x3.cos()).nelement()
z6 = torch.tensor([[1.774], [1.2], [0.124]], dtype=torch.float64, requires_grad=True)
x8 = torch.tensor([-1.39, -1.05, 2.0], dtype=torch.float64, requires_grad=True)
v10 = torch.repeat_interleave((z6.unsqueeze(0)), 2)
v12 = torch.erfc(b1)
v13 = v10.clone()
k14 = 0
while v13.norm() < 100 and k14 < 3:
    k14 += 1
    v13 = v10.clamp((-0.83), 0.5)
    if k14 == 2:
        continue
v15 = b1//x8
print(v12.detach().numpy())
f16 = lambda p, q=1.0: F.smooth_l1_loss(q, q)
v17 = f16(v10, z6)
v17.backward()
v10.sum().backward()
print(b1.grad)
print(x2.grad)
print(x3.grad)
print(z6.grad)
