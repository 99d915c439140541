import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(997)
b1 = torch.tensor([0.07, -2.0, -0.92], requires_grad=True)
w2 = torch.tensor([[-3.0, 1.49], [-1.97, 0.417], [1.1, -0.57]], requires_grad=True)
a4 = torch.tensor([[1.0, 0.37, 1.15], [0.5, -0.15, -0.03]], requires_grad=True)
v5 = (w2+w2)[0][None]
v6 = w2==w2
print('value', w2.max(), end=';\n')
a4 = torch.stack([a4, a4])
v7 = torch.log(b1)
v8 = v7.cpu().detach().numpy().sum()
print(b1.grad)
print(type(a4), w2.type())
print(v6.tolist())
print(b1.grad)
v9 = a4.is_leaf
try:
    v10 = F.cosine_embedding_loss(w2, a4, torch.ones(2))
except Exception as e:
    print(type(e).__name__, e)
a4
print([w2, b1])
print(a4.grad_fn)
z12 = torch.tensor([[-0.915, -1.0], [1.135, -1.225], [0.0, -0.17]])
v14 = b1.norm()
print(v14.item())
v15 = isinstance(w2, torch.Tensor)
v16 = torch.autograd.functional.hessian(lambda q: (q ** 3).sum(), b1)
print(z12.norm())
v14.backward()
v7.sum().backward()
print(b1.grad)
print(w2.grad)
