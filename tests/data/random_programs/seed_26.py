import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(210)
z1 = torch.tensor([[1.1, 0.49, 1.815], [-1.2, 1.42, 0.39]], dtype=torch.float64, requires_grad=True)
b2 = torch.tensor([3, -4])
z3 = torch.tensor(0.63, dtype=torch.float64, requires_grad=True)
v4 = z1.clone()
v4.exp_()
w5 = torch.tensor([-2.0, 2.0, 1.135], dtype=torch.float64, requires_grad=True)
print(z1.grad)
print(w5.grad)
v6 = w5
for k7 in (1, 2):
    v8 = (torch.abs(w5)).unique()
    v6 = torch.sin(v6) * 1.5
    if k7 == 2:
        break
b9 = torch.tensor([[1, -3], [-1, 6]])
v10 = torch.ravel((+w5))
v11 = F.selu(v4)
v12 = torch.trapz((v6.t()))
v13 = sum(e ** 2 for e in v6)
with torch.no_grad():
    v12.neg_()
x16 = torch.randn(1, 3, requires_grad=True)
b2+=1
v17 = torch.histc(v12.detach(), 4)
v13.backward()
print(z1.grad)
print(z3.grad)
print(w5.grad)
print(x16.grad)
