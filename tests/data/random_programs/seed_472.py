import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(651)
x1 = torch.tensor([[-0.92, 1.51, -1.52], [-1.56, -1.82, 0.0], [-1.75, 0.727, 1.0]], requires_grad=True)
w2 = torch.tensor([[-0.4], [-2.0], [-2.0]], requires_grad=True)
x3 = torch.tensor(-1.0, requires_grad=True)
v5 = x3.T
v9 = F.normalize(x1, dim=0)
v10 = F.hardsigmoid(x1)
w11 = torch.tensor([[-2, 3], [0, -1], [1, 1]])
v13, v132 = x3, v10
torch.manual_seed(83)
net15 = nn.Linear(3, 1, bias=False)
print(net15)
v16x, v16y = torch.randn(4, 3), torch.randn(4, 1)
v16o = torch.optim.SGD(net15.parameters(), lr=0.1)
v16c = nn.MSELoss()
for k in range(3):
    v16l = v16c(net15(v16x), v16y)
    v16o.zero_grad()
    v16l.backward()
    v16o.step()
print([p.norm().item() for p in net15.parameters()])
v132.T[0]=0.001
v17 = v5.remainder(0.25)
print('%.4f' % v17, v13.item() > 0)
v18 = '{:.2f} {:>6}'.format(v17.item(), 3)
v20 = v13.T
a21 = torch.tensor([-0.41], requires_grad=True)
v17.backward()
b23 = torch.tensor([[-1.71, 1.99], [-1.23, 0.24]], requires_grad=True)
v25 = b23.clone()
v26 = torch.empty(0)
v28 = torch.where(v20>0, v20, a21)
v20.backward()
v10.sum().backward()
print(x1.grad)
print(w2.grad)
print(x3.grad)
print(v13.grad)
