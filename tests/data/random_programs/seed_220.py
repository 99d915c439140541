import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(255)
b1 = torch.tensor([[0.84, -1.34, -1.2]], dtype=torch.float64, requires_grad=True)
w2 = torch.tensor(-0.79)
x3 = torch.tensor(-3)
print(b1.detach())
v4 = torch.cos(b1)
v5 = w2.sub(w2)
v6 = torch.copysign(v5, v5)
v7 = torch.autograd.gradcheck(lambda q: (q * q).sum(), (torch.rand(2, dtype=torch.float64, requires_grad=True),))
v9 = w2[None]
v10 = torch.xlogy(v6, w2)
w2 = F.leaky_relu((torch.ones_like(w2)))
print(v4.is_leaf, v4.requires_grad, v4._version)
a14 = torch.tensor([[-0.6, -0.9, -0.84]], dtype=torch.float64, requires_grad=True)
with torch.enable_grad():
    v15 = (torch.linalg.vector_norm(b1, 3)).floor()
    v16 = (v15-v15.mean())/v15.std()
v17 = torch.zeros(2, 3).scatter(1, torch.tensor([[0], [1]]), 1.)
v19 = v9.matmul(v9)
with torch.no_grad():
    a14.copy_(v15)
with torch.no_grad():
    v16[v5>(-0.34)]=0.
v16.backward()
v4.sum().backward()
print(b1.grad)
print(a14.grad)
