import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(376)
b1 = torch.tensor(0.79, dtype=torch.int64)
a2 = torch.tensor([-0.5], requires_grad=True)
w3 = torch.tensor([[-0.3], [-1.75], [0.46]], requires_grad=True)
b1
v7 = a2.unsqueeze(-1)
a2.data=a2.data*2
v7.backward(gradient=v7)
v10 = w3-a2
print(v7.grad)
v7 = v7.to(w3.dtype)
torch.autograd.backward(v7.sum(), retain_graph=True)
v11 = F.one_hot(b1.abs())
v12 = v7.mv(a2)
def f13(p):
    total = [0]
    def inner(q):
        total[0] += 1
        q = q[np.array([0, 1])]
        v14 = torch.rand(2, 2, requires_grad=True)
        return 0.5*(p**2).sum()
    print(total)
    return inner
v15 = f13(v12)(v10)
with torch.no_grad():
    v15.squeeze_()
v7.backward()
print(a2.grad)
print(w3.grad)
