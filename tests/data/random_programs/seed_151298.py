import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(113)
a1 = torch.tensor([[0.71, -3.0], [-1.9, 0.06], [2.0, -1.08]], requires_grad=True)
a2 = torch.tensor([[[0.0, 1.6], [-2.0, -1.9]], [[1.047, 1.723], [-1.59, -3.0]]], requires_grad=True)
w3 = torch.tensor([[[-1.1, 0.322, -0.77]], [[0.0, 0.0, 0.216]]], requires_grad=True)
x4 = torch.tensor([[1.19, 1.03, 1.3], [-1.63, 0.0, 0.38]], requires_grad=True)
v6 = a1.sum()
v9, v92 = w3, w3
w3
v12 = v92.sort()[0]
print(v9)
def f14(p):
    total = [0]
    def inner(q):
        total[0] += 1
        pass
        return 1/(1+torch.exp(-p))
    print(total)
    return inner
v15 = f14(a2)(w3)
v19 = v9[:1]
v19.data=v9.data*2
v20 = v12.cos()
print(v20)
print([v15, v20])
v15.mean().backward()
with torch.no_grad():
    v92.clamp_(0,1)
print(v20.is_leaf, a2.requires_grad, a2._version)
v6.backward()
v12.sum().backward()
print(a1.grad)
print(a2.grad)
print(w3.grad)
print(x4.grad)
