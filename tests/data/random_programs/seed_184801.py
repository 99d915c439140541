import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(359)
a1 = torch.tensor([1.449, 1.26, -0.45], dtype=torch.float64, requires_grad=True)
a2 = torch.randn(1, requires_grad=True)
w3 = torch.tensor(1.52)
v4 = torch.lgamma(a1.abs()+0.5)
v5 = (a1*a2)**0.5
v6 = torch.autograd.grad(v5.sum(), a1, create_graph=True)[0]
v7 = [round(x, 3) for x in a1.tolist()]
v8, = torch.autograd.grad(v5.sum(), (a2,), retain_graph=True)
print(v8, v6, sep=' | ')
def f9(p):
    total = [0]
    def inner(q):
        total[0] += 1
        pass
        return F.soft_margin_loss((F.gelu(p)), (q>0).float()*2-1)
    print(total)
    return inner
v10 = f9(v6)(a2)
v11 = nn.HuberLoss()(v10, v10)
v12 = (v10.type(torch.float64)).to(torch.float32)
v13 = v6.unsqueeze(0)
v13.zero_()
v14 = 2**v12
v15 = {i: e.item() for i, e in enumerate(v4)}
v8/=0.001
v6.backward(torch.randn_like(v6), retain_graph=True)
v14.unsqueeze_(0)
try:
    v14.backward(torch.randn_like(v14), retain_graph=True)
except Exception as e:
    print(type(e).__name__, e)
print(v7)
v5[v5<0]*=-1
v13.sum().backward()
print(a1.grad)
print(a2.grad)
