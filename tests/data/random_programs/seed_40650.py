import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(211)
z1 = torch.tensor([[-0.26, 0.2, 4.0], [1.9, -0.54, -1.396], [-1.63, 0.8, 1.1]], requires_grad=True)
a2 = torch.tensor([[-1.1, -1.859, 1.23]], requires_grad=True)
w3 = torch.tensor([[[-1, 0], [-1, -1]], [[3, 0], [6, -3]]]) > 0
v4 = torch.randn(3).mul(0.1).requires_grad_()
z1 = w3&w3
v5 = v4.log1p()
v6 = a2.to(torch.float64)
v5.grad_fn
v7 = v5==0
print(v4.grad)
with torch.no_grad():
    a2.requires_grad_(False)
print(len(a2), v6.numel())
v8 = torch.atan2(v6, v4)
v9 = torch.randn(1).mul((-1.5)).requires_grad_()
v10 = v7*v6
with torch.no_grad():
    v8.requires_grad_()
v12 = v10.nansum(1)
v13 = torch.acos((torch.linalg.multi_dot([v4, v9])))
