import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(566)
w1 = torch.tensor([[0.19, 1.0, -1.49], [-0.08, -0.43, -0.0]], dtype=torch.float64, requires_grad=True)
z2 = torch.tensor([-0.57, -0.76], dtype=torch.float64, requires_grad=True)
z3 = torch.tensor([[[1.0, -1.0], [-1.648, -0.92]], [[1.89, -0.36], [-1.623, 1.4]]], dtype=torch.float64, requires_grad=True)
v4 = z3.T
v5 = torch.minimum((v4[[0, 1]]), z2)
v6 = v4.clone()
k7 = 0
while v6.norm() < 2 and k7 < 5:
    k7 += 1
    v9 = torch.deg2rad(v5)
    v6 = z3.contiguous()
    v6 = v6 * 0.5
v10 = v5.element_size()
v11 = w1 * 1
k12 = 0
while v11.norm() < 5 and k12 < 5:
    k12 += 1
    v11 = v11.expm1()
    v11 = v11 * v11 * 0.3
v5.backward(torch.randn_like(v5), retain_graph=True)
v14 = z2.add(z3)
v15 = torch.from_numpy(np.arange(2.))
v16 = torch.tensor(2.0)
v15 = torch.logaddexp(v14, (torch.maximum(v14, z3)))
v17 = v14.fliplr()
v14.sum().backward()
print(w1.grad)
print(z2.grad)
print(z3.grad)
