import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(438)
z1 = torch.randn(1, requires_grad=True)
b2 = torch.tensor([[1.0, -1.396, -0.865], [2.0, 1.0, 1.0], [0.123, -1.29, 1.85]], requires_grad=True)
with torch.no_grad():
    z1.requires_grad_()
v5 = torch.broadcast_tensors((torch.log1p(b2)), b2)[1]
v6 = z1.clamp(max=1.0)
v7 = torch.div((v5.max().item()), 0.1, rounding_mode='floor')
v8, = torch.autograd.grad(v6.sum(), (z1,), retain_graph=True)
b2.grad
v6.sum().backward(retain_graph=True)
v9 = v5.detach().clone()
v10 = v5.unsqueeze(-1)
v11 = v9.sin()
z12 = torch.tensor([[[0.37, 1.69], [0.0, 3.0]], [[0.33, -0.13], [-1.0, -1.92]]], requires_grad=True)
v10.mean().backward()
v6.mean().backward()
print(v10.shape, v6.dtype)
v13 = v6**3
v14 = v10.clone()
for k15 in range(3):
    v16 = v7*torch.log((torch.quantile(z12, 0.5)).abs()+1)
    v14 = v14 + k15
    if k15 == 2:
        continue
w17 = torch.tensor([-0.03, 0.902, 3.0], requires_grad=True)
v18 = v9.new_zeros(2)
print(v7.item())
with torch.no_grad():
    z12.sigmoid_()
print(v18.grad_fn)
v19 = torch.autograd.functional.jacobian(lambda q: q ** 2 * 2.0, v6)
v16.sum().backward()
print(z1.grad)
print(b2.grad)
print(v5.grad)
print(z12.grad)
