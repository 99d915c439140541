import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(365)
b1 = torch.tensor([1, 2, 3]) > 0
x2 = torch.tensor([[-0.08, 1.51, -0.166]], requires_grad=True)
z3 = torch.tensor([-2.0, 1.75, -0.273, -1.28])
v4 = F.cosine_similarity(x2, x2, dim=1)
v4.grad_fn
v4 = x2.unbind()[0]
v5 = tuple(x2.shape)
v6 = b1.repeat(1, 2, 1)
v7 = torch.normal(0., 1., size=(3,))
with torch.no_grad():
    z3[::2]=-1
v8 = x2 * 1
k9 = 0
while v8.norm() < 2 and k9 < 5:
    k9 += 1
    v10 = torch.autograd.gradcheck(lambda q: (q * q).sum(), (torch.rand(2, dtype=torch.float64, requires_grad=True),))
    v8 = torch.tanh(v8)
    if k9 == 1:
        continue
def f11(p, q, k=3, *args):
    p.data=p.data*2
    p = p[True]
    return torch.pow(q, p), p
v12 = f11(v8, x2)[0]
v13 = x2.max(-2).values
v14 = torch.acos(z3)
v15 = (-0.5)**v12
v8.sum().backward(retain_graph=True)
z16 = torch.tensor([1.787, -1.79, -3.0], requires_grad=True)
v21 = v15
for k22 in range(4):
    v21 = z16[np.array([0, 1])]
torch.manual_seed(82)
net23 = nn.Linear(1, 1)
print(net23)
v24x, v24y = torch.randn(4, 1), torch.ones(4, 1)
v24o = torch.optim.SGD(net23.parameters(), lr=0.05, momentum=0.9, nesterov=True)
v24c = nn.HuberLoss()
for k in range(4):
    v24l = v24c(net23(v24x), v24y)
    v24o.zero_grad()
    v24l.backward()
    v24o.step()
    print(f'{k}: {v24l.item():.5f}')
with torch.no_grad():
    print(net23(v24x))
print(k22)
v21.sum().backward()
print(x2.grad)
print(z16.grad)
