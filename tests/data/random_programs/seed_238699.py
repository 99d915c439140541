import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(714)
a1 = torch.tensor(0)
z2 = torch.tensor([[1.4], [1.73], [0.01]], requires_grad=True)
z3 = torch.randn(1, 3, requires_grad=True)
v4 = np.sin(z3.detach().numpy())
v6 = z3.grad_fn
print(z3)
with torch.inference_mode():
    v7 = F.softmin(z3, dim=1)
    v7.unsqueeze_(0)
v9 = v7.add(v7)
v10 = z2 * 1
k11 = 0
while v10.norm() < 2 and k11 < 2:
    k11 += 1
    print(z2.detach().numpy())
    torch.autograd.backward(v10.sum(), retain_graph=True)
    v10 = torch.sin(v10) * 1.5
try:
    v9 = torch.dist((v10>0), v7, 1)
except Exception as e:
    print(type(e).__name__, e)
print(type(v7), a1.type())
v15 = v7.numpy()
v16 = torch.tensordot(v7, z3, dims=([0], [0]))
v17 = torch.ceil(v9)
print(len(v9), v17.numel())
v10.sum().backward()
print(z2.grad)
print(z3.grad)
