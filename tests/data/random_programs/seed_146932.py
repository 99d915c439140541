import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(125)
a1 = torch.tensor([[-0.4, 2.0, -0.417]], dtype=torch.float64, requires_grad=True)
a2 = torch.tensor([[1.777, -0.97, 1.565], [-0.26, -1.0, 4.0], [1.26, 1.0, 0.66]], dtype=torch.float64, requires_grad=True)
w3 = torch.tensor([[[4, 0, 2]], [[-1, 2, -2]]])
v4 = (torch.add(a1, a1, alpha=(-1.5)))**3
v4+=2.0
print('value', v4.max(), end=';\n')
v5 = v4.register_hook(lambda q: print('hook', q))
v6 = a2[[0, 0, 1]]
with torch.inference_mode():
    v7 = F.softplus(((a1-a1)**2))
    a1.detach_()
v8 = (v4[0]).unsqueeze(0)
print(torch.allclose(v8, a2))
v9 = v4.reshape(-1, 3)
a10 = torch.tensor(0.71, dtype=torch.float64, requires_grad=True)
a11 = torch.tensor([[0.79, -1.718, 1.815], [0.41, 0.03, -0.59], [-0.3, -0.69, -0.65]], dtype=torch.float64, requires_grad=True)
print(v8.grad_fn.name())
w13 = torch.tensor([[1.3, -1.239], [1.0, -0.8]], dtype=torch.float64, requires_grad=True)
v14 = a2[0]
v15 = torch.autograd.functional.vjp(lambda q: q.sin(), v14, torch.ones_like(v14))[1]
with torch.no_grad():
    a11.transpose_(0,1)
v16 = F.relu(v15)
v18 = torch.logical_or(v15, v15)
w19 = torch.tensor([[-1.427, 0.704, -0.06]], dtype=torch.float64, requires_grad=True)
v20 = torch.linalg.multi_dot([w13, w13])
v21 = v8.register_hook(lambda q: print('hook', q))
print(f'{a1.sum().item():+.2e} {1:03d}')
v20.sum().backward()
print(a2.grad)
print(a10.grad)
print(a11.grad)
print(w13.grad)
