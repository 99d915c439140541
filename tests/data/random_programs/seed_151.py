import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(973)
w1 = torch.tensor([-2.0, 0.289, -0.39], dtype=torch.float32)
z2 = torch.tensor([-0.78, -1.3, -0.646], requires_grad=True)
x3 = torch.tensor([0.102, -1.586, -2.0])
a4 = torch.tensor([1.88, 0.713, -0.782, -1.2], requires_grad=True)
a5 = torch.tensor(-0.58)
f7 = lambda p, q=3.0: p.new_ones(2, 4)
v8 = f7(a4, x3)
v9 = v8.unsqueeze(0)
v9.div_(0.1)
x10 = torch.tensor([[[-1.0, 1.1, -1.74]], [[0.54, -1.946, 2.0]]], requires_grad=True)
v11 = a4[0]
v15 = torch.autograd.gradcheck(lambda q: (q * q).sum(), (torch.rand(2, dtype=torch.float64, requires_grad=True),))
print(a4)
print(v15)
with torch.no_grad():
    F.relu(x10,inplace=True)
v16 = torch.rand_like(w1)
v18 = v9.log()
print(a5.is_leaf, v9.requires_grad, a4._version)
v19 = v8.flip((1, -2))
b20 = torch.tensor(-1.45, requires_grad=True)
v19
print('%.4f' % b20, a5.item() > 0)
v11.backward()
v11.sum().backward()
print(z2.grad)
print(a4.grad)
print(x10.grad)
print(b20.grad)
