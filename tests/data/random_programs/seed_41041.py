import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(928)
z1 = torch.tensor([0, -1, -3])
z2 = torch.tensor([[-1.0, -0.08], [4.0, -1.0], [-0.39, -0.72]], requires_grad=True)
a3 = torch.tensor([[[0.63, -0.87], [-0.58, 1.8]], [[0.81, -1.7], [3.0, -1.27]]], requires_grad=True)
v4 = a3*a3*a3
x5 = torch.tensor(-2.0, requires_grad=True)
for k in range(2):
    y6 = (x5 - 3)**2 + 1
    y6.backward()
    print(k, x5.tolist(), y6.item(), x5.grad)
    x5.data -= 0.1 * x5.grad.data
    x5.grad.data.zero_()
print(repr(k))
v8 = v4.amax((-2, -1), keepdim=True)
with torch.inference_mode():
    v9 = torch.remainder(v8, y6)
    v10 = torch.sqrt((torch.min(v4, v4)))
print(y6, y6, sep=' | ')
try:
    v11 = torch.lerp(v8, v9, v4)
except RuntimeError as e:
    print(type(e).__name__, e)
print(v10.detach())
print(f'{v4.sum().item():+.2e} {2:03d}')
v13 = torch.triu(v9)
v14 = z1.double()+y6
if y6.item() < 0 or v14.mean() > 0:
    v16 = z1.float().mean()
    v15 = v8>=v10
    v15 = (torch.where(v13>0, v9, x5)).to(torch.float64)
else:
    v15 = z1.sum(dtype=torch.float32)
    v15 = z1-z1
print(v9.grad_fn)
x5.grad.data.zero_()
v19 = x5.relu()
v19.backward()
v15.sum().backward()
print(z2.grad)
print(a3.grad)
print(x5.grad)
