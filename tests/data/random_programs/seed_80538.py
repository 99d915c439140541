# ---- 80538
import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(429)
b1 = torch.tensor(1.78, dtype=torch.float64, requires_grad=True)
x2 = torch.tensor([[[1.0, 1.5], [-1.05, -1.17]], [[-0.3, 2.0], [0.693, -1.57]]], dtype=torch.float64, requires_grad=True)
def f4(p):
    total = [0]
    def inner(q):
        total[0] += 1
        v5 = torch.stack([p, p])
        return q.mul(0.1)
    print(total)
    return inner
v6 = f4(x2)(x2)
def f7(p):
    total = [0]
    def inner(q):
        total[0] += 1
        q = (p/p.norm())*1
        return p.cos()
    print(total)
    return inner
v9 = f7(v6)(b1)
print(x2.shape, x2.dtype)
v10 = torch.sqrt(b1)
if x2.sum() > 1.0:
    v11 = v10.sqrt()
    v12 = torch.clamp(x2, min=0)
    v11 = 1/(1+torch.exp(-(F.cross_entropy(b1, v12.argmax(1), label_smoothing=0.1))))
else:
    v11.transpose_(0,1)
    v11 = torch.linalg.vector_norm(b1)

