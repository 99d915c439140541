import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(502)
a1 = torch.tensor([[0.09, -0.57, 0.0], [1.201, -1.16, 3.0]], requires_grad=True)
x2 = torch.tensor([[[4.0, -0.24], [0.0, 1.3]], [[0.4, 1.5], [-1.83, 1.21]]], requires_grad=True)
v3 = torch.floor_divide(x2, (-1.5))
v3.masked_fill(v3>0.25, 0.001)
print(a1.norm())
v3.grad_fn
v4 = torch.index_select(x2, 0, torch.tensor([1, 0, 1]))
v5 = x2.norm()
v6 = a1.detach()
v6.t().mul_(2.0)
v8 = v3[v3>0]
v5.clamp_(-1,1)
with torch.no_grad():
    v8.reciprocal_()
print(v6.detach())
print(v5.grad_fn)
v12 = torch.ones_like((torch.square(a1)))
v13 = '-'.join(str(k) for k in v6.shape)
v14 = 1/v4
v15 = v14.masked_select(v14>0.25)
v17 = torch.stack([v14, v14], 1)
v18 = v15
k19 = 0
while v18.norm() < 5 and k19 < 5:
    k19 += 1
    v4.backward(torch.randn_like(v4), retain_graph=True)
    v18 = a1[torch.randperm(2)]
v21 = v18.T
v21.div_(0.25)
v22 = v17[...]
v17.sum().backward()
print(a1.grad)
print(x2.grad)
