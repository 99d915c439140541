import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(219)
w1 = torch.tensor([[-1.61, -1.1, 0.0], [-0.56, -1.7, 0.814], [-1.428, 1.378, 1.96]], requires_grad=True)
b2 = torch.tensor([-0.5, 4.0, 1.978], requires_grad=True)
w3 = torch.tensor([-1.004, -1.487, -0.0], requires_grad=True)
v4 = F.smooth_l1_loss(w1, w3, beta=0.5)
z5 = torch.tensor(1.7, requires_grad=True)
v4.backward()
v8 = (v4.mean(0))**w1
v9 = z5.clone()
for k10 in w3:
    print(v9.grad_fn.next_functions)
    v9 = v9 * v9 * 0.3
print(w3.norm())
v13 = 1/w1
f14 = lambda p, q=-0.9: torch.sinc(p)
v15 = f14(w1, v13)
v15.grad_fn
v16 = v8.cpu().detach().numpy().sum()
torch.autograd.backward(k10.sum(), retain_graph=True)
v17 = (lambda a, b=2: a * b)(k10)
def f18(p, q):
    v19 = p.sort(0, descending=True)[1]
    v20 = v19/v19
    if p.sum() > 0:
        return torch.fmax(p, p)
    return q
v21 = f18(w3, v15)
print(f"{v17!r:>5}")
v24 = v13.view(-1)
try:
    v24.masked_fill_(v21>0.25,1.0)
except RuntimeError as e:
    print(type(e).__name__, e)
v9.backward()
print(w1.grad)
print(b2.grad)
print(w3.grad)
print(z5.grad)
