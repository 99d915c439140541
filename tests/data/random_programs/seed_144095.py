import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(416)
x1 = torch.randn(2, 2, requires_grad=True)
a2 = torch.randn((), requires_grad=True)
print(type(x1), x1.type())
v4 = torch.log(x1)
z5 = torch.tensor([-2])
a6 = torch.tensor([-2.0, -0.26, -1.6, 0.0], dtype=torch.float64)
f7 = lambda p, q=1.27: (q[1:1]).diag()
v8 = f7(a2, v4)
v4.pow(2).mean().backward(create_graph=True)
v9 = v8.view_as((v8[..., None]))
v10 = torch.flip(v8, [0])
v11 = v8.neg()
print(v10.shape, a2.dtype)
v12 = torch.sinc(v11)
v13 = z5.expand_as(z5)
v16 = v10.log1p()
v18 = F.cross_entropy(v16, F.softmax(v10, -1))
print(f'{v18:.3f}')
v20 = v13@v13
v21 = v16.squeeze(-1)
v22 = [k for k in range(10) if k % 3 == 1 % 3]
try:
    v23 = x1.mv(v21)
except Exception as e:
    print(type(e).__name__, e)
v18.backward()
print(x1.grad)
print(a2.grad)
