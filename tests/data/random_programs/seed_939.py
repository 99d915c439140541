import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(239)
x1 = torch.tensor(-0.7, dtype=torch.float64, requires_grad=True)
b2 = torch.tensor([[-0.63], [0.0], [1.7]], dtype=torch.float64, requires_grad=True)
z3 = torch.tensor(0.1, dtype=torch.float64, requires_grad=True)
v4 = F.softplus(z3, beta=2)
v5 = torch.arange(2., requires_grad=True)
print([x1, b2])
a7 = torch.tensor([1.0], dtype=torch.float64, requires_grad=True)
v11 = b2
k12 = 0
while v11.norm() < 5 and k12 < 3:
    k12 += 1
    v13 = z3+z3*v4-v5/1.0
    if k12 == 1:
        continue
print(k12)
print(v4.detach().numpy())
if b2.norm() < 2.0:
    v18 = torch.exp2(v5)
    v20 = v11//x1
    v18 = (v18[1:2])[True]
else:
    v21 = torch.xlogy(v4, v13)
    v18 = torch.lerp((torch.log(v21)), v5, v21)
a23 = torch.randn(3, 1, requires_grad=True)
a27 = torch.tensor(-1.86, dtype=torch.float64, requires_grad=True)
print(a23.detach())
v13 = F.huber_loss(v20, x1, delta=2.0)
v28 = torch.autograd.functional.hessian(lambda q: (q ** 3).sum(), a7)
x30 = torch.tensor(-3.0, dtype=torch.float64, requires_grad=True)
print(x1.grad)
print(b2.grad)
print(z3.grad)
print(v5.grad)
