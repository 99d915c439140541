import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(540)
x1 = torch.tensor([[0.8, 0.249], [1.0, -2.0], [-0.05, -1.09]], dtype=torch.float64, requires_grad=True)
b2 = torch.tensor([0.62, 0.0, 1.19], dtype=torch.float64, requires_grad=True)
w3 = torch.tensor(-0.3, dtype=torch.float64, requires_grad=True)
x4 = torch.tensor([3.0], dtype=torch.float64, requires_grad=True)
v5 = b2
k6 = 0
while v5.norm() < 2 and k6 < 3:
    k6 += 1
    v7 = (torch.lgamma(w3.abs()+0.5))==0
    v5 = b2.log()
    v5 = v5 * v5 * 0.3
v8 = x1//x1
v9 = v5.view(-1)
v9.masked_fill_(v5>(-1.5),2.0)
try:
    v10 = torch.nansum(v5)
    v11 = int('x')
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
else:
    done = True
try:
    v12 = torch.mv(v10, x1)
except IndexError as e:
    print(type(e).__name__, e)
v10.abs_()
x1.grad
print(f'{v10:.3f}')
v14 = torch.lerp((v5[0, ...]), v9, 0.5)
v15 = torch.sigmoid(v8)
x1 = (v8.detach())//(-0.5)
v16 = v10.clone()
k17 = 0
while v16.norm() < 2 and k17 < 4:
    k17 += 1
    v16 = torch.isnan((v15-b2.mean(0)))
    print(v14)
    v16 = v16 * 0.5
v18 = torch.autograd.gradcheck(lambda q: (q * q).sum(), (torch.rand(2, dtype=torch.float64, requires_grad=True),))
v19 = v5 * 1
for k20 in range(2):
    v16.clamp_(0,1)
v16.backward()
print(b2.grad)
print(w3.grad)
print(x4.grad)
