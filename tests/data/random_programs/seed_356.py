import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(260)
a1 = torch.tensor([[-1.24, 3.0], [-0.38, -0.12], [1.86, -1.5]], requires_grad=True)
x2 = torch.tensor([[-0.602, 1.83], [-0.0, -0.707]], dtype=torch.int64)
b3 = torch.tensor([[[1, 8, 0]], [[2, 1, -3]]])
v4 = a1.float()
v5 = (torch.deg2rad(v4))//v4
v7 = torch.log10(v5)
v8 = a1.clamp(max=(-1.5))
print(v5.detach().numpy())
a1.grad = None
v4.grad
try:
    v9 = torch.prod(v7, 0)
    v10 = int('x')
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
else:
    done = True
v5.argmin(-1, keepdim=True)
v11 = a1.sign()
v8.add_(v8,alpha=0.38)
(v8 * v11).sum().backward()
v13 = v11.double()
v8.requires_grad_()
v14 = a1[[1, 0], ...]
print(f'{v8.sum().item():+.2e} {3:03d}')
print([v7, v11])
v14.swapaxes_(0,1)
v17 = v4.grad * (-0.5)
v18 = torch.tan(v5)
v13.sum().backward()
print(a1.grad)
print(v4.grad)
