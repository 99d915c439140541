import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(823)
x1 = torch.tensor([1.783, 1.5, -2.0], requires_grad=True)
w2 = torch.tensor([4.0], requires_grad=True)
v3 = torch.where(w2<x1, (-0.5), x1)
v4 = torch.add(v3, x1, alpha=0.1)
print(v3.grad_fn.name())
v6 = F.mse_loss(x1, v3, reduction='sum')
v7 = v3.neg()
def f8(p, q, k=3, *args):
    print(p.grad)
    v9 = (q.to(p.dtype)).sum(-1).mean()
    return torch.trapz(p), p
v10 = f8(w2, v4)[0]
v11 = torch.autograd.functional.jacobian(lambda q: q ** 2 * 0.5, v3)
with torch.no_grad():
    v7.lerp_(v7,0.5)
v12 = v10//x1
v13 = torch.where(v7>0, x1, v4)
v14 = v6.argmin(-1, keepdim=True)
w15 = torch.tensor([[[0.99, 0.0, -0.88]], [[1.97, -1.0, -1.62]]], requires_grad=True)
v6.backward()
print(x1.grad)
print(w2.grad)
print(w15.grad)
