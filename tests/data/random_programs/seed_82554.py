import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(1)
x1 = torch.tensor([[-0.997, -0.89], [-1.5, 1.244], [0.37, 1.746]], requires_grad=True)
x2 = torch.tensor([[-0.2, -1.0, 1.39], [0.826, -0.47, -1.51], [-1.14, 1.81, -3.0]], requires_grad=True)
z3 = torch.randn(3, requires_grad=True)
print(x1)
v4 = (x1.prod(-1)).requires_grad
torch.manual_seed(36)
net8 = nn.Linear(1, 1)
for p in net8.parameters():
    nn.init.zeros_(p)
v9x, v9y = torch.randn(4, 1), torch.randint(0, 1, (4,))
v9o = torch.optim.Adam(net8.parameters())
v9c = nn.CrossEntropyLoss()
for k in range(1):
    v9l = v9c(net8(v9x), v9y)
    v9o.zero_grad()
    v9l.backward()
    torch.nn.utils.clip_grad_norm_(net8.parameters(), 0.5)
    v9o.step()
    print(f'{k}: {v9l.item():.5f}')
print(net8.state_dict())
v10 = torch.full_like(x1, (-0.5))
v11 = (torch.linalg.norm(v10, dim=1)).sum(dtype=torch.float64)
v12 = (z3.nonzero(as_tuple=True)[0])**3
v13 = min(p)
v14 = F.softplus((z3[:0]), beta=2)
v15 = v10[::2]
v16 = p+p*v14-p/0.001
v17 = torch.einsum('ii->i', v15)
v21 = dict(zip('abc', p.tolist()))
v22 = torch.cat([v14, v14], 2)
v13.backward()
v16.sum().backward()
print(x1.grad)
print(x2.grad)
print(z3.grad)
print(p.grad)
