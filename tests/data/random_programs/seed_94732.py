import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(588)
x1 = torch.tensor(-2.0, requires_grad=True)
z2 = torch.tensor([0.0], requires_grad=True)
w3 = torch.tensor([[2.0, -0.29], [0.9, 0.0]], requires_grad=True)
torch.manual_seed(50)
net5 = nn.Sequential(nn.Linear(1, 2), nn.SiLU(), nn.Dropout(0.), nn.Linear(2, 1))
v6x, v6y = torch.randn(4, 1), torch.ones(4, 1)
v6o = torch.optim.Adam(net5.parameters(), lr=0.05)
v6c = nn.HuberLoss()
for k in range(2):
    v6l = v6c(net5(v6x), v6y)
    v6o.zero_grad()
    v6l.backward()
    v6o.step()
    print(f'{k}: {v6l.item():.5f}')
print([p.norm().item() for p in net5.parameters()])
w3 = z2**0.5
v8 = w3[:1]
v8.sub_(x1)
v9 = torch.autograd.grad(v8.sum(), x1, create_graph=True)[0]
a10 = torch.tensor([[0, 1], [-4, 3]])
torch.manual_seed(77)
net11 = nn.Sequential(nn.Linear(1, 3), nn.LeakyReLU(), nn.Linear(3, 2))
print(net11)
v12x, v12y = torch.randn(4, 1), torch.ones(4, 2)
v12o = torch.optim.Adam(net11.parameters(), lr=0.05)
v12c = F.smooth_l1_loss
for k in range(3):
    v12l = v12c(net11(v12x), v12y)
    v12o.zero_grad()
    v12l.backward()
    v12o.step()
    print(f'{k}: {v12l.item():.5f}')
with torch.no_grad():
    print(net11(v12x))
x13 = torch.tensor(-0.28)
a15 = torch.tensor([[-0.15, 1.25, 1.88], [-0.38, 4.0, -1.3]], requires_grad=True)
v8.grad_fn
with torch.set_grad_enabled(True):
    v16 = w3.requires_grad
    v17 = (torch.prod(a15, 0)).repeat_interleave(3, dim=0)
print(v16)
w3.backward()
print(x1.grad)
print(z2.grad)
print(a15.grad)
