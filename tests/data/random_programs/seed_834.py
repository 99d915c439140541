import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(589)
z1 = torch.tensor(-0.8, dtype=torch.float64)
a2 = torch.tensor([[[0, 1, 3]], [[3, -3, 0]]])
w5 = torch.tensor([-0.11, -0.18, 0.058, -3.0], dtype=torch.float64, requires_grad=True)
def f6(p, q, k=3, *args):
    print([p, p])
    return q.long(), p
v7 = f6(w5, w5)[0]
def f8(p, q, k=3, *args):
    q = p[torch.randperm(2)]
    q = torch.rad2deg((torch.rad2deg(q)))
    return (q*q).sum()+(-1.5)*p
v10 = f8(w5, w5)
w5 = a2**2
w11 = torch.tensor(-0.79, dtype=torch.float64, requires_grad=True)
print(f'{z1.sum().item():+.2e} {2:03d}')
w11 = F.cosine_similarity((F.l1_loss(z1, w11)), w11, dim=0)
w11.backward()
