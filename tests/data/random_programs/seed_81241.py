import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(936)
z1 = torch.tensor([[-0.8], [3.0], [0.6]])
w2 = torch.tensor([1.63, 1.88, -1.85, 1.388], requires_grad=True)
b3 = torch.tensor([[-1.709], [-2.0], [-1.602]])
b4 = torch.tensor(0.2, requires_grad=True)
v5 = (w2/w2).lerp(b3, 0.5)
with torch.no_grad():
    b3[0]*=0.001
v6 = b4
k7 = 0
while v6.norm() < 5 and k7 < 2:
    k7 += 1
    v6 = v5.clamp_min(0.5)
    v6 = v6 * 0.5
v9 = b4 * 1
k10 = 0
while v9.norm() < 100 and k10 < 2:
    k10 += 1
    v5.neg_()
def f12(p):
    total = [0]
    def inner(q):
        total[0] += 1
        q = p.detach().clone()
        return F.softplus(q)
    print(total)
    return inner
v13 = f12(v6)(b3)
v14 = (b4.round())+v9
v15 = np.array(v9.tolist())
v16 = 2**z1
v17 = v5.type_as(v14)
v18 = sorted(w2.tolist(), reverse=True)
v19 = v16.mul(1.0)
w20 = torch.tensor([[0.8, -0.8, -1.98], [0.0, 0.1, -0.3], [-1.9, 1.401, 0.368]], requires_grad=True)
v21 = torch.einsum('ij->', v17)
def f22(p, q, k=3, *args):
    v23 = torch.ceil(q)
    p = p.any()
    return v23.median(-1)[1], p
v24 = f22(b3, v6)[0]
print(v16)
v25 = torch.autograd.grad(v14.sum(), b4, create_graph=True)[0]
w26 = torch.tensor([[-0.423, 3.0, -2.0], [-0.65, 0.4, 0.099], [1.03, 0.77, 0.71]], requires_grad=True)
v27 = (v16.double()).mode(-1)[0]
print(torch.allclose(v21, w20))
v9.backward()
v17.sum().backward()
print(w2.grad)
print(b4.grad)
print(w20.grad)
print(w26.grad)
