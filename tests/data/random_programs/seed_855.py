import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(163)
z1 = torch.tensor(0.51, requires_grad=True)
w2 = torch.tensor([[-0.56], [1.78], [2.0]])
x3 = torch.tensor([[1.5, 1.21], [-1.45, 0.52]], requires_grad=True)
a4 = torch.tensor([1.38, 2.0, 1.79], requires_grad=True)
with torch.no_grad():
    w2-=w2
v5 = torch.reciprocal((w2.clamp_max(3.0)))
v6 = torch.copysign(v5, (w2.squeeze()))
with torch.no_grad():
    w2.sigmoid_()
v8 = np.mean(z1.tolist())
v10 = torch.tensor([True, False, True])
print(x3.is_leaf, z1.requires_grad, z1._version)
print(a4.detach().numpy())
print(w2.norm())
v11 = w2+w2
v13 = z1 * 1
for k14 in (1, 2):
    v15 = torch.isfinite((v11**2))
v13.mean().backward()
print('%.4f' % z1, v13.item() > 0)
b19 = torch.tensor([[0.0, 0.2], [-1.2, 0.737]], requires_grad=True)
v20 = min(a4)
print(torch.allclose(v20, v20))
v22 = v11.data
v23 = v5 * 1
k24 = 0
while v23.norm() < 100 and k24 < 4:
    k24 += 1
    print(round(v13.item(), 4))
    w2.tanh_()
    v23 = v23 + k24
print(str(v22))
print(b19.grad)
v20.sum().backward()
print(z1.grad)
print(x3.grad)
print(a4.grad)
print(b19.grad)
