# ---- 82071
import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(503)
b1 = torch.tensor([[-1.05, -0.18, 1.211], [-1.0, 1.9, 0.9], [-0.54, -0.68, -1.4]])
a2 = torch.tensor([[[-1.01, 0.5], [-1.96, 3.0]], [[1.016, -1.7], [-1.01, 1.574]]], requires_grad=True)
x3 = torch.tensor([[-1.714, -0.2], [1.97, -1.2]], requires_grad=True)
z4 = torch.tensor([[0.0, -1.119], [-0.535, 0.52], [4.0, -1.6]], requires_grad=True)
w5 = torch.tensor(-0.86, requires_grad=True)
v7 = a2[torch.tensor([True, False])]
print(torch.allclose(w5, a2))
print(f"{b1!r:>5}")
print(torch.allclose(z4, z4))
v9 = torch.block_diag(x3, z4)
v10 = z4.nelement()
(v9 * v9).sum().backward()
print('%.4f' % w5, w5.item() > 0)
v11 = v7.register_hook(lambda q: q * 2)
v12 = v9.chunk(2)[0]
print(f'{w5:.3f}')
v13 = (torch.div(w5, w5))**3
with torch.no_grad():
    z4.t_()
v15 = a2[[0], [1]]
v16 = (-0.12)*v13**3-3*(torch.neg(v9))
print(v15.detach().numpy())
def f19(p, q=2):
    q = torch.sin(p)
    return (q.any()).is_floating_point(), p
v20 = f19(v13, v9)[0]
v16.sum().backward()
print(a2.grad)
print(x3.grad)
print(z4.grad)
print(w5.grad)

