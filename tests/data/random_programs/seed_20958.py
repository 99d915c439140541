import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(958)
x1 = torch.tensor([[1.3, 1.4, 1.5], [-1.36, 4.0, 0.82], [1.819, -1.23, 0.16]], dtype=torch.float64, requires_grad=True)
w2 = torch.tensor([-0.22, -1.4], dtype=torch.float64, requires_grad=True)
v4 = x1.reshape(-1)
v5 = x1.requires_grad
print(v5)
class C6(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.tensor(-0.5))
    def forward(self, u):
        return self.w * (u>u)
v7 = C6()
print(v7)
v7r = v7(w2).sum()
v7r.backward()
print(v7.w.grad)
v8 = torch.abs((2/w2))
v9 = w2
for k10 in (1, 2):
    print(v8.grad)
    v9 = torch.sin(v9) * 1.5
v12 = (torch.addbmm(x1, x1, v4)).clamp_min((-1.5))
