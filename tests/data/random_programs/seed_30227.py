import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(171)
w1 = torch.tensor([[[4.0, -0.3], [1.51, 0.7]], [[1.88, 0.3], [-1.35, -1.4]]])
z2 = torch.tensor([[1.3, -0.73, 0.89]], requires_grad=True)
v3 = z2.type(torch.float64)
v4 = torch.logical_and(z2, z2)
torch.manual_seed(48)
net7 = nn.Linear(2, 3, bias=False)
print(net7)
v8x, v8y = torch.randn(4, 2), torch.randn(4, 3)
v8o = torch.optim.Adagrad(net7.parameters(), lr=0.1)
v8c = nn.MSELoss()
for k in range(3):
    v8l = v8c(net7(v8x), v8y)
    v8o.zero_grad()
    v8l.backward()
    v8o.step()
    print(f'{k}: {v8l.item():.5f}')
for name, p in net7.named_parameters():
    print(name, p.shape, p.grad)
torch.autograd.backward(v3.sum(), retain_graph=True)
v3.sigmoid_()
v9 = F.softshrink(p)
print(v3.grad)
try:
    v10 = F.cosine_similarity(v3, w1, dim=1)
except RuntimeError as e:
    print(type(e).__name__, e)
v9.sum().backward()
print(z2.grad)
print(p.grad)
