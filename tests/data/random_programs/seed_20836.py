import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(935)
w1 = torch.tensor([1.0, -1.1, 0.68], requires_grad=True)
w2 = torch.tensor([[0.3, -0.07], [1.1, 3.0], [-1.62, -1.8]], requires_grad=True)
z3 = torch.tensor([[-1.89, -1.568, 0.13], [-1.5, -0.22, 0.348]], requires_grad=True)
v4 = z3[[-1, -2]]
try:
    v5 = torch.baddbmm(w2, z3, z3)
except IndexError as e:
    print(type(e).__name__, e)
v6 = torch.ceil((torch.sqrt(v4*v4+v4*w1)))
print(w2.shape, z3.dtype)
v6 = w2[[0, 1], :]
v4.retain_grad()
v8 = torch.acos(w1)
v6[0].mul_(0.25)
v9 = v8.unsqueeze(0)
v8.detach_()
v10 = v9.double()
v11 = z3.clone()
k12 = 0
while v11.norm() < 100 and k12 < 2:
    k12 += 1
    print(z3.grad)
    v11 = torch.tanh(v11)
v13 = F.softshrink(v9)
v9.sum().backward()
print(w1.grad)
print(w2.grad)
print(z3.grad)
