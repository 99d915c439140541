import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(210)
b1 = torch.tensor([-0.32, 1.06, 0.11], requires_grad=True)
z2 = torch.tensor([[8, 4], [0, -1]]) > 0
w3 = torch.tensor([[0.27, 2.0, -1.2]], requires_grad=True)
x4 = torch.tensor([[4.0, 0.0, -1.011]], requires_grad=True)
def f5(p, q):
    p.detach_()
    p = (torch.positive(q)).dist(p)
    return torch.xlogy((torch.allclose(q, q)), q), p
v7 = f5(b1, w3)[0]
v7.mean().backward()
v8 = torch.allclose(v7, b1)
with torch.no_grad():
    b1.reciprocal_()
v7[0].mul_((-0.45))
v9 = torch.lerp(v7, v7, (-1.5))
v10 = torch.linalg.norm(b1)
v11 = w3[..., 0]
w3.grad
try:
    v12 = v10.expand(4, -1)
except Exception as e:
    print(type(e).__name__, e)
v13 = v9.pow(0.5)
v14 = torch.lerp(x4, x4, 3.0)
print(v13.grad)
print([x4, v7])
v15 = [float(x) for x in b1]
print(v9.grad)
with torch.no_grad():
    z2[0]=True
v16 = torch.where(v9>0, ((w3-v14.mean())/v11.std()), v11)
v17 = torch.randn(4).mul((-1.5)).requires_grad_()
try:
    v20 = v10.prod(2)
except Exception as e:
    print(type(e).__name__, e)
v11.backward()
print(w3.grad)
print(x4.grad)
print(v17.grad)
