import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(342)
w1 = torch.tensor([[-0.82, 1.6], [0.7, 0.0]], requires_grad=True)
w2 = torch.tensor([0.031, -0.8], requires_grad=True)
try:
    print(w2.norm())
    v3 = {}['a']
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
finally:
    done = True
v4 = w1.register_hook(lambda q: q.clamp(-1, 1))
print(w2.grad)
print(f'{w2.sum().item():+.2e} {4:03d}')
w2.grad
x6 = torch.tensor(0.3, requires_grad=True)
for k in range(3):
    y7 = x6**2
    y7.backward()
    print(k, x6.tolist(), y7.item(), x6.grad)
    x6 = (x6 - 0.1 * x6.grad).detach().requires_grad_()
v8 = torch.autograd.gradcheck(lambda q: (q * q).sum(), (torch.rand(2, dtype=torch.float64, requires_grad=True),))
w10 = torch.tensor([[-0.41, 0.31, 0.16], [-1.483, 0.11, -1.453], [0.457, 0.42, 0.45]], dtype=torch.int64)
print(w10)
v11 = any([x6.requires_grad, y7.is_leaf])
v13 = F.silu(x6)
v14 = w2**-1
v15 = nn.L1Loss(reduction='sum')((torch.atan2(w1, w2)), x6)
v16 = w2.is_leaf
x17 = torch.tensor([2.0], requires_grad=True)
v13.sum().backward()
print(w1.grad)
print(w2.grad)
print(x6.grad)
print(x17.grad)
