import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(92)
w1 = torch.tensor([[1.719, -0.5], [1.01, 4.0], [-1.24, -1.285]], requires_grad=True)
z2 = torch.tensor([-1.23, 3.0, 3.0], dtype=torch.int64)
v3 = torch.tril(w1, -1)
v5 = w1[:, torch.tensor([0])]
v3 = (torch.tan(v5)).nonzero(as_tuple=True)[0]
w1 = torch.kron(w1, v5)
v10 = (torch.erfc(w1)).contiguous()
def f11(p, q):
    v12 = p%0.5
    p[::2]=-1
    return q[:, None]*q[None]
v13 = f11(v5, v10)
v14 = w1.clone()
k15 = 0
while v14.norm() < 5 and k15 < 2:
    k15 += 1
    v18 = w1[:, None]*w1[None]
v19 = torch.heaviside(v5, v5)
v20 = (v19.std()).ndim
v10.sum().backward()
