import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(879)
x1 = torch.tensor([2.0, 1.89, -0.65, -1.7], requires_grad=True)
x2 = torch.tensor([[1.11, -0.5, 1.0], [-1.41, -3.0, 1.7]], requires_grad=True)
z3 = torch.tensor([-0.95, -1.6], requires_grad=True)
v4 = x1 * 1
v4.t_()
v6 = v4.T
v6[1:2]
v8 = x1.unsqueeze(0)
try:
    v8.normal_()
except Exception as e:
    print(type(e).__name__, e)
v11, v112 = v4, v4
v13 = torch.einsum('i, i->', v11, v11)
class C14(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.tensor(-1.5))
    def forward(self, u):
        return self.w * (nn.BCEWithLogitsLoss()(u, (u>0).float()))
v15 = C14()
print(v15)
v15r = v15(x2).sum()
v15r.backward()
print(v15.w.grad)
print(v13.item())
v16 = v112/v4
v18 = v4>0
print(v11, v11, sep=' | ')
v19 = (torch.acosh(x1)).floor()
z20 = torch.randn(2, 2, requires_grad=True)
f21 = lambda p, q=-0.5: p.reshape_as(p)
v22 = f21(v13, x2)
print(v22.grad_fn.name())
v24 = 3/v16
v13.backward()
print(x1.grad)
print(x2.grad)
print(z3.grad)
print(z20.grad)
