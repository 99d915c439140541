import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(738)
a1 = torch.randn(3, 1, requires_grad=True)
x2 = torch.tensor([[0.0, 1.7], [0.0, 0.93], [0.027, 0.0]], requires_grad=True)
v4 = torch.log10(x2)
v5 = torch.autograd.grad(v4, x2, torch.ones_like(v4), create_graph=True)[0]
class C8(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.tensor(0.001))
    def forward(self, u):
        return self.w * (u.new_tensor([1., 2.]))
v9 = C8()
print(v9)
v9r = v9(v4).sum()
v9r.backward()
print(v9.w.grad)
x10 = torch.tensor(-2.0, requires_grad=True)
for k in range(3):
    y11 = x10**2
    y11.backward()
    print(k, x10, y11.item(), x10.grad)
    x10.data.add_(x10.grad, alpha=-0.1)
    x10.grad = None
v13 = torch.heaviside(x10, v5)
v14 = y11.eq(x2)
v15 = F.dropout(x10, 0.5, training=False)
print(y11)
x10 = v14.size()
v5.sum().backward()
print(a1.grad)
print(x2.grad)
print(v15.grad)
