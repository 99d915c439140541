import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(779)
w1 = torch.tensor([[0.13, -1.4], [3.0, 0.44], [-0.3, 0.83]], dtype=torch.float64, requires_grad=True)
b2 = torch.tensor([0, 0]) > 0
z3 = torch.tensor([-0.48, 0.071, -0.369], dtype=torch.float64, requires_grad=True)
w4 = torch.tensor([[1.3, 0.88], [-0.45, 1.06], [0.0, 1.7]], dtype=torch.float64, requires_grad=True)
with torch.no_grad():
    w4.detach().add_(1)
with torch.set_grad_enabled(True):
    v6 = z3.mean()
    v8 = torch.ones(2, 3, dtype=torch.float64)
try:
    v9 = torch.index_select((F.binary_cross_entropy_with_logits(v6, torch.rand_like(v6), reduction='sum')), 0, torch.tensor([1, 0, 1]))
except IndexError as e:
    print(type(e).__name__, e)
w10 = torch.tensor(0.212)
v11 = v6
for k12, ek12 in enumerate(z3):
    v14 = z3+True
    if k12 == 2:
        continue
v15 = [torch.sin(e) for e in v14][0]
v16 = torch.tensor(np.linspace(0, 1, 3))
v18 = torch.sign((v14.argmax()))
v20 = v16.expand_as(v16)
v21 = v15.clone()
for k22 in [0.5, 1, 2]:
    v21 = torch.mul(ek12, w4)
    v21 = torch.sin(v21) * 1.5
v23 = torch.special.expit((v14.view_as(v14)))
print(w1.grad)
v29 = F.celu(v23)
v30 = v20**3
v11.backward()
ek12.sum().backward()
print(w1.grad)
print(z3.grad)
print(w4.grad)
