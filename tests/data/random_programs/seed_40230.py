import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(365)
z1 = torch.tensor([4.0, 1.513, -2.0], requires_grad=True)
x2 = torch.tensor([-1.99, 0.43, -1.7], requires_grad=True)
w3 = torch.tensor(3.0, requires_grad=True)
z4 = torch.randn(4, requires_grad=True)
v5 = torch.bernoulli(torch.full((2,), 0.5))
v6 = torch.equal(v5, x2)
v8 = x2[None]
print(w3.item())
v9 = torch.tensor(1.0, requires_grad=True)
v10 = list(enumerate('xyz', 2))
a12 = torch.tensor([[-1.52, -0.93], [-0.9, 0.254]], requires_grad=True)
v13 = (nn.HuberLoss()(v9, v9)).int()
print(round(w3.item(), 4))
v15 = isinstance(a12, torch.Tensor)
v16 = w3
for k17 in (1, 2):
    v16 = w3.masked_fill((v9.dist(v5))>0.001, (-0.5))
    v16 = F.celu(v9)
z4 = torch.min(z1, dim=0).values
def f19(p):
    total = [0]
    def inner(q):
        total[0] += 1
        q = p[...]
        return torch.sin(p)*torch.cos(p)
    print(total)
    return inner
v22 = f19(v16)(v16)
z23 = torch.tensor([[-0.541, -1.7, -1.05]], requires_grad=True)
v24 = v16.quantile(0.3, dim=0)
try:
    v25 = F.softplus(w3)
    v26 = float(v16)
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
finally:
    done = True
print(v5.is_leaf, a12.requires_grad, v24._version)
z4.backward()
v22.sum().backward()
print(z1.grad)
print(x2.grad)
print(w3.grad)
print(v9.grad)
