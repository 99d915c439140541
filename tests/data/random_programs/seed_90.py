import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(675)
z1 = torch.tensor([-0.19, -0.9, -1.424], dtype=torch.float64, requires_grad=True)
b2 = torch.tensor([[2, -3], [3, 1]])
x3 = torch.tensor(1.9, dtype=torch.float64, requires_grad=True)
z4 = torch.tensor([-2.0, 1.0, 1.39, 1.629], dtype=torch.float64, requires_grad=True)
if x3.item() < 0 or x3.mean() > 0:
    v5 = torch.minimum(z1, z1)
    v5 = F.softplus(v5)
    v5 = F.elu(z1, alpha=0.25)
else:
    v7 = z1.masked_fill(x3>0.25, (-0.37))
    v5 = torch.mean(v5)
v8 = F.l1_loss(x3, x3)
(v5 * v5).sum().backward()
v10 = x3.fmod(0.1)
v11 = torch.div(z4, z4)
v12 = list(map(lambda q: q * 1, [1, 2, 3]))
v11.squeeze_()
v14 = torch.sin(v11)
class C15(torch.autograd.Function):
    @staticmethod
    def forward(ctx, u, k):
        ctx.save_for_backward(u)
        ctx.k = k
        return u * u * k
    @staticmethod
    def backward(ctx, grad):
        u, = ctx.saved_tensors
        return grad * 2 * u * ctx.k, None
v16 = C15.apply(v8, -1.5)
print(z1.shape, z1.dtype)
v17 = 3.0-z1
try:
    v18 = b2/4
    v19 = undefined_name
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
else:
    done = True
v20 = torch.exp(v16)
print(f"{v16.item():.4f} {z4.shape}")
v21 = v14
for k22, ek22 in enumerate(z4):
    v24 = v17.aminmax()[0]
    v21 = torch.tanh(v21)
    if k22 == 2:
        break
v25 = v24.any()
v26 = v24.tolist()
try:
    v25&=v25
    v29 = v10[99]
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
else:
    done = True
v30 = [round(x, 3) for x in z4.tolist()]
with torch.no_grad():
    v14.zero_()
v10.backward()
print(z1.grad)
print(x3.grad)
print(z4.grad)
