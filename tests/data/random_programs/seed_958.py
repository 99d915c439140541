import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(945)
w1 = torch.tensor([-1.0, 0.16, 0.99, 1.9], requires_grad=True)
b2 = torch.tensor([[[-0.68, 0.0, -0.64]], [[-0.9, 0.11, 1.23]]], requires_grad=True)
a3 = torch.tensor([[-1.55, 0.9], [1.2, 0.21], [0.0, -1.0]], requires_grad=True)
with torch.inference_mode():
    v5 = F.smooth_l1_loss(b2, b2)
    v6 = b2.log()
b8 = torch.tensor([[[-1.57, -3.0, 0.879]], [[-1.691, -1.019, -0.673]]], requires_grad=True)
v10 = torch.cos(b8)
w1 = b2.data
v12 = v10._version
print(f'{b2.sum().item():+.2e} {4:03d}')
v15 = a3.size(1)
v16 = v10+v5.sum()
print(v16.tolist())
print(v5.detach().numpy())
w1/=0.5
if a3.norm() < 1.0:
    v19 = torch.addcmul(b2, v6, v6, value=0.25)
    v17 = v6.softmax(-1)
    v17 = 0.5*((v10.nansum(2))**2).sum()
else:
    v21 = b2.view(-1)
    v17 = (v21-v21.mean())/v5.std()
v22 = b2.detach().numpy()
v16.grad_fn
v23 = v17 * 1
for k24 in [0.5, 1, 2]:
    v25 = (torch.numel(a3))%v6
v26 = v5%0.5
print(v17, v23, sep=' | ')
print(torch.allclose(v17, v17))
z28 = torch.tensor(-1.1, requires_grad=True)
torch.manual_seed(77)
net29 = nn.Sequential(nn.Linear(3, 4), nn.Sigmoid(), nn.Dropout(0.), nn.Linear(4, 1))
v30x, v30y = torch.randn(4, 3), torch.randint(0, 1, (4,))
v30o = torch.optim.Adam(net29.parameters(), lr=0.01, weight_decay=0.1)
v30c = nn.CrossEntropyLoss()
for k in range(3):
    v30l = v30c(net29(v30x), v30y)
    v30o.zero_grad()
    v30l.backward()
    v30o.step()
    print(f'{k}: {v30l.item():.5f}')
print(v30o)
v31 = torch.floor_divide(v23, (-0.56))
print(b2.grad)
print(a3.grad)
print(b8.grad)
print(z28.grad)
