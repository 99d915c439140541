import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(931)
w1 = torch.tensor([[[0.48, -1.3], [-1.4, 0.0]], [[-0.79, -0.5], [0.462, -2.0]]], dtype=torch.float64, requires_grad=True)
z2 = torch.tensor([2]) > 0
w3 = torch.tensor([-1.3, -0.5], dtype=torch.float64, requires_grad=True)
v4 = w1.detach()
v4.fmod_(1.0)
try:
    w3 = F.linear(w1, w3, w3)
except RuntimeError as e:
    print(type(e).__name__, e)
v5 = w1.view(-1)
v6 = (v4-v4)**2
v7 = v6%z2
v9 = all(x > 0 for x in v5)
print(v7)
v5.grad_fn
v10 = v5.unbind(-1)[-1]
v11 = torch.from_numpy(np.arange(3.))
v12 = (v11[True]).cumsum(0)
v7.reciprocal_()
f13 = lambda p, q=3.0: p.take_along_dim(p.argsort(), -1)
v14 = f13(v5, v7)
print(w1)
v10.backward()
v5.sum().backward()
print(w1.grad)
print(w3.grad)
