import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(962)
b1 = torch.tensor([[-2, 0, -2], [0, -1, 8]])
z2 = torch.tensor(4.0)
w3 = torch.tensor([-1.16, 1.66], dtype=torch.float64, requires_grad=True)
z4 = torch.tensor(-1)
v5 = w3.unbind()[0]
print(z4, z4, sep=' | ')
with torch.no_grad():
    v5-=v5
v11 = torch.logical_or(b1, b1)
v12 = torch.tensor((-0.5), requires_grad=True)
try:
    v14 = v5.transpose(0, 1)
except RuntimeError as e:
    print(type(e).__name__, e)
v15 = w3.lt(z2)
v19 = torch.autograd.functional.hessian(lambda q: (q ** 3).sum(), w3)
with torch.no_grad():
    z2.add_(z2,alpha=0.5)
v20 = torch.cat([e.view(1) for e in w3])
v21 = nn.Parameter(torch.randn(4))
v22 = torch.maximum(z2, z2)
v23 = torch.tanh(z2)
v24 = z4+1.0
print('value', v19.max(), end=';\n')
v20.retain_grad()
v20.sum().backward()
print(w3.grad)
print(v12.grad)
print(v21.grad)
