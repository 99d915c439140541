import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(956)
x1 = torch.tensor([2.0, -1.0, 0.98, -1.1], dtype=torch.float64, requires_grad=True)
b2 = torch.tensor([[-6], [-2], [-1]])
v3 = b2.flatten()
print(f'{x1.sum().item():+.2e} {2:03d}')
v4 = x1 + 0
v4.erf_()
v5 = torch.autograd.grad(v4.sum(), x1, create_graph=True)[0]
print(b2)
v6 = b2-v3
v7 = F.tanhshrink(v4)
v8 = x1.contiguous()
v9 = torch.cov(v7)
print(v9.item())
v10 = v5.unsqueeze(0)
v10.add_((-1.5))
print(v6, v5, sep=' | ')
v11 = torch.autograd.grad(v4.sum(), v8, create_graph=True)[0]
v12 = torch.autograd.grad(v7.sum(), v8, create_graph=True)[0]
v10 = v12.new_zeros(3)
v13 = v9%0.1
v15 = v9.detach()
print(v10.grad_fn)
v9.backward()
v11.sum().backward()
print(x1.grad)
print(v8.grad)
