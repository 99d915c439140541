import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(1)
b1 = torch.tensor([[-2.0], [1.6], [0.5]], requires_grad=True)
z2 = torch.tensor([[0.6, 1.632, -1.4]], requires_grad=True)
z3 = torch.tensor([[3.0], [-0.92], [-3.0]], requires_grad=True)
print('value', z3.max(), end=';\n')
v5 = torch.lerp(b1, b1, (-0.5))
print(f'{z2.sum().item():+.2e} {2:03d}')
print(z2, z2, sep=' | ')
v6 = z3//z3
a12 = torch.tensor([[1, 1, -3], [4, 0, -2], [-4, 3, -1]]) > 0
v14 = a12^a12
v15 = x10.softmax(-1)
a16 = torch.randn(1, requires_grad=True)
x17 = torch.tensor([-0.34], requires_grad=True)
v18 = torch.log1p(y11)
print(repr(k))
v21 = z3+v15.T
print(len(v18), b1.numel())
