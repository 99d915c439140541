import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(615)
z1 = torch.tensor([[3, -6], [1, 0], [2, -3]])
w2 = torch.tensor([[-0.31], [-1.99], [-1.25]], requires_grad=True)
x3 = torch.tensor([1.4, 0.508, -1.7], requires_grad=True)
v4 = torch.addcmul((w2.median()), x3, x3, value=1.35)
v5 = z1/1
v6 = torch.tensor(1)
x3 = v4[:, None]*w2[None]
v7 = (torch.where(w2>0, v4, v4)).sum().item()
try:
    v4 = torch.roll((nn.MSELoss()(w2, x3)), -1, 1)
except Exception as e:
    print(type(e).__name__, e)
v8 = 0.25*w2**3-3*(v4.view_as(v4))
w2 = torch.var_mean((v5/x3.norm()))[0]
z9 = torch.tensor([0.01, -0.35, -1.0], requires_grad=True)
try:
    v10 = (v6[::2]).sum(dtype=torch.float64)
except Exception as e:
    print(type(e).__name__, e)
v11 = v4.mul((-0.5))
b12 = torch.tensor([[4.0, 1.09, 1.0], [2.0, -0.0, -2.0], [0.864, 1.0, -0.5]], requires_grad=True)
v13 = b12.maximum(z9)
with torch.inference_mode():
    print(v8.shape, v8.dtype)
    v14 = x3.transpose(0, -1)
print(f'{w2:.3f}')
w2.backward()
print(z9.grad)
print(b12.grad)
print(v14.grad)
