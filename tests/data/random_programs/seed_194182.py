import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(288)
z1 = torch.tensor([[[-3.0, -1.0], [3.0, 0.0]], [[3.0, 0.5], [-0.6, -2.0]]], requires_grad=True)
z2 = torch.randn((), requires_grad=True)
b3 = torch.tensor([-1.4, -0.49, 1.0, -1.0], requires_grad=True)
v4 = bool(z2)
v6 = z2.register_hook(lambda q: q.clamp(-1, 1))
a8 = torch.tensor([[0.5, 1.8, -1.4], [1.6, -0.4, -1.589]], requires_grad=True)
with torch.no_grad():
    z2.unsqueeze_(0)
print('value', z1.max(), end=';\n')
v10 = torch.cosh(z2)
with torch.no_grad():
    b3.sub_(v10)
v13 = F.log_softmax(a8, dim=-2)
v14 = (torch.clamp(v10, min=0)).data
v15 = a8.clone()
for k16, ek16 in enumerate(v10):
    v15 = 2**z2
    v15 = torch.sin(v15) * 1.5
    if k16 == 2:
        continue
print(f"{v13}")
v18 = torch.tensor([True, False, True])
torch.autograd.backward([v15, ek16])
x19 = torch.tensor([[0.12, -0.3, 0.56], [-0.135, -0.79, 0.891], [1.091, 0.62, 0.77]], requires_grad=True)
v13.sum().backward()
print(z1.grad)
print(z2.grad)
print(b3.grad)
print(a8.grad)
