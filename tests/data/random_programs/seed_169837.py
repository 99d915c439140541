import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(606)
w1 = torch.tensor([[-1.8, -1.96, -0.2]])
b2 = torch.tensor([[-1.4, 0.43, -1.3]], dtype=torch.float64, requires_grad=True)
with torch.no_grad():
    v3 = (w1.sum(-2)).new_ones(2, 1)
    v4 = (b2.remainder((-0.6)))[2:2]
v5 = v3
k6 = 0
while v5.norm() < 2 and k6 < 3:
    k6 += 1
    v5 = torch.tanh(v4)
    v5 = v5**0.5
    v5 = v5 + k6
    if k6 == 2:
        continue
(torch.tensordot(v4, w1, 1)).to(torch.float64)
v8 = torch.add(v3, b2, alpha=0.5)
v9 = v5.clone()
k10 = 0
while v9.norm() < 5 and k10 < 4:
    k10 += 1
    v9 = v3.sign()
    v11 = torch.float_power((v8.unfold(0, 2, 1)), 2)
    v9 = v9 - 0.1 * v9 ** 3
    if k10 == 2:
        continue
v12 = F.relu((v9.T@b2))
