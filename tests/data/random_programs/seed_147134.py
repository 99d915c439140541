import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(40)
b1 = torch.tensor([[-1.0, -1.59, 1.201], [-0.94, 0.359, 0.0]], requires_grad=True)
b2 = torch.tensor([[-1.17, -0.7, 1.18], [2.0, 0.987, 0.73], [-1.836, 0.73, 0.4]], requires_grad=True)
v4 = torch.positive(b2)
v5 = torch.from_numpy(np.arange(1.))
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
v7 = C6.apply(b2, 0.1)
print(b1.grad)
v8 = torch.full((2, 3), 0.1)
v9 = torch.quantile(v8, 0.5)
print(b2.shape, b2.dtype)
v10 = int(v9)
with torch.set_grad_enabled(True):
    v11 = torch.linalg.slogdet(v7)[1]
    v12 = torch.block_diag(v4, v5)
print(v11.shape, v11.dtype)
x13 = torch.tensor([-3.0, 1.0, 1.0])
v14 = v7.detach()
v14[0][0]=(-0.5)
print(v9.shape, v14.dtype)
if x13.sum() > -1.5:
    v12**=2
    v16 = torch.fmax(v11, v8)
    v15 = torch.cosh(v9)
else:
    v7.sum().backward()
    v15 = (v12.eq(v12)).std(unbiased=False)
v17 = nn.MSELoss()(v11, x13)
v12.sum().backward()
print(b1.grad)
print(b2.grad)
print(v4.grad)
