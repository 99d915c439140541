import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(898)
x1 = torch.tensor([0.108, 0.93, 0.1, -0.45], dtype=torch.float64, requires_grad=True)
b2 = torch.tensor([[0.874, -0.02, 4.0]], dtype=torch.float64, requires_grad=True)
w3 = torch.tensor([4.0, 0.5, -0.4], dtype=torch.float64, requires_grad=True)
a4 = torch.tensor([[-1.6, 1.93], [-1.0, 0.0], [2.0, -1.3]], dtype=torch.float64, requires_grad=True)
v5 = torch.log1p(a4)
class C6(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.tensor(3.0))
    def forward(self, u):
        return self.w * (u.requires_grad)
v7 = C6()
print(v7)
v7r = v7(x1).sum()
v7r.backward()
print(v7.w.grad)
v8 = torch.heaviside(b2, b2)
v9 = [*x1]
print(str(v5))
with torch.no_grad():
    v11 = torch.autograd.functional.hessian(lambda q: (q ** 3).sum(), x1)
    v12 = torch.rot90(b2)
v13 = torch.sqrt(w3)
print(v5.grad_fn.name())
v14 = v13.chunk(2, -1)[-1]
v15 = v13 + 0
v15.T[0]=1.0
v16 = torch.logaddexp(v13, v12)
v17 = torch.rad2deg(a4)
v18 = v12>0
v19 = torch.cos(v15)
print(v13.is_leaf, b2.requires_grad, b2._version)
v20 = F.pad((v17>=v14), (0, 1), value=0.1)
v21 = torch.expm1(v13)
v14.backward()
print(x1.grad)
print(b2.grad)
print(w3.grad)
print(a4.grad)
