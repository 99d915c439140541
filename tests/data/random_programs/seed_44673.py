import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(384)
w1 = torch.randn((), requires_grad=True)
a2 = torch.tensor([[-6, 0, -2], [-3, -3, -3]])
b3 = torch.tensor([[-1.919], [0.8], [1.69]], requires_grad=True)
z4 = torch.tensor([[[1.2, -0.8], [0.2, -0.646]], [[-1.307, 1.09], [1.17, 1.6]]], requires_grad=True)
F.layer_norm(b3, (b3.fmod(1.0)).shape[-1:])
v5 = w1.expand_as(w1)
v6 = 1.0*b3**3-4*v5
v7 = F.mse_loss(z4, z4)
v9 = [k for k in range(10) if k % 3 == 1 % 3]
v10 = torch.bernoulli(torch.full((4,), 0.5))
v11 = v6.narrow(-2, 0, 2)
v12 = torch.stack([e * i for i, e in enumerate(v10)]).sum()
v13 = v6.type(torch.float64)
print(v9)
print(v13.tolist())
v14 = torch.lerp(v6, v12, v5)
print(v5)
v13 = a2-a2
print('value', v10.max(), end=';\n')
w15 = torch.tensor([[-0.5], [1.34], [-0.6]])
class C16(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.tensor(2.0))
    def forward(self, u):
        return self.w * (u.var())
v17 = C16()
print(v17)
v17r = v17(b3).sum()
v17r.backward()
print(v17.w.grad)
v5.backward()
v11.sum().backward()
print(w1.grad)
print(b3.grad)
print(z4.grad)
