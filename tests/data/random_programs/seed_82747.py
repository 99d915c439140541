import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(695)
z1 = torch.tensor([[1.87, -0.426], [-1.0, 0.0]], requires_grad=True)
w2 = torch.tensor([[[0.0, 0.538], [0.35, -3.0]], [[-0.62, -0.7], [-0.264, 0.6]]], requires_grad=True)
a3 = torch.tensor([-0.47], requires_grad=True)
f4 = lambda p, q=0.5: 1/q
v5 = f4(w2, w2)
v7 = torch.logical_or(z1, z1)
v8 = z1.clone()
k9 = 0
while v8.norm() < 2 and k9 < 3:
    k9 += 1
    v8 = F.huber_loss(z1, z1, delta=0.1)
print(v5.grad_fn.next_functions)
v10 = (torch.linalg.svdvals(v5)).roll(1)
print([w2, a3])
print(type(w2), w2.type())
v11 = F.softplus(v8)
v12 = a3.tanh()
class C13(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.tensor(0.25))
    def forward(self, u):
        return self.w * (u.cos())
v14 = C13()
print(v14)
v14r = v14(v12).sum()
v14r.backward()
print(v14.w.grad)
v15 = v12*torch.log((a3.log()).abs()+1)
v16 = [float(x) for x in v15]
v17 = (v8-v8.mean(0))**3
v18 = v17[:1]
v18.sin_()
try:
    v10[v18>3.0]=0.
except Exception as e:
    print(type(e).__name__, e)
v19 = v11.reshape(-1, 4)
v20 = nn.BCELoss()(v11.sigmoid(), v8.sigmoid().detach())
v21 = torch.erfc((v20.median(0)[1]))
with torch.no_grad():
    v8.relu_()
v5.sum().backward()
print(z1.grad)
print(w2.grad)
print(a3.grad)
