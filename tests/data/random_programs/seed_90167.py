import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(748)
z1 = torch.randn(3, 3, requires_grad=True)
b2 = torch.tensor([[-1.485], [-1.6], [-0.7]], requires_grad=True)
w4 = torch.tensor([[-0.875], [1.65], [0.62]], requires_grad=True)
print(type(b2), b2.type())
v9 = torch.tile(w4, (2, ))
v10 = torch.heaviside(z1, b2)
v11 = nn.Parameter(torch.randn(3))
with torch.no_grad():
    z1[v10>0.1]=0.
v9 = w4[np.array([0, 1])]
w12 = torch.tensor([-1.03, -0.9, -3.0, -1.877], requires_grad=True)
try:
    w12[0]+=w12
except Exception as e:
    print(type(e).__name__, e)
print([z1, v9])
v14 = torch.where(w4>0.001, b2, 0.1)
print([w4, v10])
print(w12.detach().numpy())
print(torch.allclose(w4, v10))
with torch.no_grad():
    v9[v9>1.38]=0.
v9.retain_grad()
v17 = torch.autograd.functional.hessian(lambda q: (q ** 3).sum(), v11)
v9.tanh_()
v18 = w12.relu()
try:
    v10.sum().backward()
except Exception as e:
    print(type(e).__name__, e)
print(f"{v11}")
print(b2)
print(z1.grad)
print(b2.grad)
print(w4.grad)
print(v11.grad)
