import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(738)
z1 = torch.tensor([[-1.47, -1.0, -0.055], [3.0, 3.0, 1.27]], dtype=torch.int64)
a2 = torch.tensor([-0.32, 0.947, -0.17, -1.26], requires_grad=True)
b3 = torch.tensor([-0.62, 2.0, -1.0], requires_grad=True)
v4 = b3.unsqueeze(0)
def f5(p, q=2):
    print(torch.allclose(q, q))
    return p.diag(), p
v6 = f5(v4, b3)[0]
v7 = torch.arange(4., requires_grad=True)
v8 = z1+True
a2.grad
v9 = z1*(F.hinge_embedding_loss(v7, v7.sign()))
v11 = b3.T
v11.data=v6.data*2
v12 = b3.register_hook(lambda q: q.clamp(-1, 1))
with torch.no_grad():
    v4.uniform_(-1,1)
v15 = v9.sort()[0]
w16 = torch.tensor([[[-0.95, -0.68, -0.299]], [[1.23, 2.0, -3.0]]], requires_grad=True)
v17 = v6.detach().numpy()
v19 = torch.autograd.grad(v11, [b3, b3], retain_graph=True)
v20 = (v15.clamp((-0.5), (-1.38))).aminmax()[0]
v11.backward()
v4.sum().backward()
print(a2.grad)
print(b3.grad)
print(v7.grad)
print(w16.grad)
