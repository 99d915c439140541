import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(937)
b1 = torch.randn(3, 3, requires_grad=True)
x2 = torch.tensor([[3, 1, 3]])
x3 = torch.tensor([1.0, -1.532], dtype=torch.float64, requires_grad=True)
with torch.no_grad():
    v5 = b1.exp()/b1.exp().sum(0, keepdim=True)
    v8 = (b1*b1).sum()+0.1*v5
b1.grad
print(v5.detach())
v9 = b1.detach().numpy()
with torch.no_grad():
    v5[::2]=-1
v10 = F.relu6((v8.floor()))
b1.grad
v12 = torch.inner(x3, x3)
print(f'{v12.sum().item():+.2e} {3:03d}')
v8.relu_()
v15 = v5.nelement()
v16 = v12%(b1.norm(1))
v17 = torch.autograd.grad(v16.sum(), x3, create_graph=True)[0]
v18 = torch.count_nonzero(b1)
v19 = torch.tensor(np.linspace(0, 1, 4))
v20 = torch.frac(v17)
print(v10.norm())
v17.clamp_(-1,1)
v20.sum().backward(retain_graph=True)
v22 = v16+(v12//1.0)
v23 = v10 * 1
for k24, ek24 in enumerate(x3):
    v23 = v20//v17
    v23 = torch.sin(v23) * 1.5
v25 = torch.sort(v17, 0, True)[0]
ek24.backward()
v25.sum().backward()
print(b1.grad)
print(x3.grad)
