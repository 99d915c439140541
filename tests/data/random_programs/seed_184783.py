import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(243)
w1 = torch.tensor([[-1.08, 1.59], [-0.076, -1.861], [0.6, 1.726]], dtype=torch.float64, requires_grad=True)
a2 = torch.tensor([-2.0], dtype=torch.float64, requires_grad=True)
v3 = w1.register_hook(lambda q: q.clamp(-1, 1))
v4 = torch.tensor([True, False, True])
v6 = w1.prod()
print(v6.item())
b7 = torch.tensor([1.43, 1.91], dtype=torch.float64, requires_grad=True)
print(v6.grad_fn.name())
v8 = torch.autograd.functional.jacobian(lambda q: q ** 2 * 3.0, a2)
v9 = (v8[2:1]).kthvalue(1)[0]
v10 = torch.asinh((b7.clamp(0.5, 0.5)))
v11 = v10[0]
def f12(p, q, k=3, *args):
    v13 = torch.where(p>0, p, q)
    if p.sum() > 0:
        return F.relu6(v13)
    return q
v14 = f12(b7, v6)
try:
    v15 = torch.linalg.cholesky(b7@v11.T+2*torch.eye(2))
except Exception as e:
    print(type(e).__name__, e)
v16 = torch.fmod(v9, v8)
x17 = torch.tensor([[[-1.7, 0.0], [0.4, -0.73]], [[-1.07, 1.22], [-1.4, 1.98]]])
v18 = (x17.sigmoid()).gt(0.25)
b19 = torch.tensor([0.58, 1.48], dtype=torch.float64, requires_grad=True)
v20 = v18[0][0]
print(f'{v16.sum().item():+.2e} {2:03d}')
v21 = (torch.nan_to_num(b19)).reciprocal()
v6.backward()
try:
    v23 = torch.where(v18, (v16.index_select(-2, torch.tensor([0, 2]))), v16)
except RuntimeError as e:
    print(type(e).__name__, e)
v11.backward()
v21.sum().backward()
print(w1.grad)
print(a2.grad)
print(b7.grad)
print(b19.grad)
