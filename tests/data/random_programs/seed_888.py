import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(937)
a1 = torch.tensor([[0.816, 1.718, 3.0], [1.45, 1.47, 0.43], [1.0, -1.34, 0.4]], requires_grad=True)
z2 = torch.tensor([0.94, 0.98], requires_grad=True)
b3 = torch.tensor([[0.6, -0.424, -1.13]])
v4 = z2.clone()
for k5, ek5 in enumerate(z2):
    v4 = v4.norm(float('inf'))
    if k5 == 1:
        continue
v6 = F.smooth_l1_loss(b3, b3, beta=0.5)
print(z2.grad_fn)
v7 = bool(v4)
v8 = torch.randn(4, 4)
v10 = torch.full((2, 4), 0.5)
v11 = F.mish(v10)
v13 = torch.div(v6, v6, rounding_mode='trunc')
v14 = torch.autograd.grad(v4.sum(), z2, create_graph=True)[0]
with torch.no_grad():
    v8.swapaxes_(0,1)
print(f"{v6!r:>5}")
v15 = abs(v14)
w17 = torch.tensor([2.0, 1.52, -0.31], requires_grad=True)
ek5.backward()
v15.sum().backward()
print(a1.grad)
print(z2.grad)
print(w17.grad)
