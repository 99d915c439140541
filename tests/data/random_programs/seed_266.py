import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(691)
a1 = torch.tensor([[0.4, -2.0, 1.2]], requires_grad=True)
z2 = torch.tensor([1.9, -1.334, 1.67], dtype=torch.int64)
v3 = z2[...]
v5 = a1//a1
a6 = torch.tensor([[1.05, 0.291, 1.25], [0.0, -2.0, 0.06], [1.562, -1.68, 1.36]], dtype=torch.int32)
v5 = z2**2
v10 = torch.randn(3, 3)
v11 = torch.asinh(a1)
print(f"{v3}")
v14 = z2>>1
torch.manual_seed(2)
net15 = nn.Linear(2, 1, bias=False)
print(net15)
v16x, v16y = torch.randn(4, 2), torch.randn(4, 1)
v16o = torch.optim.Adam(net15.parameters())
v16c = nn.MSELoss()
for k in range(2):
    v16l = v16c(net15(v16x), v16y)
    v16o.zero_grad()
    v16l.backward()
    v16o.step()
    print(f'{k}: {v16l.item():.5f}')
print(net15.state_dict())
print(v10.detach())
def f18(p, q=2):
    p = q[:, None]
    return p.view(-1, 3)
v19 = f18(v11, v10)
v20 = torch.autograd.gradcheck(lambda q: (q * q).sum(), (torch.rand(2, dtype=torch.float64, requires_grad=True),))
v21 = v10.norm()
print(v20)
w22 = torch.randn(3, 1, requires_grad=True)
x23 = torch.randn(3, 1, requires_grad=True)
v24 = v19/v19
v11.sum().backward()
print(a1.grad)
print(w22.grad)
print(x23.grad)
