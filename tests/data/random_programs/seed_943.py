import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(135)
w1 = torch.tensor([[[1.57, -0.39, -0.2]], [[1.262, 3.0, -0.435]]], requires_grad=True)
w2 = torch.tensor([[0.0, 1.9, 0.3]], requires_grad=True)
x3 = torch.tensor([[-2.0, 0.66], [0.048, 1.4]], requires_grad=True)
z4 = torch.tensor([[1.5, 1.26, 1.61]], requires_grad=True)
v5 = torch.tril(w2, -1)
v8 = torch.tensordot(z4, z4, 1)
print([w1, z4])
v10 = v8.reshape(-1)
v10.clamp_(-1,1)
v11 = v8.all()
v5 = torch.neg(v8)
v12 = v5[torch.tensor(0)]
v12.retain_grad()
v13 = x3.reshape(-1)
v14 = torch.randperm(2)
v15 = torch.autograd.grad(v5, z4, grad_outputs=torch.ones_like(v5))
b16 = torch.tensor(0.18, requires_grad=True)
v13.sum().backward()
print(w1.grad)
print(w2.grad)
print(x3.grad)
print(z4.grad)
