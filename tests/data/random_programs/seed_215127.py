import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(288)
a1 = torch.tensor([[[-1.184, 0.9], [-1.85, 1.4]], [[1.9, -0.47], [-0.49, 3.0]]], requires_grad=True)
w2 = torch.tensor([[0.0, 0.9, -3.0], [4.0, 0.15, -0.35]], requires_grad=True)
w3 = torch.tensor([-1.06, 1.0, 0.2, -0.549], requires_grad=True)
w4 = torch.tensor([-3.0], requires_grad=True)
print('value', w3.max(), end=';\n')
v5 = torch.block_diag((w3.float()), w4)
v6 = w2 * 1
k7 = 0
while v6.norm() < 5 and k7 < 3:
    k7 += 1
    v6 = a1**2.0
    v9 = torch.is_tensor(a1)
    v6 = v6 * 0.5
v11 = torch.autograd.grad(v5.sum(), w4, create_graph=True)[0]
v12 = F.batch_norm(a1, None, None, training=True)
v13 = torch.as_tensor(np.ones((2, 1)))
v14 = v5.min()
x15 = torch.tensor(1.5, requires_grad=True)
for k in range(3):
    y16 = (x15 * torch.tensor([1., 2.])).pow(2).sum()
    y16.backward()
    print(k, x15.detach(), y16.item(), x15.grad)
    with torch.no_grad():
        x15 = x15 - 0.1 * x15.grad
    x15.requires_grad_()
v17 = w2 * 1
for k18, ek18 in enumerate(v11):
    v19 = torch.pow(y16, v14)
    v20 = y16.mean()
v21 = torch.autograd.grad(v19.sum(), w4)
y16 = w4>0
ek18
print(ek18.item())
v12.sum().backward()
print(a1.grad)
print(w2.grad)
print(w3.grad)
print(w4.grad)
