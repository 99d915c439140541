import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(46)
w1 = torch.tensor([-0.02], requires_grad=True)
x2 = torch.tensor([[-0.882, -2.0], [-0.87, -1.37], [0.44, 0.168]], requires_grad=True)
v5 = torch.nansum(x2)
v6 = w1.log1p()
try:
    v7 = nn.BCELoss()(v5.sigmoid(), w1.sigmoid().detach())
except ValueError as e:
    print(type(e).__name__, e)
v8 = torch.autograd.gradcheck(lambda q: (q * q).sum(), (torch.rand(2, dtype=torch.float64, requires_grad=True),))
v9 = v6.view_as(w1)
v10 = F.silu(x2)
v11 = v5.std(0, keepdim=True)
print(v6.tolist())
x2.grad
v12 = v11.expand(4, 4)
with torch.no_grad():
    v10-=v9
v11.backward()
print(w1.grad)
print(x2.grad)
