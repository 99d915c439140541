import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(921)
b1 = torch.tensor([[[1.22, 0.1, -1.81]], [[-0.91, 2.0, 1.4]]], dtype=torch.float64)
x2 = torch.tensor([[0.313, 0.534, -3.0], [0.77, -0.538, 4.0], [-1.44, -0.45, 0.4]], requires_grad=True)
w3 = torch.tensor([[-1.0, 0.0, -1.7], [0.026, -1.0, -1.0], [-1.93, 2.0, 0.772]], requires_grad=True)
b4 = torch.tensor([[[0.2, 1.2], [1.0, -0.12]], [[1.22, -0.1], [0.01, -3.0]]], requires_grad=True)
try:
    v5 = F.cosine_embedding_loss((torch.equal(b4, x2)), b4, torch.ones(2))
except TypeError as e:
    print(type(e).__name__, e)
print(x2.detach().numpy())
with torch.set_grad_enabled(True):
    v6 = (w3+b4.sum()).sum()
    v7 = w3.gt(0.5)
v9 = F.softplus(w3)
def f10(p, q, k=3, *args):
    v11 = (torch.sinc(p)).tolist()
    q = q+q.T
    if p.sum() > 0:
        return p.is_floating_point()
    return q
v12 = f10(b4, v9)
v13 = torch.rand(2, 4, requires_grad=True)
print(f"{w3}")
v6.backward()
v9.sum().backward()
print(x2.grad)
print(w3.grad)
print(b4.grad)
print(v13.grad)
