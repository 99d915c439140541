import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(702)
x1 = torch.randn(2, requires_grad=True)
x2 = torch.tensor([-0.77, 0.9, 1.22], dtype=torch.float64, requires_grad=True)
print(x2.grad)
x1.grad
v5 = x2.expand_as(x2)
def f9(p, q, k=3, *args):
    print(q.grad)
    v10 = torch.positive(p)
    return p+True
v11 = f9(x1, x2)
print(v5.grad)
v12 = torch.einsum('i, j->ij', x2, v11)
print(f'{v12.sum().item():+.2e} {2:03d}')
print('value', v12.max(), end=';\n')
def f13(p):
    total = [0]
    def inner(q):
        total[0] += 1
        pass
        return p.long()
    print(total)
    return inner
v14 = f13(x2)(x1)
with torch.no_grad():
    v12[:]=v11
print(v11.grad)
print([v14, v5])
try:
    v15 = dict(zip('abc', v11.tolist()))
    v16 = undefined_name
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
else:
    done = True
print(v11)
try:
    v18 = torch.tensor([True, False, True])
    v19 = v12.view(7, 7)
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
else:
    done = True
v20 = x2+x2
v21 = [float(x) for x in x2]
print(v14, v14, sep=' | ')
v22 = torch.ceil(v12)
v20.sum().backward()
print(x1.grad)
print(x2.grad)
