import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(439)
z1 = torch.tensor(-1.981, requires_grad=True)
z2 = torch.tensor([-1]) > 0
if z1.norm() < 1.0:
    v6 = v5<2.0
    v5 = z1<2.0
    v5 = torch.prod((v5.all()), -1)
else:
    v7 = (torch.nansum(z1)).gt(0.001)
    v5 = (torch.minimum(z1, z1))**3
try:
    v8 = torch.matmul((torch.tril(v5, -1)), v5)
except Exception as e:
    print(type(e).__name__, e)
with torch.no_grad():
    v5.zero_()
print(z2)
torch.manual_seed(65)
net10 = nn.Linear(1, 1)
v11x, v11y = torch.randn(4, 1), torch.zeros(4, 1)
v11o = torch.optim.AdamW(net10.parameters(), lr=0.01)
v11c = F.l1_loss
for k in range(3):
    v11l = v11c(net10(v11x), v11y)
    v11o.zero_grad()
    v11l.backward()
    v11o.step()
    print(f'{k}: {v11l.item():.5f}')
print(sum(p.numel() for p in net10.parameters()))
print('value', v7.max(), end=';\n')
v12 = torch.ones(2, 3, dtype=torch.float64)
v13 = torch.log1p(v12)
v14 = torch.cross(v12, v13)
print(str(v5))
v15 = z1.norm(1)
v16 = z1.detach()
v16.clamp_(0,1)
print(z1.grad)
