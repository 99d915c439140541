import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(50)
z1 = torch.tensor([[-1.89], [0.2], [-0.658]], requires_grad=True)
w2 = torch.tensor([[1.778, 0.5], [-3.0, -0.51]], requires_grad=True)
w3 = torch.tensor([[2], [-2], [0]]) > 0
w5 = torch.tensor([2, 3, 0])
print(z1.grad)
print(w2.norm())
try:
    w2.grad.zero_()
except AttributeError as e:
    print(type(e).__name__, e)
v6 = torch.tensor((-0.5))
v7 = w3.sum()
w2 = torch.renorm(z1, 2, 0, 1.)
v8 = F.softshrink((torch.positive(w2)))
v9 = torch.exp2((z1*z1))
v10 = z1
k11 = 0
while v10.norm() < 100 and k11 < 5:
    k11 += 1
    v12 = (v8[..., None]).float()
    v10 = torch.tanh(v10)
v13 = torch.autograd.grad(w2, z1, torch.ones_like(w2), create_graph=True)[0]
print(v13, v12, sep=' | ')
print(k11)
with torch.no_grad():
    v10.fill_(0.5)
v14 = v10/w2.norm()
v16 = torch.sub(v13, v13, alpha=3)
v17 = (v16.fliplr()).log_softmax(0)
print(z1.tolist())
print(v17.detach())
v18 = v17.view(1, -1)
v18.sum().backward()
print(z1.grad)
