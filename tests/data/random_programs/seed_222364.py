import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(386)
x1 = torch.tensor([[1.358, -1.0], [-1.47, 0.28], [-1.145, 1.2]], requires_grad=True)
z2 = torch.randn(2, requires_grad=True)
x3 = torch.tensor([-1.45, 1.88, -1.63], requires_grad=True)
def f4(p, q=2):
    v5 = torch.nonzero((q[[1, 0], ...]))
    p = torch.einsum('i, j->ij', p, p)
    return p.new_ones(2, 2), p
v6 = f4(z2, x1)[0]
v7 = 2 // 2 + 2 % 3 - 1 ** 2
with torch.no_grad():
    x1.t_()
with torch.enable_grad():
    v8 = v6.narrow(-1, 0, 2)
    v9 = F.celu((v6.to(torch.float64)))
v10 = torch.remainder(x1, x3)
w11 = torch.tensor(-0.78, requires_grad=True)
v12 = torch.cat([e.view(1) for e in z2])
v13 = [*x3]
v10.sum().backward()
v14 = torch.autograd.functional.jvp(lambda q: q * q, v12, torch.ones_like(z2))[1]
print(str(v9))
if w11.item() < 0 or v9.mean() > 0:
    v9[torch.tensor([0,0])]+=1
    v15 = (v9.mean(-1)).nanmean()
    v15 = v8.tanh()
else:
    v15 = w11.index_fill(0, torch.tensor([0]), (-0.5))
    v15 = z2*4
v16 = (torch.fmod(v15, v15)).clamp(max=1.0)
try:
    v17 = v15*v12*v12
    v18 = undefined_name
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
else:
    done = True
(v17 * v12).sum().backward()
v19 = sum(e ** 2 for e in v14)
x21 = torch.tensor([1.0, -1.0], requires_grad=True)
for k in range(3):
    y22 = (x21 * torch.tensor([1., 2.])).pow(2).sum()
    y22.backward()
    print(k, x21.data, y22.item(), x21.grad)
    x21.data.add_(x21.grad, alpha=-0.1)
    x21.grad = None
v23 = torch.diff(z2)
v23.backward()
print(x1.grad)
print(z2.grad)
print(x3.grad)
print(w11.grad)
