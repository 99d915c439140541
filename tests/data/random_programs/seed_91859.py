import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(923)
x1 = torch.tensor([[[4.0, -0.67, 0.337]], [[1.0, 0.7, 1.39]]], dtype=torch.float64, requires_grad=True)
w2 = torch.tensor([[-0.3, 1.94, 2.0]], dtype=torch.float64, requires_grad=True)
a3 = torch.tensor([[-1.0], [-0.41], [-0.24]], dtype=torch.float64, requires_grad=True)
v4 = x1 * 1
v4[:,0]=w2
v5 = w2.unsqueeze(-1)
v6 = torch.atan2(a3, v5)
v8 = abs(w2)
z10 = torch.tensor([0.51, -1.35, 3.0, -1.229], dtype=torch.int64)
v11 = v8.grad
v13 = w2[:1]
v14 = torch.cumprod(v5, -1)
v15 = v5.pow(0.001)
class C16(torch.autograd.Function):
    @staticmethod
    def forward(ctx, u, k):
        ctx.save_for_backward(u)
        ctx.k = k
        return u * u * k
    @staticmethod
    def backward(ctx, grad):
        u, = ctx.saved_tensors
        return grad * 2 * u * ctx.k, None
v17 = C16.apply(v6, -1.5)
w2 = torch.renorm(v8, 2, 0, 1.)
class C18(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.tensor(2.0))
    def forward(self, u):
        return self.w * (u.reshape(-1, 3))
v19 = C18()
print(v19)
v19r = v19(v15).sum()
v19r.backward()
print(v19.w.grad)
a3.grad
v20 = v13.expand_as(v13)
with torch.no_grad():
    v13[0].mul_(0.001)
v13.mean().backward()
x23 = torch.tensor([-1.65, 0.9, -1.62], dtype=torch.float64, requires_grad=True)
v24 = x23.expand_as(x23)
b25 = torch.tensor([-0.931, 0.51, 1.5], dtype=torch.float64, requires_grad=True)
v30 = x23.type(torch.float64)
v24 = nn.SmoothL1Loss()(v20, (torch.stack([b25, v30])))
v24.backward()
v5.sum().backward()
print(x1.grad)
print(a3.grad)
print(x23.grad)
print(b25.grad)
