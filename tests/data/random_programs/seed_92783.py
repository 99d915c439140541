import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(728)
b1 = torch.tensor([[4.0, 0.0], [2.0, -1.0]], dtype=torch.int64)
z2 = torch.tensor([[0.5, -0.0], [-0.476, -0.44], [-0.5, -1.33]], requires_grad=True)
v3 = z2[(0, 1)]
with torch.no_grad():
    z2[::2]=-1
print(z2.is_leaf, z2.requires_grad, v3._version)
v4 = z2.flip(-1)
v5 = torch.as_tensor(np.ones((2, 2)))
v6 = F.l1_loss(z2, z2)
v6.t_()
v7 = torch.ceil(v3)
v10 = F.cosine_similarity((torch.float_power(v7, 2)), v4, dim=0)
print(type(z2), z2.type())
v11 = torch.ones(2, 3, dtype=torch.float64)
v12 = (v7.requires_grad)//(-0.21)
print(f'{v7.sum().item():+.2e} {2:03d}')
v13 = b1.mT
v14 = v5+(v5.unbind()[0]).T
v6.backward()
v7.sum().backward()
print(z2.grad)
