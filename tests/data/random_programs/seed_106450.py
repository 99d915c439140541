import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(670)
w1 = torch.randn(3, requires_grad=True)
x2 = torch.tensor(1.9, dtype=torch.bool)
w1 = torch.broadcast_tensors(w1, w1)[1]
v3 = w1.norm(3)
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
v5 = C4.apply(v3, 1.05)
v6 = torch.tensor([True, False, True])
print(f'{v3.sum().item():+.2e} {3:03d}')
v3.div_(2.0)
v7 = torch.randperm(4)
v8 = [i * 2 for i in range(4)]
v9 = v7.float().mean()
v10 = torch.log10((F.smooth_l1_loss(w1, w1)))
v10.sub_(v3)
a11 = torch.tensor([[0.8, -1.0], [1.64, 0.8], [0.0, 1.03]], dtype=torch.float64, requires_grad=True)
try:
    torch.autograd.backward([v3, v5])
except Exception as e:
    print(type(e).__name__, e)
print(w1.grad)
v12 = np.mean(a11.tolist())
v14 = (torch.ravel(w1))//v9
print(repr(v8))
v15 = v14.exp()/v3.exp().sum(-1, keepdim=True)
v16 = v14.max(0).values
z17 = torch.tensor([[[1.11, -1.0, 0.7]], [[0.03, 1.23, -1.0]]], dtype=torch.bool)
try:
    v19 = (w1.fmod(3.0))[...]
    v20 = 1 / 0
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
finally:
    done = True
print(w1.grad)
print(a11.grad)
