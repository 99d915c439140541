import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(30)
w1 = torch.tensor([-1.5, 1.97, 2.0], dtype=torch.float64, requires_grad=True)
b2 = torch.tensor([[-2, 0, 3], [3, 2, -3]]) > 0
b3 = torch.tensor(1.0)
w4 = torch.tensor([[-0.675, 2.0, -1.7], [-0.057, -0.98, 1.31]], dtype=torch.float64, requires_grad=True)
print(f"{w4!r:>5}")
if b3 > -0.5:
    v5 = torch.inner(b3, (w4/2))
    v6 = torch.autograd.grad(v5, w4, torch.ones_like(v5), create_graph=True)[0]
    v5 = torch.equal((v5//w1), v6)
else:
    v5 = b3.is_contiguous()
    v5 = torch.heaviside(w4, w4)
v7 = (lambda a, b=2: a * b)(w1)
v8 = v7.detach().numpy()
v9 = torch.nan_to_num(w1)
v6 = (torch.logical_not(v6)).tolist()
v11 = w4.register_hook(lambda q: q.clamp(-1, 1))
try:
    v14 = F.hardswish((torch.logcumsumexp(w1, -1)))
    v15 = b2[99]
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
else:
    done = True
v16 = torch.asin(v9)
v17 = torch.rand(2, 4, requires_grad=True)
z19 = torch.tensor([-0.98, 1.52, 1.99, -1.3], dtype=torch.float64, requires_grad=True)
v20 = v9[0][None]
print(f"{v20}")
v22 = torch.nan_to_num(v20)
v14<=b3
v24 = F.cross_entropy(v17, torch.tensor([0, 0]))
v25 = v24//v16
print(repr(v8))
v22.backward()
print(w1.grad)
print(w4.grad)
print(v17.grad)
print(z19.grad)
