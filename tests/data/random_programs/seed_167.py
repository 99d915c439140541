import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(434)
x1 = torch.tensor([[[-0.276, 0.0], [0.8, 1.679]], [[0.08, 1.4], [0.001, 0.54]]])
a2 = torch.tensor([[0.7, 1.26, 1.359], [1.307, -1.7, 0.744], [1.029, -1.013, 0.59]], dtype=torch.float64, requires_grad=True)
z3 = torch.tensor([[-1.44, -0.57, 0.0], [1.136, -1.05, -0.398], [-1.42, 0.0, -0.45]], dtype=torch.float64, requires_grad=True)
class C4(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.tensor(-1.92))
    def forward(self, u):
        return self.w * ((torch.linalg.norm(u, 'fro')).pow(2))
v5 = C4()
print(v5)
v5r = v5(a2).sum()
v5r.backward()
print(v5.w.grad)
print(z3.tolist())
v7 = a2[(0, 1)]
def f8(p, q, k=3, *args):
    q = p/3
    print(q)
    return F.cross_entropy(p, p.argmax(1), label_smoothing=0.1), p
v9 = f8(z3, v7)[0]
with torch.no_grad():
    z3[:,2]+=z3[:,0]
print(v7.grad_fn.name())
print(a2.grad_fn)
v10 = torch.autograd.grad(v7, [a2, a2], retain_graph=True)
v11 = a2.clone()
v11.sub_(v9)
x1
z12 = torch.tensor([-3])
print(v7)
v14 = a2[z3>3.0]
v15 = v9-z3.mean(0)
v17 = v7
for k18, ek18 in enumerate(v15):
    v19 = v7//(-1.97)
    v17 = v17 - 0.1 * v17 ** 3
v21 = v17/z12
v22 = v17.std(unbiased=False)
v17.backward()
v7.sum().backward()
print(a2.grad)
print(z3.grad)
