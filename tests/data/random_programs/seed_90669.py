import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(623)
a1 = torch.tensor([[-0.55], [0.61], [0.0]], requires_grad=True)
z2 = torch.tensor([[[1.18, -1.5, 1.429]], [[1.22, 2.0, -1.59]]], requires_grad=True)
try:
    v3 = torch.lerp(a1, z2, (-1.5))
    v4 = a1.view(7, 7)
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
finally:
    done = True
with torch.no_grad():
    v3.lerp_(z2,0.5)
b7 = torch.tensor([[1.059, 0.92], [0.57, 0.71], [1.21, -1.125]], requires_grad=True)
v8 = F.log_softmax((v3.detach()), dim=1)
v9 = a1.detach().clone()
v12 = v3.T
v12.select(0,0).add_(b7.mean())
v13 = torch.from_numpy(np.arange(3.))
v16 = v3.unbind()[0]
v17 = v12.std(unbiased=False)
v18 = torch.abs(v16)
with torch.no_grad():
    v13.requires_grad_(False)
v19 = v12.mode(-2)[0]
v17 = v18.long()
v21 = v12[:, :, 0]
v22 = torch.autograd.grad(v18.sum(), z2)
def f23(p, q=2):
    q = torch.asinh(q)
    if p.sum() > 0:
        return torch.trunc(p)
    return q
v24 = f23(b7, v8)
with torch.no_grad():
    v21**=2
z25 = torch.tensor([[0.351, 1.0, -0.53], [0.8, -1.6, 2.0]], requires_grad=True)
v26 = (torch.renorm(v19, 2, 0, 1.)).argsort(0)
v27 = v19[range(2)]
print(a1.grad)
print(z2.grad)
print(b7.grad)
print(z25.grad)
