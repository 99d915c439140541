import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(732)
b1 = torch.tensor([[-0.87, 1.54, -0.56], [0.4, -0.9, -1.03], [0.05, 1.067, 0.98]], dtype=torch.int64)
z2 = torch.tensor([0.4, -2.0, 0.61], requires_grad=True)
a3 = torch.tensor(-3.0, dtype=torch.float64)
a3 = a3.div(a3)
v5 = F.elu(a3, alpha=(-0.5))
v5.mul_(v5)
print(z2, z2, sep=' | ')
b6 = torch.tensor(1.87)
print(f'{a3:.3f}')
v7 = z2.max().item()
v8 = v5.expand_as(v5)
print(b1, b1, sep=' | ')
v9 = b1.all()
v10 = torch.tensor(np.linspace(0, 1, 2))
b12 = torch.tensor([[-1.0, 0.55, -1.59]], requires_grad=True)
v14 = torch.exp2((torch.linalg.norm(a3, dim=-1)))
print(z2.grad)
print(b12.grad)
