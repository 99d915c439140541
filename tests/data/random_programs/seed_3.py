import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(378)
a1 = torch.tensor([[1.635, -1.063, 0.199], [-1.4, 3.0, 0.7], [1.8, -1.88, 0.875]], requires_grad=True)
a2 = torch.tensor([1.86, -2.0, -0.02, 3.0])
b3 = torch.tensor([-0.596, 1.6, -1.0, -0.7], requires_grad=True)
w4 = torch.tensor([[-1, 1, 2], [-6, 2, 1], [0, 3, -3]])
with torch.set_grad_enabled(False):
    v5 = -a2
    v6, *v62 = v5
print(v5.shape, v6.dtype)
v8 = w4<<1
print(b3.detach().numpy())
v9 = a1.cpu().detach().numpy().sum()
v10 = [float(x) for x in b3]
print([w4, w4])
v11 = torch.meshgrid(v5, v5, indexing='ij')[0]
v12 = [torch.sin(e) for e in b3][0]
print('value', v5.max(), end=';\n')
print(v6.shape, w4.dtype)
v12.backward()
print(a1.grad)
print(b3.grad)
