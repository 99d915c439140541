import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(985)
x1 = torch.tensor(1.36, requires_grad=True)
x2 = torch.tensor([-1.467, -0.2, 1.055], requires_grad=True)
x2[torch.tensor([1, 0])]
print('%.4f' % x1, x1.item() > 0)
x1 = torch.rad2deg(x2)
v3 = x1.new_zeros(2)
class C4(torch.autograd.Function):
    @staticmethod
    def forward(ctx, u, k):
        ctx.save_for_backward(u)
        ctx.k = k
        return u * u * k
    @staticmethod
    def backward(ctx, grad):
        u, = ctx.saved_tensors
        return grad * 2 * u * ctx.k, None
v5 = C4.apply(v3, 3.0)
x1.backward(torch.randn_like(x1), retain_graph=True)
v6 = v3+True
v7 = torch.autograd.gradcheck(lambda q: (q * q).sum(), (torch.rand(2, dtype=torch.float64, requires_grad=True),))
print(type(x1), v5.type())
v5 = x2.eq(x2)
v3.requires_grad_()
f8 = lambda p, q=2.0: q.clamp_min(0.25)
v9 = f8(v6, x2)
v10 = torch.roll((v3[5:]), -1, -2)
z11 = torch.tensor([[[1.98, 3.0], [-0.08, 1.51]], [[1.5, 0.32], [-1.0, -0.29]]], requires_grad=True)
v12 = z11 * 1
v12[-1,1]=(-1.5)
class C13:
    def __init__(self, w):
        self.w = w
    def __call__(self, u):
        return self.w * (torch.addcdiv(u, u, u, value=1.0))
    def __repr__(self):
        return f'C13({self.w})'
v14 = C13(0.001)
print(v14)
v14r = v14(v10)
with torch.no_grad():
    x2[0]*=(-0.5)
print(x2.grad_fn)
x2.grad *= 0.5
v10.sum().backward()
print(x2.grad)
print(v3.grad)
print(z11.grad)
