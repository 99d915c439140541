import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(746)
w1 = torch.tensor([[[1.49, -0.723, 0.39]], [[0.04, -0.4, -0.5]]], requires_grad=True)
z2 = torch.tensor([[[0.86, 0.83, 1.7]], [[-0.8, 1.11, -1.06]]], requires_grad=True)
b3 = torch.tensor([[[0, 0], [-2, 6]], [[-6, 3], [3, -3]]]) > 0
v4 = b3.nelement()
v5 = '-'.join(str(k) for k in z2.shape)
v6 = w1.requires_grad
v7 = torch.nan_to_num((z2.amax(-2)))
v8 = w1.requires_grad
v9 = b3&b3
v10 = w1.sum()
v11 = torch.autograd.gradcheck(lambda q: (q * q).sum(), (torch.rand(2, dtype=torch.float64, requires_grad=True),))
print(v5)
print('%.4f' % v10, v10.item() > 0)
v14 = torch.cdist(w1, w1)
v15 = v7//w1
print(f'{v10:.3f}')
print(w1.grad)
v16 = [p for p in (z2, v14) if p.requires_grad]
v7.neg_()
v17 = torch.rsqrt((torch.linalg.matrix_norm(v14)))
print(v7.grad_fn.name())
v21 = sum(v17)
v21.backward()
print(w1.grad)
print(z2.grad)
