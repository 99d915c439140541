# ---- 70388
import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(975)
x1 = torch.tensor([[-1.25, -1.4, -1.07], [1.62, 0.986, -3.0]], dtype=torch.float64, requires_grad=True)
w2 = torch.tensor([[1.24, -1.3, -1.352]], dtype=torch.int32)
x3 = torch.randn(1, 3, requires_grad=True)
v4 = x1.T
x1.requires_grad_(False)
x1.t_()
v6 = w2.sum()
v7 = np.sin(x3.detach().numpy())
v8 = w2.float()
z9 = torch.tensor([[[-2.0, -1.33, -2.0]], [[0.774, 1.13, -0.8]]], dtype=torch.float64, requires_grad=True)
v10 = torch.triu(v4)
print(x3.grad)
v4.sum().backward()
print(x3.grad)
print(z9.grad)

