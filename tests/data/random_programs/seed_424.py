import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(735)
x1 = torch.tensor([[[-1.1, -1.262, -1.2]], [[-1.074, 1.591, 3.0]]], requires_grad=True)
a2 = torch.tensor([3.0, -0.96, 1.54], requires_grad=True)
v3 = a2-a2
v4 = x1[-2:]
v6 = v3[0]
v6.square_()
v7 = v4 * 1
for k8 in range(1):
    v9 = torch.logit(x1.sigmoid())
    v10 = (-1.5)-(torch.relu(a2))
    v7 = torch.sin(v7) * 1.5
v10[0]=v10[1]
x12 = torch.tensor([[[1.911, -0.27, 0.87]], [[0.07, 1.6, -1.927]]], requires_grad=True)
v13 = torch.hypot(v7, a2)
def f14(p):
    total = [0]
    def inner(q):
        total[0] += 1
        q = q.to(torch.float32)
        v15 = F.elu(p)
        return torch.heaviside(p, v15)
    print(total)
    return inner
v16 = f14(v10)(v6)
v17 = F.dropout((x12.var()), 0.5, training=False)
v18 = v17.reshape(-1)
v19 = torch.linalg.vector_norm(v10)
(v19 * v13).sum().backward()
v20 = torch.acosh(v17)
v21 = nn.MSELoss()(v17, v17)
w22 = torch.randn((), requires_grad=True)
w22.grad
v25 = (F.leaky_relu(v18))[...]
v26 = list(map(lambda q: q * 1, [1, 2, 3]))
print(repr(k8))
v27 = torch.where(v21>0, v21, v20)
v20.backward()
print(x1.grad)
print(a2.grad)
print(x12.grad)
print(w22.grad)
