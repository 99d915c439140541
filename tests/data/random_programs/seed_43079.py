import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(915)
a1 = torch.tensor([0.058])
z2 = torch.tensor(0.0)
x3 = torch.tensor([[-0.4, 3.0], [-1.838, -0.13], [-1.7, 3.0]], requires_grad=True)
x3.grad = None
x4 = torch.tensor(-2.0, requires_grad=True)
for k in range(3):
    y5 = x4**4 - 3*x4**2 + 2
    y5.backward()
    print(k, x4.detach(), y5.item(), x4.grad)
    x4.data.add_(x4.grad, alpha=-0.1)
    x4.grad = None
print(k)
print(x4.shape, x4.dtype)
print('value', a1.max(), end=';\n')
try:
    v8 = torch.block_diag(x4, z2)
    v9 = int('x')
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
else:
    done = True
v10 = torch.linalg.norm((torch.logit(x3.sigmoid())), 'fro')
v8.sum().backward()
print(x3.grad)
print(x4.grad)
