import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(476)
b1 = torch.tensor([[-0.96, -1.956, 0.2], [-0.697, -1.4, -2.0], [1.9, 1.282, 2.0]], requires_grad=True)
z2 = torch.tensor([[0.2, 0.9], [-0.39, 1.77]], requires_grad=True)
v3 = torch.sinc(b1)
w4 = torch.tensor([[[-0.982, -0.99], [1.74, 1.5]], [[-0.55, -0.2], [-0.143, -1.55]]], requires_grad=True)
print(f"{v3!r:>5}")
b1 = w4+True
v5 = v3[0, ...]
v6 = torch.bernoulli(torch.full((4,), 0.5))
v8 = v3.grad
v5 = torch.rot90(w4)
v9 = torch.rad2deg(v3)
v12 = torch.log(v6)
with torch.no_grad():
    v5.normal_()
with torch.enable_grad():
    print(v12.detach().numpy())
    v13 = torch.sort(v9, 1, True)[0]
v14 = [e.item() * 2 for e in v12 if e > 0]
with torch.no_grad():
    v6.abs_()
v15 = torch.sigmoid(w4)
print(v6.norm())
print(w4.grad)
x17 = torch.tensor([1, 3, 0]) > 0
def f18(p):
    total = [0]
    def inner(q):
        total[0] += 1
        pass
        return F.mse_loss(p, q, reduction='none')
    print(total)
    return inner
v19 = f18(y11)(w4)
print(z2.grad)
print(w4.grad)
print(x10.grad)
