import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(363)
z1 = torch.tensor([-1.73, 0.0, -0.792], requires_grad=True)
b2 = torch.tensor([[-1.08], [0.25], [2.0]], requires_grad=True)
v3 = b2[..., 0]
w4 = torch.tensor([0, 1, -3, -2]) > 0
z1 = ((v3-z1)**2)*torch.log(v3.abs()+1)
v5 = torch.dist(v3, v3, 1)
v6 = '-'.join(str(k) for k in z1.shape)
def f7(p):
    total = [0]
    def inner(q):
        total[0] += 1
        v10 = q.T@p
        return torch.trunc((torch.reciprocal(v10)))
    print(total)
    return inner
v11 = f7(v3)(b2)
v15 = torch.atan(((v3-v3.mean())/v3.std()))
v16 = v3[torch.tensor(0)]
v17 = torch.autograd.functional.jacobian(lambda q: q ** 2 * (-1.5), z1)
print(v3.grad)
torch.manual_seed(99)
net18 = nn.Sequential(nn.Linear(1, 1))
v19x, v19y = torch.randn(4, 1), torch.randn(4, 1)
v19o = torch.optim.SGD(net18.parameters(), lr=0.05, momentum=0.9)
v19c = nn.MSELoss()
for k in range(2):
    v19l = v19c(net18(v19x), v19y)
    v19o.zero_grad()
    v19l.backward()
    v19o.step()
net18.eval()
print(net18(v19x).mean())
v20 = torch.autograd.grad(v15, b2, grad_outputs=torch.ones_like(v15))
with torch.no_grad():
    v17.detach().add_(1)
v22 = v5
for k23 in (1, 2):
    v22 = v22.div(v16)
    v22 = torch.stack([v5, v16])
    v22 = v22 + k23
print(len(v22), v11.numel())
if (v22 > 0).any():
    v25 = v15.flatten()
    v26 = torch.cummax(v16, -1)[0]
    v25 = torch.histc(v16.detach(), 4)
else:
    v28 = torch.clamp(v25, -1, 1)
    v25 = torch.mul(v3, v3)
v26.backward()
z1.sum().backward()
print(b2.grad)
