import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(300)
x1 = torch.tensor([[0, -1, 1], [-6, 2, 2], [-1, -3, -2]]) > 0
b2 = torch.tensor([3, 3, -2])
z3 = torch.tensor(3)
z4 = torch.tensor([-3.0, -0.901, -0.29, 4.0], requires_grad=True)
z4 = torch.linalg.cholesky(z4@z4.T+2*torch.eye(3))
with torch.no_grad():
    z4[z4<0]*=-1
with torch.no_grad():
    z4.sqrt_()
x6 = torch.tensor(0.3, requires_grad=True)
for k in range(2):
    y7 = torch.log(1 + torch.exp(-x6))
    y7.backward()
    print(k, x6.data, y7.item(), x6.grad)
    with torch.no_grad():
        x6 = x6 - 0.1 * x6.grad
    x6.requires_grad_()
v8 = x6//((z4-y7.mean())/z4.std())
v10 = torch.tensor(3)
with torch.no_grad():
    x6.pow_(2)
w11 = torch.tensor([-0.5], requires_grad=True)
v12 = torch.ones_like(x6)
print(x6.grad)
print(w11.grad)
