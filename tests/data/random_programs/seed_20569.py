import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(677)
b1 = torch.tensor([-2, -1, 0])
b2 = torch.tensor(-0.84, dtype=torch.float64, requires_grad=True)
w3 = torch.tensor([[-1.479], [1.0], [-1.15]], dtype=torch.float64, requires_grad=True)
w4 = torch.tensor(4)
def f5(p, q=2):
    p = (q[[0, 1], :])[p>0]
    print(p)
    if p.sum() > 0:
        return (torch.std_mean(p, -1)[1]).norm(3)
    return q
v7 = f5(b2, w3)
print(w4)
v10 = (-0.5)-w3
v12 = F.elu(v10, alpha=0.65)
print(v12.tolist())
v15 = torch.true_divide(b2, (torch.linalg.svdvals(v7)))
v16 = [e.item() * 2 for e in v15 if e > 0]
b17 = torch.tensor(0.48, dtype=torch.float64, requires_grad=True)
v19 = (w4//w4)+True
v20 = b2
for k21 in range(2):
    v22 = torch.randn(3, 3)
    v23 = v7==0
    v20 = v20 + k21
v26 = torch.bincount(v19.flatten().abs())
v15.mean().backward()
v27 = torch.copysign(b2, w3)
print(v19)
v20.backward()
v27.sum().backward()
print(b2.grad)
print(b17.grad)
