import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(626)
x1 = torch.tensor([[1.68, 1.0], [-1.5, 1.811], [0.7, 3.0]], requires_grad=True)
w2 = torch.tensor([-0.5, 1.48], requires_grad=True)
b3 = torch.tensor([[0.751, 0.0], [-1.5, -1.73]])
v8 = w2*x1.unsqueeze(-1)
v8 = v8[0]
v8.exp_()
v10 = torch.logspace(0, 1, 1)
v11 = v10.pow(2)
z12 = torch.tensor(0.875, requires_grad=True)
v13 = w2.clone()
for k14 in v11:
    v15 = b3+b3.T
    v16 = F.poisson_nll_loss(b3, v10.abs())
    v13 = torch.sin(v13) * 1.5
v18 = torch.matmul(v13, v15)
v19 = torch.autograd.grad(v8.sum(), w2, create_graph=True)[0]
with torch.no_grad():
    v15.view(-1).mul_(2)
v18 = k14%k14
v19.sum().backward()
print(x1.grad)
print(w2.grad)
print(z12.grad)
