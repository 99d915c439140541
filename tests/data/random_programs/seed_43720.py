import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(61)
b1 = torch.tensor(-1.4, requires_grad=True)
x2 = torch.tensor([[[0.8, 1.61, 1.6]], [[-0.679, 1.03, -0.18]]])
b3 = torch.tensor([[1.0, 1.26, -0.52], [1.58, -1.03, -1.21]], dtype=torch.float32)
v4 = F.softshrink(x2)
v8 = b1.quantile(0.3, dim=0)
v9 = torch.heaviside(v8, v4)
v10 = v9.to(v9.dtype)
v11 = v10.argmax(-1)
if v4.requires_grad:
    v13 = [i * 2 for i in range(4)]
    v12 = v12==v12
    v12 = x2.nansum(0)
else:
    v12 = F.elu(v8)
    v12 = v4*v8.unsqueeze(-1)
v14 = torch.autograd.Variable(b3, requires_grad=True)
v8.sum().backward(retain_graph=True)
v15 = isinstance(v14, torch.Tensor)
v16 = torch.xlogy(v9, v9)
v17 = torch.sqrt(v9)
v18 = v10.clone()
k19 = 0
while v18.norm() < 100 and k19 < 3:
    k19 += 1
    v20 = torch.sign((F.normalize(b1, dim=0)))
v8.backward()
print(b1.grad)
print(v14.grad)
