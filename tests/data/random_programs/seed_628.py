import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(569)
x1 = torch.randn(2, 2, requires_grad=True)
b2 = torch.tensor([-1.97, 0.5, -0.55, -1.08], dtype=torch.float64, requires_grad=True)
w3 = torch.tensor([[-2, 0], [-1, -1]])
z4 = torch.tensor([[[0, 0, -4]], [[-2, 4, 8]]])
with torch.no_grad():
    b2.T[0]=3.0
v5 = b2.nanmean()
v6 = torch.randint(0, 5, (2, 2))
v9 = v5.clone()
k10 = 0
while v9.norm() < 5 and k10 < 4:
    k10 += 1
    v9 = torch.nonzero(v6)
    v9 = v9 * v9 * 0.3
    if k10 == 2:
        continue
v11 = torch.sub(b2, v5, alpha=3)
v12 = v5.T
v12.clamp_(min=0.001)
v13 = torch.floor_divide((b2.remainder(1.0)), 2.0)
v14 = v5.clone()
try:
    v14.swapaxes_(0,1)
except Exception as e:
    print(type(e).__name__, e)
v15 = v14<=v14
def f16(p, q=2):
    q = q>=p
    return torch.pow(p, p)
v17 = f16(v11, v14)
v18 = np.mean(v13.tolist())
v19 = torch.cummax(v17, 0)[0]
v14.backward()
print(x1.grad)
print(b2.grad)
