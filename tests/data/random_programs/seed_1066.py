import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(469)
a1 = torch.tensor([[1.81, 0.647, -0.59], [-1.1, -3.0, -0.593], [-1.327, -1.0, 2.0]], requires_grad=True)
w2 = torch.tensor([-1.68, 0.0, -1.3, -1.683], requires_grad=True)
w3 = torch.tensor([-1.51, 0.36, 2.0], requires_grad=True)
a4 = torch.tensor([-0.25, -1.9, 4.0], requires_grad=True)
v5 = (a4/4).mean()
v6 = v5.register_hook(lambda q: q * 2)
f7 = lambda p, q=3.0: (F.hardsigmoid(q)).tolist()
v8 = f7(a4, w3)
v9 = abs(w2)
v10 = torch.stack([e * 2 for e in w3])
z11 = torch.tensor([[[-1.0, 0.5, 0.92]], [[-0.96, -1.8, 1.347]]], requires_grad=True)
v13 = F.tanhshrink((F.dropout(w3, 0.5, training=False)))
v14 = torch.erfc(v10)
v15 = min(v13)
v16 = (v15.sum(-1).mean())**-1
v17 = v13.expand_as(v13)
v17.data=v5.data*2
v16.backward()
v9.sum().backward()
print(a1.grad)
print(w2.grad)
print(w3.grad)
print(a4.grad)
