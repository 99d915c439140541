import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(794)
z1 = torch.tensor([1.5, 0.95])
a2 = torch.tensor(1.516, dtype=torch.float64, requires_grad=True)
z1.lerp_(z1,0.5)
z1 = (a2.data).square()
z1.clamp(0.001, 0.5)
v5 = F.normalize((torch.fmin(a2, z1)), dim=0)
v6 = torch.maximum(v5, v5)
v7 = z1 * 1
k8 = 0
while v7.norm() < 5 and k8 < 5:
    k8 += 1
    v7 = torch.atleast_2d(v7)
    if k8 == 2:
        break
v9 = z1.detach().clone()
print(a2.grad)
v10 = z1.std()
v7[0]=0.1
a11 = torch.tensor([[1.77, 0.0, -1.0]], dtype=torch.bool)
v5.floor()
v13 = torch.autograd.grad(v5, a2, torch.ones_like(v5), create_graph=True)[0]
print([v9, v9])
w14 = torch.tensor(2.0, dtype=torch.float64, requires_grad=True)
v15 = torch.exp2(v6)
v13.pow(2).mean().backward(create_graph=True)
v16 = int(v6)
try:
    v18 = (v6.reciprocal()).is_floating_point()
    v19 = int('x')
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
else:
    done = True
print('%.4f' % v15, v9.item() > 0)
v13.backward()
print(a2.grad)
print(w14.grad)
