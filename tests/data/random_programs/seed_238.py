import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(736)
x1 = torch.tensor(-1.0, dtype=torch.float64, requires_grad=True)
x2 = torch.tensor([[-1.66, -1.924, 0.82], [0.0, -1.0, -2.0]], dtype=torch.float64, requires_grad=True)
w3 = torch.tensor([4.0, -0.99, 1.0], dtype=torch.float64, requires_grad=True)
b4 = torch.tensor([[[-1.456, -3.0], [-0.25, -2.0]], [[-1.33, -0.64], [-1.91, -0.69]]], dtype=torch.float64, requires_grad=True)
v6 = x2
for k7 in [0.5, 1, 2]:
    print(repr(k7))
    v6 = torch.tanh(v6)
v9 = v6 * 1
for k10 in w3:
    v11 = sum(w3)
    v9 = torch.sin(v9) * 1.5
b12 = torch.tensor([[1.3, -0.74, -2.0]], dtype=torch.float64, requires_grad=True)
v13 = v9.view(-1)
v13.exp_()
v14 = k10.item()
v6
v15 = type(k10).__name__
v16 = k10.T
v17 = v13.expand_as(v13)
v17.data.mul_(3.0)
v18 = torch.autograd.Variable(b12, requires_grad=True)
v19 = np.sin(k10.detach().numpy())
a20 = torch.tensor([[[0.0, 1.97, 1.848]], [[0.65, 1.866, -3.0]]], dtype=torch.float64, requires_grad=True)
v21 = torch.log(v16)
v22 = torch.floor(b4)
print(v9.is_leaf, a20.requires_grad, a20._version)
v25 = (torch.linalg.norm(v22)).norm(1)
def f26(p, q):
    q.data.mul_((-0.5))
    print('value', p.max(), end=';\n')
    if p.sum() > 0:
        return torch.sin(q)*torch.cos(p)
    return q
v28 = f26(v21, v18)
v13.grad_fn
v30 = torch.stack([e * i for i, e in enumerate(v13)]).sum()
v31 = a20.detach()
v31*=a20
k10.backward()
v30.sum().backward()
print(x1.grad)
print(x2.grad)
print(w3.grad)
print(b4.grad)
