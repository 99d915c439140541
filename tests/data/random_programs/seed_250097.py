import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(688)
z1 = torch.tensor([[[-1, 8, 2]], [[-3, -3, 1]]])
z2 = torch.tensor([[1.4, -0.051, 1.38], [4.0, 1.02, -0.162], [-2.0, 1.0, 0.9]], requires_grad=True)
z3 = torch.tensor([[[-0.6, 0.17, 0.0]], [[0.306, 0.56, -0.3]]], requires_grad=True)
v4 = torch.atan2(z3, z3)
v5 = torch.div(z3, 0.5, rounding_mode='floor')
v6 = v4.lt(z3)
v5.clamp_max_((-1.78))
z2 = v5.sum()
v7 = v4.type(torch.float64)
v8 = nn.MSELoss()(v4, v4)
x9 = torch.tensor([1.3, 0.34], requires_grad=True)
v10 = v7.tanh()
v11 = np.array(z2.tolist())
try:
    v12 = torch.cumprod((torch.addbmm(v8, v4, v4)), -1)
except Exception as e:
    print(type(e).__name__, e)
v13 = torch.logical_and(v10, v10)
v14 = list(zip(x9, range(3)))
print(v13)
f15 = lambda p, q=-0.86: F.margin_ranking_loss(q, q, p.sign())
v16 = f15(v8, v8)
v16.backward()
print(z3.grad)
print(x9.grad)
