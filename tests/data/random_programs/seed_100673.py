import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(691)
b1 = torch.tensor([[-2, 3, 0]]) > 0
x2 = torch.tensor(0.7, dtype=torch.float64, requires_grad=True)
v3 = F.logsigmoid(x2)
v4 = torch.hypot(v3, v3)
v5 = (b1*x2).sqrt()
print(torch.allclose(v4, v4))
b6 = torch.tensor([-1.7, 2.0, -1.0], dtype=torch.float64, requires_grad=True)
with torch.inference_mode():
    v7 = torch.xlogy(x2, v4)
    v8 = torch.histc((torch.lgamma(v5.abs()+0.5)).detach(), 4)
v9 = torch.log10(v4)
v10 = v4._version
print(repr(v10))
v11 = v4.max(-1)[1]
v12 = v9 * 1
k13 = 0
while v12.norm() < 100 and k13 < 5:
    k13 += 1
    print(v10)
class C14(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.tensor(-1.5))
    def forward(self, u):
        return self.w * (u.to(u.dtype))
v15 = C14()
print(v15)
v15r = v15(v3).sum()
v15r.backward()
print(v15.w.grad)
v17 = x2.grad.norm()
v19 = v4
for k20 in [0.5, 1, 2]:
    v19 = F.elu(v17, alpha=0.5)
    v21 = F.dropout(v7, 0.5, training=False)
print(f'{v19:.3f}')
v22 = torch.minimum(v8, v21)
print(str(v17))
v25 = v11*(v8.shape)
print(v4.grad_fn.name())
print(repr(k20))
try:
    v26 = torch.baddbmm(v19, v12, v9)
except IndexError as e:
    print(type(e).__name__, e)
print(x2.grad)
print(b6.grad)
