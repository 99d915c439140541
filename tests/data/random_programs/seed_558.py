import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(558)
z1 = torch.tensor([[-1.0, -1.65, -1.0]], requires_grad=True)
z2 = torch.tensor(-1.0)
print(z1.grad_fn)
z2 = z1.pow(0.1)
print(z1, z2, sep=' | ')
v8 = z2.int()
v9 = z1>0
z1.grad = None
print('value', z1.max(), end=';\n')
def f11(p, q=2):
    p = torch.exp(-q**2)*(-1.5)
    p = F.hardtanh((torch.norm(p)))
    return q.dist(q), p
v12 = f11(z2, z1)[0]
v13 = v8[:, 2]
v14 = z1.clone()
v14.view(-1).mul_(2)
with torch.no_grad():
    v14.relu_()
v12.backward()
v14.sum().backward()
print(z1.grad)
