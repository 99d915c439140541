import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(460)
x1 = torch.tensor([0.2], requires_grad=True)
b2 = torch.tensor([2.0], requires_grad=True)
v3 = 1/x1
v4 = torch.autograd.grad(v3, x1, torch.ones_like(v3), create_graph=True)[0]
def f5(p, q, k=3, *args):
    v7 = q.double()
    return v7[torch.tensor(0)]
v8 = f5(v3, b2)
v9 = nn.BCELoss()(v4.sigmoid(), (v4.repeat(1)).sigmoid().detach())
v10 = [i * 2 for i in range(4)]
v11 = (v4%v9)[...]
v12 = v11.register_hook(lambda q: q * 2)
v13 = torch.atleast_2d(v3)
v13 = torch.positive(v8)
def f14(p, q=2):
    p = torch.ones_like((p.view_as(p)))
    p = torch.floor_divide(p, 1.0)
    if p.sum() > 0:
        return torch.dstack([(p.where(p>0, p)), q])
    return q
v15 = f14(v3, b2)
v19 = torch.broadcast_tensors((b2.amax(-1)), v15)[1]
print(v8)
v21 = F.leaky_relu((torch.log10(v9)), 0.1)
b22 = torch.tensor([[[4.0, -0.96], [1.0, 0.0]], [[-0.5, 0.7], [0.01, 0.0]]], requires_grad=True)
v23 = torch.special.expit(b22)
v24 = torch.remainder(v19, v19)
print(x1, v19, sep=' | ')
print(type(v19), v23.type())
with torch.no_grad():
    b2.relu_()
v25 = torch.asinh(x1)
print(f'{v9:.3f}')
v11.backward()
print(x1.grad)
print(b2.grad)
print(b22.grad)
