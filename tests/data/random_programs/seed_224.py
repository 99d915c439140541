import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(78)
w1 = torch.tensor(-1.0, dtype=torch.float64, requires_grad=True)
x2 = torch.tensor([-1.49, 0.0, -0.998], dtype=torch.float64, requires_grad=True)
b3 = torch.tensor([[-0.341, 1.0, -1.6]], dtype=torch.float64, requires_grad=True)
x4 = torch.tensor([[1.661, 1.8], [4.0, 0.1]], dtype=torch.float64, requires_grad=True)
print(x4.is_leaf, w1.requires_grad, x4._version)
v5 = torch.ones(2, 3, dtype=torch.float64)
v7 = b3.clone()
for k8 in x2:
    v7 = v7.div(w1)
    v9 = v7.view_as(b3)
v11 = k8%3.0
v13 = torch.rand(2, 3, requires_grad=True)
v14 = v9.requires_grad
k8
print('value', v13.max(), end=';\n')
f16 = lambda p, q=1.87: torch.sub(q, q, alpha=3)
v17 = f16(v5, v5)
print(v7.grad_fn.next_functions)
v18 = (F.softplus(v17)).maximum(v11)
z20 = torch.tensor([-0.1, 2.0, -1.0, -1.7], dtype=torch.float64, requires_grad=True)
v24 = v17.clamp(min=0.1)
print(len(z20), z20.numel())
v25 = (v17.take(torch.tensor([0, 1]))).log1p()
v26 = v18.unsqueeze(0)
v27 = v25
for k28, ek28 in enumerate(z20):
    v29 = ((v11-v11.mean())/v26.std())+v24.T
    v27 = torch.tanh(v27)
    if k28 == 2:
        break
v11.backward()
ek28.sum().backward()
print(w1.grad)
print(x2.grad)
print(b3.grad)
print(x4.grad)
