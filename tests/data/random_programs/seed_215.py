import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(101)
w1 = torch.tensor(-0.8, requires_grad=True)
x2 = torch.tensor([[0.54, 3.0], [0.718, -1.47], [4.0, 0.0]])
x3 = torch.tensor([[-0.7, 3.0, -0.973], [0.3, 0.38, 0.32]], requires_grad=True)
v5 = F.hardswish(x3)
v5.mean().backward()
z6 = torch.tensor(0.0, requires_grad=True)
print(f"{w1!r:>5}")
v11 = ('%.3f' % z6, '%d' % 2)
v12 = w1.clamp_max((-1.5))
a13 = torch.tensor([[1.62, -1.363, -0.2], [-0.14, -1.3, -1.3], [0.85, -0.38, -1.4]], requires_grad=True)
v14 = torch.randint(0, 5, (2, 2))
print(x3.detach().numpy())
v16 = v12.T
v17 = (v14*v16).unique()
if z6.requires_grad:
    print(v18.tolist())
    print(v12.shape, a13.dtype)
    v18 = (v5.expand_as(a13)).gather(1, v14)
else:
    print(v16.tolist())
    v18 = v17.new_tensor([1., 2.])
