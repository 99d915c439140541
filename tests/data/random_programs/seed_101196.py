import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(349)
x1 = torch.tensor([[0.64, 0.0, 1.4]])
z2 = torch.tensor([[[0.0, -1.03, -0.51]], [[1.66, -1.0, 1.9]]])
z3 = torch.tensor(3.0, requires_grad=True)
v4 = (z2.size())[::2]
print(repr(v4))
print(x1)
with torch.no_grad():
    z3/=2.0
v11 = [i * 4 for i in range(4)]
v12 = z2.grad_fn
v13 = torch.rsqrt((z3.mode(0)[0]))
print('value', x1.max(), end=';\n')
v16 = 1/(1+torch.exp(-x1))
v17 = x1.min(1)[0]
v18 = nn.SmoothL1Loss()(v16, x1)
v13.t().mul_(0.1)
x19 = torch.tensor(1.5, requires_grad=True)
for k in range(5):
    y20 = x19**4 - 3*x19**2 + 2
    y20.backward()
    print(k, x19, y20.item(), x19.grad)
    x19 = (x19 - 0.1 * x19.grad).detach().requires_grad_()
v22 = v18.argsort(-1)
v23 = v22//4
v24 = torch.autograd.functional.hessian(lambda q: (q ** 3).sum(), v17)
print(z3.grad)
print(x19.grad)
