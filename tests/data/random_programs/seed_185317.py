import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(325)
a1 = torch.tensor([[-1.0, 0.04, 1.5], [-1.1, 1.06, 2.0], [1.0, -1.7, 1.3]], requires_grad=True)
a2 = torch.tensor([[-3, 0, 0]])
z3 = torch.tensor([[-1.934, 1.89, 0.093]], requires_grad=True)
v4 = F.leaky_relu((a1.sum()))
v5 = torch.empty(0)
a1 = (a2/a2).narrow(-1, 0, 1)
class C6(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.tensor(-0.5))
    def forward(self, u):
        return self.w * (u+u)
v7 = C6()
print(v7)
v7r = v7(v5).sum()
v7r.backward()
print(v7.w.grad)
with torch.no_grad():
    a1.requires_grad_()
a8 = torch.tensor([-1.02, -1.4], requires_grad=True)
v9 = torch.tensor(2., requires_grad=True)
v10 = v5.clamp_min(0.5)
v11 = nn.HuberLoss()(v9, v4)
v13 = a8[:0]
print(f'{v13.sum().item():+.2e} {3:03d}')
try:
    v10[a2]=(-1.5)
except IndexError as e:
    print(type(e).__name__, e)
v15 = torch.as_tensor(np.ones((2, 1)))
print(f"{v11}")
v11.mean().backward()
print(a1.grad)
print(z3.grad)
print(a8.grad)
print(v9.grad)
