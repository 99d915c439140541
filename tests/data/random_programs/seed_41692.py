import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(11)
a1 = torch.tensor([-0.77, 2.0, -1.9], requires_grad=True)
x2 = torch.tensor([[[1.8, 1.8], [-1.5, 1.15]], [[1.6, -0.18], [-1.6, -0.25]]], requires_grad=True)
z3 = torch.randn(2, 2, requires_grad=True)
v4 = z3.tanh()
v5 = '-'.join(str(k) for k in x2.shape)
v4.grad_fn
a1 = F.elu(x2, alpha=(-0.5))
v7 = a1.grad
a1.masked_fill_(v4>0.5,(-0.5))
v8 = a1//a1
v9 = v4 * 1
k10 = 0
while v9.norm() < 2 and k10 < 4:
    k10 += 1
    v11 = F.smooth_l1_loss(v8, v9, beta=0.5)
    v9 = v9 * v9 * 0.3
v12 = F.tanhshrink(v4)
F.softsign((v12+z3.sum()))
v17 = torch.count_nonzero((v9.tanh()))
v19 = F.hinge_embedding_loss(z3, z3.sign())
with torch.no_grad():
    F.relu(v12,inplace=True)
v20 = torch.log2((torch.rot90(z3)))
try:
    v22 = v17[torch.tensor(0)]
except IndexError as e:
    print(type(e).__name__, e)
v24 = (torch.sort(v20, 1, True)[0]).contiguous()
x25 = torch.tensor(-2.0, requires_grad=True)
for k in range(2):
    y26 = x25**2
    y26.backward()
    print(k, x25.data, y26.item(), x25.grad)
    x25 = (x25 - 0.1 * x25.grad).detach().requires_grad_()
v20.grad_fn
try:
    v28 = z3.diagonal(1)
    v29 = torch.ones(2, 3) @ v19
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
else:
    done = True
print(v24, v24, sep=' | ')
v30 = [float(x) for x in v28]
v28.backward()
print(x2.grad)
print(z3.grad)
print(x25.grad)
