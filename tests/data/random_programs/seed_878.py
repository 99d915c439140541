import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(974)
a1 = torch.tensor([[[1.84, 0.67], [-0.685, 1.99]], [[1.1, 0.141], [2.0, -0.213]]], requires_grad=True)
x2 = torch.tensor([[0.0, -1.62], [3.0, -1.199]], requires_grad=True)
w3 = torch.tensor([[[-0.743, 0.59], [-1.0, 0.6]], [[-0.5, 1.0], [1.08, 0.0]]], requires_grad=True)
v4 = torch.fmax(w3, w3)
v5 = torch.logsumexp(x2, -1, keepdim=True)
try:
    v6 = F.softmax(v5, dim=-1)
    v7 = raise_me
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
else:
    done = True
f8 = lambda p, q=2.0: q[None]
v9 = f8(w3, a1)
print(x2.grad)
b10 = torch.tensor(4.0, requires_grad=True)
v11 = (b10.long())+True
v12 = v6.flip(1)
v13 = b10!=b10
v12.backward(gradient=v5)
x14 = torch.tensor(0.3, requires_grad=True)
for k in range(3):
    y15 = torch.log(1 + torch.exp(-x14))
    y15.backward()
    print(k, x14.data, y15.item(), x14.grad)
    with torch.no_grad():
        x14 = x14 - 0.1 * x14.grad
    x14.requires_grad_()
with torch.no_grad():
    v6.sin_()
print(a1.grad)
def f16(p, q, k=3, *args):
    print(p)
    print(f"{q.item():.4f} {p.shape}")
    return p//q, p
v17 = f16(v6, y15)[0]
print(a1.grad)
print(x2.grad)
print(w3.grad)
print(b10.grad)
