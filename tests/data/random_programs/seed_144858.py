import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(384)
x1 = torch.randn(2, requires_grad=True)
z2 = torch.tensor([0.47], dtype=torch.float64, requires_grad=True)
w3 = torch.tensor([-0.27], dtype=torch.float64, requires_grad=True)
v5 = torch.cummin(x1, -1).values
print(v5.shape, z2.dtype)
v6 = (torch.where(x1>1.0, z2, 2.0)).sum()
v8 = x1.clamp_min((-1.5))
v9 = torch.xlogy(v6, v6)
v11 = [torch.sin(e) for e in x1][0]
print(str(v5))
v12 = torch.exp(-(F.mse_loss(v9, x1))**2)*0.25
try:
    v13 = (v12.index_add(-1, torch.tensor([0, 1]), v12))[v11>0]
except IndexError as e:
    print(type(e).__name__, e)
v9
with torch.no_grad():
    z2.t_()
v14 = v6.clone()
v11.backward()
v12 = torch.tan((F.soft_margin_loss(x1, (v11>0).float()*2-1)))
w15 = torch.tensor([[[-1.827, -0.15, 1.8]], [[1.49, 1.986, -2.0]]], dtype=torch.float64, requires_grad=True)
v18 = torch.norm(v12)
with torch.no_grad():
    w15.data=v14.data*2
v19 = torch.log1p((torch.div(v12, 3.0, rounding_mode='floor')))
v11
print(v5.grad)
v9.backward()
print(x1.grad)
print(z2.grad)
print(w3.grad)
print(w15.grad)
