import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(875)
x1 = torch.tensor(0.716)
a2 = torch.tensor([[0, -2], [-2, 1], [0, 3]])
w3 = torch.tensor([-0.29, 0.06], dtype=torch.float64, requires_grad=True)
v4 = w3[::2]
v6 = torch.is_tensor(x1)
v7 = v4>=x1
v8, = torch.autograd.grad(v4.sum(), (w3,), retain_graph=True)
F.relu6((0.5*(v8**2).sum()))
v16 = a2**2
v17 = v4.expand_as(v4)
print(v17.grad_fn.next_functions)
(v17 * v17).sum().backward()
v18 = torch.deg2rad(v4)
print(f"{v4!r:>5}")
with torch.no_grad():
    v17.log_()
v19 = w3.register_hook(lambda q: q.clamp(-1, 1))
x20 = torch.tensor(0.3, requires_grad=True)
for k in range(2):
    y21 = x20**2
    y21.backward()
    print(k, x20.data, y21.item(), x20.grad)
    with torch.no_grad():
        x20 = x20 - 0.1 * x20.grad
    x20.requires_grad_()
v22 = w3, w3
v26 = x20 * 1
k27 = 0
while v26.norm() < 100 and k27 < 5:
    k27 += 1
    v28 = v17.where(v17>0, v26)
with torch.enable_grad():
    v29 = torch.tensor(0.001)
    v32 = torch.tensor([[2.0, 4], [2, 0.1]])
v34 = [k for k in range(10) if k % 3 == 2 % 3]
print(v28.tolist())
v35 = torch.true_divide(v29, v29)
with torch.no_grad():
    torch.relu_(v29)
v17.backward()
v28.sum().backward()
print(w3.grad)
print(x20.grad)
