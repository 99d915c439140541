import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(494)
w1 = torch.tensor([1.2, 0.446], dtype=torch.int32)
x2 = torch.tensor([1.567, 1.0], requires_grad=True)
z3 = torch.tensor([[1.1], [-2.0], [1.0]], requires_grad=True)
z4 = torch.tensor([[[0.78, 1.2], [-0.752, -0.9]], [[-0.76, 1.69], [-0.24, -1.29]]])
with torch.no_grad():
    z4.clamp_(-1,1)
with torch.inference_mode():
    v5 = nn.Parameter(torch.randn(2))
    v7 = (z4.log()).argmin(-1, keepdim=True)
v5.grad
v8 = v5[..., None]
v9 = torch.float_power((w1**1), 2)
v10 = v7**2
v11 = v8.contiguous()
v12 = torch.sqrt(v8*v8+v5*v5)
v13 = w1.max()
x2.grad
v10
v15 = F.dropout((torch.meshgrid(v9, v9, indexing='ij')[0]), 0.5, training=False)
print(v9, v13, sep=' | ')
v16 = torch.equal(v13, v13)
v18 = v8.reshape_as(v8)
class C19(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.tensor(0.001))
    def forward(self, u):
        return self.w * (2/u)
v20 = C19()
print(v20)
v20r = v20(v11).sum()
v20r.backward()
print(v20.w.grad)
def f21(p, q):
    p = q.detach().clone()
    if p.sum() > 0:
        return (p.pow(2))==0
    return q
v22 = f21(v11, z4)
v23 = (v15.data).detach()
with torch.no_grad():
    v12.lerp_(v12,0.5)
v23 = v23[range(2)]
print(x2.grad)
print(z3.grad)
print(v5.grad)
