import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(409)
z1 = torch.tensor([1.79, 1.2, -0.5, -0.456])
a2 = torch.tensor(-1.27, dtype=torch.float64, requires_grad=True)
print(round(a2.item(), 4))
v4 = torch.from_numpy(np.arange(4.))
class C7(torch.autograd.Function):
    @staticmethod
    def forward(ctx, u, k):
        ctx.save_for_backward(u)
        ctx.k = k
        return u * u * k
    @staticmethod
    def backward(ctx, grad):
        u, = ctx.saved_tensors
        return grad * 2 * u * ctx.k, None
v8 = C7.apply(v4, 1.0)
w9 = torch.tensor([-1.123, 1.86, -1.858], dtype=torch.float64, requires_grad=True)
print(v4.detach().numpy())
x10 = torch.tensor(0.3, requires_grad=True)
for k in range(4):
    y11 = torch.sin(x10) + 0.1*x10**2
    y11.backward()
    print(k, x10, y11.item(), x10.grad)
    with torch.no_grad():
        x10 -= 0.1 * x10.grad
    x10.grad.zero_()
print(y11.grad)
a2.grad = None
v13 = torch.cat([v8, v8])
v14 = torch.as_tensor(np.ones((2, 3)))
try:
    v15 = torch.linalg.inv((torch.special.expit(y11)))
except RuntimeError as e:
    print(type(e).__name__, e)
v16 = ('%.3f' % x10, '%d' % 1)
print(round(x10.item(), 4))
print(v16)
v20 = (x10.nonzero(as_tuple=True)[0]).to(torch.float64)
print('%.4f' % x10, a2.item() > 0)
print(x10.item())
y11.retain_grad()
v24 = w9.long()
v25 = torch.autograd.functional.jacobian(lambda q: q ** 2 * (-0.5), w9)
print(a2.grad)
print(w9.grad)
print(x10.grad)
