import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(68)
a1 = torch.tensor([[-1.82, -2.0, 1.127], [-0.2, -0.93, -1.69], [2.0, 0.734, 1.35]], dtype=torch.float64, requires_grad=True)
b2 = torch.tensor([[-0.29, 1.645, -1.4]], dtype=torch.float64, requires_grad=True)
a3 = torch.tensor([1.8], dtype=torch.float64, requires_grad=True)
x4 = torch.randn(2, requires_grad=True)
v5 = torch.floor_divide(a3, 3.0)
try:
    v6 = (+v5).new_zeros(1)
    v7 = [1.0][2]
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
else:
    done = True
v8 = torch.lgamma(a3.abs()+0.5)
with torch.no_grad():
    a3.requires_grad_()
v9 = torch.cosh(v6)
def f11(p, q=2):
    p = q@q.T
    p = p.view(-1)
    return torch.fmod(q, q)
v12 = f11(a3, a1)
v13 = v12+v5.sum()
print(len(v13), v8.numel())
v14 = torch.ones(2, 3, dtype=torch.float64)
v15 = v12.var()
print(str(v9))
v17 = torch.repeat_interleave(v15, 2)
v18 = nn.L1Loss(reduction='sum')(v13, v13)
v8.backward()
print(a1.grad)
print(b2.grad)
print(a3.grad)
print(x4.grad)
