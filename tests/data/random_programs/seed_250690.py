import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(684)
a1 = torch.randn(1, 3, requires_grad=True)
b2 = torch.tensor(-1.6, requires_grad=True)
b3 = torch.tensor([[0.13, 0.27], [0.1, -1.5]], requires_grad=True)
w5 = torch.tensor([[1.03, -0.61, 0.45], [1.517, 1.667, 0.02], [-0.45, 1.105, -0.7]], requires_grad=True)
v6 = torch.slogdet(w5)[1]
v6.backward(retain_graph=True)
b2.grad
def f10(p, q, k=3, *args):
    v12 = (p.sum())//(-0.5)
    q = p[...]
    return q.add(v12), p
v13 = f10(w5, v6)[0]
v15 = (b3.sort(-1).values).log_softmax(0)
v16 = torch.inner(b3, b3)
with torch.no_grad():
    v13.detach_()
w5.data=w5.data*2
v17 = (v16.mT).view_as(v16)
v18 = a1.reshape(-1, 1)
w22 = torch.tensor([0.1, 1.91, 0.1, -0.52], requires_grad=True)
v23 = torch.rand_like(v6)
v24 = torch.float_power(v13, 2)
print(str(v23))
v6.backward()
v17.sum().backward()
print(a1.grad)
print(b3.grad)
print(w5.grad)
print(w22.grad)
