import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(895)
z1 = torch.tensor([[-1.43], [2.0], [-1.199]], dtype=torch.int32)
a2 = torch.tensor([[0.24, -1.4, 1.62], [-1.487, 3.0, -3.0], [-0.4, -0.8, -0.55]], requires_grad=True)
w3 = torch.tensor(-0.511, requires_grad=True)
v5 = torch.empty(0)
def f6(p, q):
    v7 = p.to(torch.float32)
    p = q.remainder(0.001)
    return v7[..., 0], p
v8 = f6(a2, a2)[0]
v9 = w3.exp()/a2.exp().sum(-2, keepdim=True)
v10 = (torch.block_diag(w3, v5))**3
print(w3.shape, w3.dtype)
v11 = v8.view(-1)
v12 = v10[:1]
v12[0].mul_(0.1)
v12.remainder_(0.1)
b14 = torch.tensor([[2.0, -0.107, 0.707], [0.9, -0.3, -0.48]])
v12.backward()
v9.sum().backward()
print(a2.grad)
print(w3.grad)
