# ---- 82320
import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(244)
x1 = torch.tensor([-1.0, 0.535], requires_grad=True)
b2 = torch.tensor(-1.7, requires_grad=True)
a3 = torch.tensor([[-0.4, -2.0, -0.912], [-0.3, -1.6, 1.67]], requires_grad=True)
print(x1, a3, sep=' | ')
print(f'{x1.sum().item():+.2e} {2:03d}')
a3 = torch.floor_divide(a3, (-0.5))
v6 = torch.fmin((torch.tile(b2, (2, ))), b2)
with torch.no_grad():
    x1[torch.tensor([0,0])]+=1
v6[[0,1]]=0.5
v15 = 1/(a3*x1.unsqueeze(-1))
v16 = torch.arange(2)
v17 = torch.abs(a3)
v19 = (v15.roll(3, -1)).float()
class C21(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.tensor(1.0))
    def forward(self, u):
        return self.w * (u<=u)
v22 = C21()
print(v22)
v22r = v22(x1).sum()
v22r.backward()
print(v22.w.grad)
print(v15.grad)
v6.backward(torch.ones_like(v6))
z24 = torch.tensor([-0.85, -1.26, 3.0, 0.45], requires_grad=True)
v25 = torch.dstack([v19, v19])
a26 = torch.tensor([[[-1.517, -0.291, 0.2]], [[1.1, -3.0, -1.93]]], requires_grad=True)
v34 = torch.linalg.svdvals(v25)
v35 = v6.clone()
for k36 in range(3):
    v37 = a26, a26
v38 = '-'.join(str(k) for k in v19.shape)
def f39(p):
    total = [0]
    def inner(q):
        total[0] += 1
        q = torch.exp(p)
        return torch.erf(p)
    print(total)
    return inner
v40 = f39(v35)(z24)
v41 = torch.mean(v34)
print(x1.grad)
print(b2.grad)
print(z24.grad)
print(a26.grad)

