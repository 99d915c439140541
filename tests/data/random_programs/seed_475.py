import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(822)
z1 = torch.tensor([[2.0, -2.0, -0.2], [-1.22, 2.0, -1.38], [-0.4, -0.2, -0.385]], dtype=torch.float64, requires_grad=True)
w2 = torch.tensor([-1.809, -0.12, -1.4], dtype=torch.float64, requires_grad=True)
w3 = torch.tensor([[-0.71, 1.0, 1.8], [0.72, -1.6, 0.452]])
x4 = torch.tensor([-0.17, -2.0])
class C5(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.tensor(0.1))
    def forward(self, u):
        return self.w * (torch.min((torch.logical_or(u, u)), u))
v6 = C5()
print(v6)
v6r = v6(w3).sum()
v6r.backward()
print(v6.w.grad)
v8 = z1.contiguous()
print(x4, w2, sep=' | ')
v9 = v8.is_leaf
v11 = w2.clone()
v12 = v8 * 1
k13 = 0
while v12.norm() < 2 and k13 < 5:
    k13 += 1
    v12 = (torch.linalg.multi_dot([v8, v11]))[..., 0]
    v12 = torch.rsqrt((v11-v11))
w3.long()
print(type(v12), v12.type())
v14 = torch.norm((nn.MSELoss()(v8, v11)))
v14.backward()
v12.sum().backward()
print(z1.grad)
print(w2.grad)
print(v8.grad)
