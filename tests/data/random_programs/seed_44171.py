import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(746)
a1 = torch.tensor([1.0], dtype=torch.float64, requires_grad=True)
b2 = torch.tensor([-1.0, -1.657, -0.7], dtype=torch.float64, requires_grad=True)
a3 = torch.tensor([[0.0, 0.856, -1.198], [-1.0, 0.2, 3.0], [1.104, -1.96, 1.157]], dtype=torch.float64, requires_grad=True)
x4 = torch.tensor([[-3, 2, -3]])
v5 = a3 * 1
for k6 in [0.5, 1, 2]:
    v7 = a1[..., None]
    v5 = v5 - 0.1 * v5 ** 3
print(f"{a3!r:>5}")
v8 = a3.long()
v9 = torch.linalg.slogdet(a3)[1]
v10 = v5.register_hook(lambda q: q * 2)
with torch.no_grad():
    a1.unsqueeze_(0)
z11 = torch.tensor([-1.0], dtype=torch.float64, requires_grad=True)
print(v5)
print(f'{a1.sum().item():+.2e} {3:03d}')
def f13(p, q):
    print(repr(k6))
    v14 = q.max()
    return q.argmax()
v15 = f13(v7, z11)
x16 = torch.tensor(-1.1)
v7.detach().add_(1)
print(v9)
v17 = x16
for k18 in range(2):
    v19 = torch.quantile(v9, 0.5)
    if k18 == 2:
        continue
print('%.4f' % v19, v19.item() > 0)
v23 = [torch.sin(e) for e in z11][0]
v7.backward()
v19.sum().backward()
print(a1.grad)
print(b2.grad)
print(a3.grad)
print(z11.grad)
