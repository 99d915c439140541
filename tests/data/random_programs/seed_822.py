import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(408)
w1 = torch.tensor([[1.0, -0.3, 0.46]], requires_grad=True)
b2 = torch.tensor([[[-0.35, 0.565, 4.0]], [[-1.8, 1.6, 1.0]]], dtype=torch.float32)
x3 = torch.tensor([[4.0], [0.2], [-1.64]], requires_grad=True)
z4 = torch.tensor(0.92, requires_grad=True)
print('%.4f' % z4, z4.item() > 0)
v6 = torch.heaviside((nn.CrossEntropyLoss()(x3, x3.argmax(1))), w1)
try:
    v7 = torch.einsum('ij, j->i', (torch.log2(z4)), w1)
except RuntimeError as e:
    print(type(e).__name__, e)
print(v6.grad_fn.name())
v8 = nn.L1Loss(reduction='sum')(v6, b2)
v9 = v6%b2
v6.grad_fn
v10 = z4.all()
v11 = x3**-1
v12 = v6*v6.unsqueeze(-1)
print(f"{z4.item():.4f} {v12.shape}")
with torch.no_grad():
    v13 = torch.lerp(v9, w1, 2.0)
    print(f'{x3.sum().item():+.2e} {3:03d}')
v19 = torch.atan(x3)
print(w1.grad)
print(x3.grad)
print(z4.grad)
