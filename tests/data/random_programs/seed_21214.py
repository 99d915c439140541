import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(817)
z1 = torch.tensor([[-1.403], [-3.0], [-0.76]], requires_grad=True)
a2 = torch.tensor([-0.19, -1.79, -1.85], requires_grad=True)
v3 = torch.linalg.cholesky(z1@z1.T+2*torch.eye(3))
print(len(v3), a2.numel())
v4, = torch.autograd.grad(v3.sum(), (z1,), retain_graph=True)
print(a2.grad_fn)
a2 = F.softplus(z1)
v3.contiguous()
print(type(z1), v4.type())
v6 = (torch.where(a2<v3, 1.0, a2)).nanmean()
print(v6.tolist())
v8 = (a2[None, ..., 0])//1.0
v9 = z1.register_hook(lambda q: q.clamp(-1, 1))
v10 = (torch.where(v8>(-0.84), v8, (-1.5))).prod(-2)
x11 = torch.tensor([[-1.034, -0.6, 1.94], [1.3, 0.4, -1.3]], requires_grad=True)
v12 = (a2.max(-1)[1]).lt(z1)
print(str(v8))
z13 = torch.tensor([[-1.13, -1.21, -1.0]], requires_grad=True)
v14 = torch.autograd.grad(v6.sum(), z1, create_graph=True)[0]
v15 = torch.eye(1)
v6.backward()
print(z1.grad)
print(x11.grad)
print(z13.grad)
