import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(718)
a1 = torch.tensor(-0.72, requires_grad=True)
z2 = torch.tensor([[[1.78, -1.504, -1.9]], [[0.913, 0.49, -1.39]]], requires_grad=True)
w3 = torch.tensor([1.0, -2.0, 1.93], requires_grad=True)
v4 = z2 * 1
for k5 in [0.5, 1, 2]:
    v4 = torch.diag_embed((F.cross_entropy(z2, z2.argmax(1), reduction='none')))
v7 = w3.dot(w3)
print(z2.norm())
v8 = torch.stack((a1, a1, v7))
v7.backward()
v9 = w3.lerp(w3, 0.5)
with torch.no_grad():
    w3.round_()
v11 = v9.clone()
for k12 in v9:
    v13 = torch.linalg.slogdet(v4)[1]
    v14 = any([a1.requires_grad, a1.is_leaf])
    if k12 == 2:
        continue
v15 = z2.expm1()
f16 = lambda p, q=0.001: torch.clamp(q, -1, 1)
v17 = f16(v9, v15)
v18 = torch.heaviside((v15[:, torch.tensor([0])]), v9)
v19 = nn.L1Loss(reduction='sum')(v13, v13)
v19.sum().backward()
print(a1.grad)
print(z2.grad)
print(w3.grad)
