import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(448)
w1 = torch.tensor([1.0, 1.9, -0.13, -1.67], requires_grad=True)
x2 = torch.tensor([[[-0.5, 0.6, -1.4]], [[1.98, -3.0, -1.0]]], requires_grad=True)
a3 = torch.tensor([-0.221, 1.38, 1.08], requires_grad=True)
x5 = torch.tensor([[[3, 0], [-2, 4]], [[-4, 3], [0, -2]]])
v6 = w1.long()
v7 = w1.register_hook(lambda q: q.clamp(-1, 1))
v8 = x5.mT
v9 = a3.unique()
v10 = '-'.join(str(k) for k in x2.shape)
v11 = torch.rand_like(w1)
z13 = torch.tensor(-0.2, requires_grad=True)
with torch.no_grad():
    v11.masked_fill_(z13>0.5,2.0)
print(v8, v8, sep=' | ')
v15 = v8-x5
print(v8.tolist())
v16 = x2.sum()
x5+=1
print(x5, v8, sep=' | ')
print(v10)
v17 = (v9**3)[torch.tensor(0)]
v16.backward()
print(w1.grad)
print(x2.grad)
print(a3.grad)
print(z13.grad)
