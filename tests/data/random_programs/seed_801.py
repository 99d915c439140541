import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(820)
x1 = torch.tensor([[1.51, 4.0], [0.75, 1.79]], dtype=torch.float64, requires_grad=True)
b2 = torch.tensor([[0.855, 4.0, -0.46], [-1.0, 1.98, 0.8], [-1.74, 1.58, -1.5]], dtype=torch.float64, requires_grad=True)
x3 = torch.tensor([[-1.1, -1.722], [1.75, -0.707]], dtype=torch.float64, requires_grad=True)
b4 = torch.tensor([[-3, 8, -3], [-2, 0, -3]]) > 0
try:
    v7 = (torch.float_power(x1, 2)).size()
    v8 = raise_me
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
else:
    done = True
v10 = torch.nansum(x3)
v11 = b2.cos()
v12 = (v11.floor()).unsqueeze(-1)
v13 = b2**0.5
x14 = torch.tensor([-0.82, 0.478, -0.291], dtype=torch.float64, requires_grad=True)
print(type(v10), v13.type())
v15 = torch.tanh(x14)
v10.backward(inputs=[x3])
w16 = torch.tensor([[1.9, -0.06, 1.8], [-1.388, 0.8, 0.257], [1.614, 1.01, -1.0]], dtype=torch.float64, requires_grad=True)
v17 = x3.max(-1)[1]
v18 = v13.index_select(1, torch.tensor([0, 1]))
try:
    v22 = v12.masked_fill(b4, 0.)
except RuntimeError as e:
    print(type(e).__name__, e)
w16 = torch.trunc(v18)
print(v15, v15, sep=' | ')
with torch.no_grad():
    x14.atan_()
v27 = v15.movedim(0, -1)
v28 = v17&v17
v32 = torch.full((2, 2), 0.001)
class C33(torch.autograd.Function):
    @staticmethod
    def forward(ctx, u, k):
        ctx.save_for_backward(u)
        ctx.k = k
        return u * u * k
    @staticmethod
    def backward(ctx, grad):
        u, = ctx.saved_tensors
        return grad * 2 * u * ctx.k, None
v34 = C33.apply(x14, 0.1)
w16.sum().backward()
print(x1.grad)
print(b2.grad)
print(x3.grad)
print(x14.grad)
