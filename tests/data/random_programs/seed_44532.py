import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(321)
z1 = torch.tensor([[-0.19, 0.888, 1.361], [2.0, -0.54, 0.28]], requires_grad=True)
w2 = torch.tensor([[1.9], [-0.64], [-1.783]], requires_grad=True)
z3 = torch.tensor([[[0.16, 1.17], [-0.28, 1.089]], [[-1.1, -1.12], [0.2, 0.28]]], requires_grad=True)
v6 = {k: k ** 2 for k in range(2)}
v7 = {k: k ** 2 for k in range(2)}
a8 = torch.tensor([[-1.43, -1.7, 1.8], [-1.83, 0.5, -0.19], [1.51, -0.78, -0.35]], requires_grad=True)
print(z1, z1, sep=' | ')
v11 = torch.einsum('ij, jk->ik', w2, a8)
v12 = v11.norm(dim=-1, keepdim=True)
w13 = torch.tensor(-3)
class C14(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.tensor(0.25))
    def forward(self, u):
        return self.w * (F.layer_norm(u, u.shape[-1:]))
v15 = C14()
print(v15)
v15r = v15(w2).sum()
v15r.backward()
print(v15.w.grad)
v16 = w2.clamp_min(2.0)
v11.grad_fn
v18 = z3.prod()
v19 = v16.norm(float('inf'))
b20 = torch.tensor([[[-0.43, 0.9, 0.843]], [[-0.6, -0.53, 1.25]]], requires_grad=True)
v22 = torch.bernoulli(torch.full((4,), 0.5))
v23 = w2.detach().clone()
v19.backward()
print(z1.grad)
print(w2.grad)
print(z3.grad)
print(a8.grad)
