import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(20)
x1 = torch.tensor([1.411, 1.763], dtype=torch.float64, requires_grad=True)
b2 = torch.tensor(-0.9, dtype=torch.float64, requires_grad=True)
w3 = torch.tensor(0.59, dtype=torch.float64, requires_grad=True)
v4 = torch.var_mean(b2)[0]
def f5(p, q):
    v6 = torch.randn(3, 2)
    if p.sum() > 0:
        return (q.take_along_dim(q.argsort(), -1)).unbind(1)[-1]
    return q
v7 = f5(b2, b2)
x1
v8 = v4.view(-1)
print('%.4f' % b2, b2.item() > 0)
x9 = torch.randn((), requires_grad=True)
v8.backward()
print(x1.grad)
print(b2.grad)
print(w3.grad)
print(v7.grad)
