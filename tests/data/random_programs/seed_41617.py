import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(645)
w1 = torch.tensor([[[-1.61, -0.031], [-0.9, -0.215]], [[-0.61, 1.0], [-0.5, 0.043]]], requires_grad=True)
b2 = torch.tensor(1.92, requires_grad=True)
w3 = torch.tensor([[0.2], [-1.96], [0.333]], requires_grad=True)
v4 = w1.view(-1)
with torch.no_grad():
    b2.sqrt_()
v6 = {k: k ** 2 for k in range(3)}
v7 = list(zip(v4, range(3)))
v4.backward(gradient=v4)
v8 = (w3.view(-1, 1))[torch.tensor([1, 0])]
v9 = b2.T
v10 = v4 + 0
v8 = (torch.trunc(v8))[..., -1:]
v12 = torch.where(v9<v9, 2.0, v9)
v13 = torch.logical_not(b2)
v14 = v4.unique()
v15 = v4[:1]
v16 = torch.where(w3>(-1.5), v15, 0.25)
v17 = v15.register_hook(lambda q: q * 2)
v18 = torch.sign(w1)
print(v12.item())
v19 = torch.autograd.grad(v15.sum(), w1, create_graph=True)[0]
v9.backward()
v18.sum().backward()
print(w1.grad)
print(b2.grad)
print(w3.grad)
