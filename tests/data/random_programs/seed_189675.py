import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(836)
a1 = torch.tensor([[1.455, 1.318, 0.63], [-1.532, 0.809, 1.38]])
z2 = torch.tensor([[[0.36, -1.35, 2.0]], [[-1.6, 0.59, -2.0]]], requires_grad=True)
w3 = torch.tensor([[-1.701, 0.879], [0.87, 1.62]], requires_grad=True)
a1
z2 = torch.zeros(2, 3).scatter(1, torch.tensor([[0], [1]]), 1.)
v6 = w3.var(1, unbiased=False)
v7 = (torch.exp2(w3))[torch.randperm(2)]
v8 = torch.isnan(w3)
v9 = any([w3.requires_grad, w3.is_leaf])
z2 = torch.sign(w3)
with torch.inference_mode():
    v11 = (torch.ceil(v7))**3
    z2.backward(torch.ones_like(z2))
v13 = v7 * 1
k14 = 0
while v13.norm() < 100 and k14 < 3:
    k14 += 1
    v15 = v7[torch.tensor([True, False])]
    v13 = v13 * 0.5
v16 = v7.chunk(2)[0]
v17 = torch.autograd.gradcheck(lambda q: (q * q).sum(), (torch.rand(2, dtype=torch.float64, requires_grad=True),))
print(v8)
v18 = torch.ones_like(w3)
v19 = F.mse_loss(v18, v15, reduction='sum')
v20 = math.sqrt(abs(v19.item()))
v21 = (v18*v18).sum()+0.001*(v13+True)
v19.backward()
print(w3.grad)
