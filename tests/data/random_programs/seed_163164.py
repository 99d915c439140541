import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(618)
x1 = torch.tensor([1, 0, 0, 1]) > 0
a2 = torch.tensor([-1, -1]) > 0
b3 = torch.randn(2, requires_grad=True)
v4 = b3.view(-1)
print(b3)
print(v4.grad_fn.name())
v5 = {i: e.item() for i, e in enumerate(v4)}
with torch.no_grad():
    F.relu_(v4)
v6 = b3[1:]
v6 = F.softplus((F.dropout(v6, 0.5, training=False)), beta=2)
v7 = v6
k8 = 0
while v7.norm() < 5 and k8 < 3:
    k8 += 1
    v7 = torch.lerp(v6, v6, (-1.5))
    v7 = torch.isfinite(v4)
    v7 = v7 * v7 * 0.3
v10 = nn.SmoothL1Loss()(v6, v4)
a2
torch.manual_seed(97)
net11 = nn.Sequential(nn.Linear(3, 3), nn.SiLU(), nn.Dropout(0.), nn.Linear(3, 2))
v12x, v12y = torch.randn(4, 3), torch.ones(4, 2)
v12o = torch.optim.Adam(net11.parameters(), lr=0.05)
v12c = nn.HuberLoss()
for k in range(4):
    v12l = v12c(net11(v12x), v12y)
    v12o.zero_grad()
    v12l.backward()
    v12o.step()
    print(f'{k}: {v12l.item():.5f}')
print(v12o)
v13 = all(x > 0 for x in b3)
v10.backward()
print(b3.grad)
