import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(436)
w1 = torch.tensor([[-0.68], [0.23], [-1.2]], requires_grad=True)
x2 = torch.tensor([[0.59, -0.8, -0.8], [-1.73, 1.74, -0.207]], requires_grad=True)
print(f"{x2!r:>5}")
v4 = torch.sin(w1)
v7 = torch.diagonal(v4)
v7.sum().backward()
v8 = [k for k in range(10) if k % 3 == 1 % 3]
v10 = torch.randint(0, 5, (2, 2))
v11 = v4[[0, 1], :]
v12 = torch.full((2, 1), (-0.5))
v13 = w1 * 1
k14 = 0
while v13.norm() < 2 and k14 < 5:
    k14 += 1
    v15 = F.gaussian_nll_loss(v13, v4, v4.abs()+1)
    v13 = v13 - 0.1 * v13 ** 3
v16 = min(v7)
print([v4, v13])
v18 = torch.logical_and(v11, v11)
v20 = v4.view(-1)
v20.clamp_(min=0.5)
v22 = v16.split([1, 4], 0)[1]
