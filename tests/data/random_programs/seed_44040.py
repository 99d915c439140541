import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(772)
w1 = torch.tensor([[[3.0, -1.03], [0.5, -0.726]], [[2.0, -0.75], [-1.06, -0.99]]], requires_grad=True)
x2 = torch.tensor([-0.842, 1.0], requires_grad=True)
b3 = torch.tensor([0.214], requires_grad=True)
x4 = torch.tensor(1.5, requires_grad=True)
for k in range(2):
    y5 = torch.log(1 + torch.exp(-x4))
    y5.backward()
    print(k, x4, y5.item(), x4.grad)
    with torch.no_grad():
        x4 -= 0.1 * x4.grad
    x4.grad.zero_()
with torch.set_grad_enabled(True):
    v6 = b3.clamp_min(1.01)
    v8 = F.hardtanh(b3)
v9 = (w1-v8.mean())/x2.std()
print(f'{x4.sum().item():+.2e} {2:03d}')
v11 = (F.kl_div(F.log_softmax(v6, -1), F.softmax(v6, -1), reduction='batchmean')).expand(4, 2)
v12 = F.layer_norm(v8, v6.shape[-1:])
v14 = v8+True
v6 = (F.softshrink(v11)).amin()
def f17(p, q=2):
    print(p.norm())
    return p[:, 0], p
v18 = f17(w1, b3)[0]
print(type(v9), v14.type())
v19 = w1.pow((-0.5))
v20 = y5.grad
v21 = v14
for k22 in [0.5, 1, 2]:
    v21 = v19.type(torch.float64)
    v21 = v21 + k22
    if k22 == 1:
        continue
v23 = torch.equal(v9, v14)
v8.backward()
v18.sum().backward()
print(w1.grad)
print(x2.grad)
print(b3.grad)
print(x4.grad)
