import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(170)
x1 = torch.tensor([[0, 2], [6, 1], [-6, 0]])
z2 = torch.tensor([-1.4, 1.089, -0.813], dtype=torch.float64, requires_grad=True)
w3 = torch.tensor([[-1.171], [-1.5], [-2.0]])
with torch.no_grad():
    w3*=w3
try:
    w3.scatter_(1,x1,0.25)
except Exception as e:
    print(type(e).__name__, e)
print(z2)
v7 = torch.arange(2)
v8 = z2 * 1
for k9 in [0.5, 1, 2]:
    v10 = w3.relu()
    v11 = (torch.ones_like(v10)).quantile(0.3, dim=-1)
    if k9 == 2:
        continue
v11.clamp_(-1,1)
v12 = z2.register_hook(lambda q: q.clamp(-1, 1))
v8.sum().backward()
print(z2.grad)
