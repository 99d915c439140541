import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(783)
z1 = torch.tensor([1.675, -0.44], dtype=torch.int64)
b2 = torch.tensor([[-0.665, 0.11, -3.0], [1.432, 1.37, -1.64], [1.996, 0.0, 0.4]], dtype=torch.float64, requires_grad=True)
x3 = torch.tensor([[[0.0, 0.867], [0.0, -1.35]], [[-0.21, 0.5], [-2.0, 0.13]]], dtype=torch.bool)
print(z1.shape, z1.dtype)
v4 = F.silu((b2%b2))
print(b2.tolist())
v7 = v4.masked_select(b2>0.5)
v4.addcmul_(v4,v7)
try:
    v4.mean().backward()
except RuntimeError as e:
    print(type(e).__name__, e)
v4.diagonal().zero_()
v9 = v4.view(-1)
v9.uniform_(-1,1)
z1[0]=7
v9 = v9.to(v9.dtype)
v12 = z1[range(2)]
print(v9, v7, sep=' | ')
z13 = torch.tensor([[[0, 1, -3]], [[6, 0, -2]]])
v14 = (torch.bincount(z13.flatten().abs())).median(-1).values
v15 = (z13&z13).sort(0).values
x16 = torch.tensor(-2.0, requires_grad=True)
for k in range(5):
    y17 = (x16 * torch.tensor([1., 2.])).pow(2).sum()
    y17.backward()
    print(k, x16, y17.item(), x16.grad)
    x16.data.add_(x16.grad, alpha=-0.1)
    x16.grad = None
v18 = v7.exp()
v19 = torch.atan2((v4.var(0)), v4)
if (x16 > 0).any():
    v21 = torch.autograd.functional.vjp(lambda q: q.sin(), v9, torch.ones_like(v9))[1]
    v22 = F.l1_loss(v19, v19)
    v20 = v12**2
else:
    v23 = np.mean(v19.tolist())
    v20 = F.hinge_embedding_loss((torch.copysign(y17, y17)), v7.sign())
v24 = torch.sinc(v9)
print(b2.grad)
print(x16.grad)
