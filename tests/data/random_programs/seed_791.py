import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(211)
w1 = torch.tensor([-6, -2, -2, -3])
x2 = torch.tensor(0.504)
a8 = torch.tensor([[-0.684, -1.69], [-1.321, -1.93]], requires_grad=True)
print(f'{x2.sum().item():+.2e} {3:03d}')
v9 = a8.select(0, -1)
v10 = torch.tensordot(v9, v9, 1)
v11 = a8 + 0
v11.mul_(a8)
v12 = v10.view(-1)
v13 = torch.sqrt(v11)
print(a8)
v15 = F.cross_entropy(v11, v11.argmax(1), label_smoothing=0.1)
v16 = torch.log1p(v15)
v17 = v15.float()
v18 = F.softplus(v17)
with torch.no_grad():
    v12.atan_()
v16.backward()
print(a8.grad)
