import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(739)
a1 = torch.tensor([[-0.66, 0.01, -3.0], [0.7, 0.7, -0.63]], dtype=torch.float64, requires_grad=True)
a2 = torch.tensor(1.0, dtype=torch.float64, requires_grad=True)
a3 = torch.randn(4, requires_grad=True)
v4 = a3 * 1
v5 = a2.detach()
v5.mul_(a2)
a1 = (v5**3).flip(0)
v6 = torch.logsumexp((v4.as_strided((2, 2), (1, 1))), -1, keepdim=True)
v7 = list(enumerate('xyz', 3))
v8 = (F.gelu(a3))//0.25
if a3.norm() < 1.0:
    v9 = v8%a3
    v9 = +v9
    v9 = F.leaky_relu(v6, 0.1)
else:
    v9 = torch.square(v8)
    v9 = torch.where(a3>1.0, v5, 3.0)
v9.retain_grad()
v10 = torch.sin(v8)*torch.cos(v5)
print(v7)
print(v10.norm())
v11 = v5 + 0
v11.round_()
print(f"{v11!r:>5}")
v5.backward()
print(a2.grad)
print(a3.grad)
