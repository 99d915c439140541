import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(260)
z1 = torch.tensor([[[0.98, 1.42], [1.23, 1.94]], [[-1.03, 0.0], [1.379, -1.61]]], dtype=torch.float64, requires_grad=True)
a2 = torch.tensor([[[1.0, -1.45], [-1.546, -1.7]], [[0.2, 1.26], [-0.53, -1.245]]], dtype=torch.float64, requires_grad=True)
w3 = torch.tensor([[-1.77], [-0.3], [2.0]], dtype=torch.float64, requires_grad=True)
with torch.no_grad():
    z1.detach_()
v6 = z1.expand_as(z1)
v6.data.mul_((-1.23))
v7 = np.array(z1.tolist())
v8 = w3.unsqueeze(0)
v9 = a2[z1>0]
v10 = z1==0
v12 = torch.zeros_like(a2)
def f13(p, q, k=3, *args):
    v14 = torch.var_mean(q)[0]
    q = torch.cumprod((p.matmul(p)), -1)
    if p.sum() > 0:
        return torch.acos(v14)
    return q
v15 = f13(a2, a2)
(v9 * v15).sum().backward()
v16 = v9.round()
v17 = v15.detach().numpy()
v18 = sum(e ** 2 for e in v16)
print(v16)
v20 = torch.xlogy(v9, v16)
v15.normal_()
v9.floor_()
a21 = torch.tensor([-1.53, 1.77, -0.181], dtype=torch.float64, requires_grad=True)
v23 = v20.argsort(0)
torch.min(v16, dim=-1).values
print(a2.grad)
print(w3.grad)
