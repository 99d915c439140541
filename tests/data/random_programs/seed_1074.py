import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(189)
w1 = torch.tensor(-1.579, dtype=torch.float64, requires_grad=True)
w2 = torch.tensor([[1.945, 4.0], [1.76, 0.3]], dtype=torch.float32)
print(f'{w1:.3f}')
z5 = torch.tensor([[-1.9, -1.86], [0.5, -0.97]], dtype=torch.float64, requires_grad=True)
v7 = torch.cummax(w1, 2)[0]
print(w2.detach().numpy())
torch.manual_seed(90)
net9 = nn.Linear(1, 1)
v10x, v10y = torch.randn(4, 1), torch.randn(4, 1)
v10o = torch.optim.Adam(net9.parameters(), lr=0.01, weight_decay=0.1)
v10c = nn.MSELoss(reduction='sum')
for k in range(4):
    v10l = v10c(net9(v10x), v10y)
    v10o.zero_grad()
    v10l.backward()
    v10o.step()
    print(f'{k}: {v10l.item():.5f}')
print(list(net9.parameters())[0])
print(v7.grad_fn.name())
v11 = (w1+w1.sum())[None]
v12 = v7.T
print(f'{v12:.3f}')
print(v12.detach().numpy())
v13 = torch.diff(z5)
v14 = torch.trace(z5)
v15 = z5.maximum(z5)
print(repr(k))
f16 = lambda p, q=0.25: torch.zeros_like(p)
v17 = f16(v11, v15)
v11.backward()
v15.sum().backward()
print(w1.grad)
print(z5.grad)
