import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(676)
b1 = torch.tensor([[-3.0, -0.3, 1.923], [-1.121, 2.0, 0.995], [-1.76, -1.29, -0.699]], requires_grad=True)
b2 = torch.tensor([-1.8, 1.9, -1.69], requires_grad=True)
w3 = torch.randn((), requires_grad=True)
b2 = b2%b2
print(f"{w3.item():.4f} {w3.shape}")
def f4(p, q, k=3, *args):
    p = q.var(1, unbiased=False)
    if p.sum() > 0:
        return torch.linalg.cross(q, q)
    return q
v5 = f4(b1, b1)
v6 = v5.view_as(v5)
v7 = v6[(0, 1)]
v8 = b2.detach()
v8.sin_()
print(type(v8), b2.type())
v9 = torch.fmod(v7, v7)
try:
    v10 = w3.grad * 0.1
except TypeError as e:
    print(type(e).__name__, e)
w3.grad
v11 = v6 * 1
for k12 in (1, 2):
    v11 = F.threshold((torch.tile(v7, (2, ))), 0.1, 0.001)
v13 = torch.logcumsumexp(v5, 1)
try:
    v15 = v9.clamp(0.5, 0.001)
    v16 = raise_me
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
finally:
    done = True
v17 = b1.register_hook(lambda q: q.clamp(-1, 1))
print(v9.grad_fn)
z18 = torch.tensor([-0.892], requires_grad=True)
v19 = w3.register_hook(lambda q: q.clamp(-1, 1))
v9.backward()
print(b1.grad)
print(w3.grad)
print(z18.grad)
