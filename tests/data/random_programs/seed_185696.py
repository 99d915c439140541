import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(827)
x1 = torch.tensor([[0, -2], [1, -2], [-3, 4]]) > 0
z2 = torch.tensor([1.04])
v3 = F.selu((torch.float_power(z2, 2)))
print(f"{z2!r:>5}")
print('value', x1.max(), end=';\n')
try:
    v5 = torch.sub((torch.is_tensor(z2)), v3, alpha=3)
except Exception as e:
    print(type(e).__name__, e)
v6 = torch.vdot(z2, z2)
print(z2.tolist())
v7 = [[a * b for a in range(3)] for b in range(2)]
torch.manual_seed(58)
net8 = nn.Linear(2, 1)
v9x, v9y = torch.randn(4, 2), torch.ones(4, 1)
v9o = torch.optim.SGD(net8.parameters(), lr=0.05, momentum=0.9)
v9c = nn.HuberLoss()
for k in range(2):
    v9l = v9c(net8(v9x), v9y)
    v9o.zero_grad()
    v9l.backward()
    v9o.step()
    print(f'{k}: {v9l.item():.5f}')
for name, p in net8.named_parameters():
    print(name, p.shape, p.grad)
p.grad
with torch.no_grad():
    z2.detach().add_(1)
v10 = z2.clone()
k11 = 0
while v10.norm() < 5 and k11 < 2:
    k11 += 1
    v12 = x1^x1
    print('value', v10.max(), end=';\n')
v16 = v3.clone()
v17 = p.register_hook(lambda q: q.clamp(-1, 1))
v18 = v12[0, :, None]
print(p.grad)
