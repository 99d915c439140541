import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(246)
x1 = torch.tensor([0.78, 1.5, 0.33], dtype=torch.float64, requires_grad=True)
z2 = torch.tensor([[-1.9, -0.45], [1.031, -1.086], [-0.41, -1.039]])
b3 = torch.tensor(-2) > 0
a4 = torch.randn(1, 3, requires_grad=True)
v5 = F.cosine_similarity(x1, a4, dim=-2)
v5.sum().backward(retain_graph=True)
v6 = (-1.5)/v5
v5.backward(torch.ones_like(v5))
v7 = torch.logsumexp((x1.flatten()), 0, keepdim=True)
z8 = torch.tensor([[2], [0], [0]]) > 0
v7 = (torch.zeros_like(v6)).log_softmax(0)
v9 = v6.clone()
for k10, ek10 in enumerate(v5):
    v11 = torch.isclose((F.linear(z2, z2)), a4)
    v9 = v9 * v9 * 0.3
v12 = torch.remainder(v7, v7)
v13 = z8[-1]
v14 = x1 * 1
k15 = 0
while v14.norm() < 100 and k15 < 3:
    k15 += 1
    v14 = torch.rad2deg(v7)
    v14 = torch.exp2(v6)
    v14 = v14 * 0.5
    if k15 == 1:
        continue
if ek10.norm() < 0.25:
    v17 = torch.dist(v5, v7, 1)
    v17 = v7-v14
    v17 = (F.soft_margin_loss(v5, (v5>0).float()*2-1)).sort(0).values
else:
    v17 = torch.where(v6<v9, 0.1, v5)
    v17 = torch.min((ek10<1.0), v9)
w18 = torch.tensor([[-0.7, 1.655], [1.567, -0.89]], dtype=torch.float64, requires_grad=True)
if v17.norm() < 0.25:
    v17.floor_()
    v19 = v13^v11
    v19 = (torch.combinations(a4)).argmax()
else:
    print(z2)
    v19 = (torch.full_like(w18, 0.1)).masked_fill(v13, 0.)
