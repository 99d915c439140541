import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(946)
x1 = torch.tensor(-1.13, requires_grad=True)
a2 = torch.tensor([[-0.8, 0.55, -1.33], [4.0, 0.2, 1.87]], requires_grad=True)
b3 = torch.randn(3, requires_grad=True)
z4 = torch.tensor([[-0.4, 0.3, 1.4]], requires_grad=True)
v5 = torch.floor_divide(a2, (-1.72))
class C6(torch.autograd.Function):
    @staticmethod
    def forward(ctx, u, k):
        ctx.save_for_backward(u)
        ctx.k = k
        return u * u * k
    @staticmethod
    def backward(ctx, grad):
        u, = ctx.saved_tensors
        return grad * 2 * u * ctx.k, None
v7 = C6.apply(z4, -0.5)
z8 = torch.tensor([[-0.013, -0.67], [0.0, -1.66], [1.6, -1.1]], requires_grad=True)
b9 = torch.tensor([1.609, -1.92])
def f10(p, q=2):
    v11 = p.split(2)[0]
    return torch.rad2deg(p)
v12 = f10(b9, z4)
print(b3.grad)
v13 = (v7.norm(dim=1, keepdim=True)).flatten(1)
print(v13.is_leaf, b9.requires_grad, a2._version)
v16 = z8.exp()/v12.exp().sum(-1, keepdim=True)
b17 = torch.tensor([-0.8, -2.0, 3.0], requires_grad=True)
v18 = (torch.true_divide(x1, v13)).max().item()
with torch.no_grad():
    z8.copy_(z8)
v19 = torch.cat([b3, b9], -1)
v13.backward()
print(x1.grad)
print(a2.grad)
print(b3.grad)
print(z4.grad)
