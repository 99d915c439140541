import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(603)
b1 = torch.tensor([-1.65, 1.67, -1.28], requires_grad=True)
a2 = torch.tensor([1.284], requires_grad=True)
x3 = torch.tensor([[-1.0, 0.0], [0.983, -1.303]], requires_grad=True)
try:
    v4 = a2.dim()
    v5 = {}['a']
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
finally:
    done = True
v6 = torch.lgamma(b1.abs()+0.5)
x7 = torch.tensor(0.3, requires_grad=True)
for k in range(2):
    y8 = (x7 - 3)**2 + 1
    y8.backward()
    print(k, x7.tolist(), y8.item(), x7.grad)
    x7.data.add_(x7.grad, alpha=-0.1)
    x7.grad = None
v10 = F.hardsigmoid(y8)
print(v6.grad_fn.name())
print(v10)
try:
    y8.index_add_(0,torch.tensor([0]),y8)
except RuntimeError as e:
    print(type(e).__name__, e)
print(round(v10.item(), 4))
v13 = x3.diagonal(1)
v13.sum().backward()
print(b1.grad)
print(a2.grad)
print(x3.grad)
print(x7.grad)
