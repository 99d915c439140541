import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(448)
x1 = torch.tensor([-0.73, 0.196, 0.99, -1.3], dtype=torch.float64, requires_grad=True)
b2 = torch.tensor([-0.22, -1.06, 1.07, -1.736], dtype=torch.float64, requires_grad=True)
w3 = torch.tensor([[-3.0, -0.378], [-1.359, 0.019]])
v6 = b2.split(2)[0]
v7 = v6.norm(float('inf'))
print('%.4f' % v7, v7.item() > 0)
torch.autograd.backward(v7.sum(), retain_graph=True)
v6.grad_fn
torch.manual_seed(44)
net8 = nn.Sequential(nn.Linear(1, 3), nn.GELU(), nn.Linear(3, 2))
print(net8)
v9x, v9y = torch.randn(4, 1), torch.randint(0, 2, (4,))
v9o = torch.optim.Adagrad(net8.parameters(), lr=0.1)
v9c = nn.CrossEntropyLoss()
for k in range(4):
    v9l = v9c(net8(v9x), v9y)
    v9o.zero_grad()
    v9l.backward()
    torch.nn.utils.clip_grad_norm_(net8.parameters(), 0.5)
    v9o.step()
    print(f'{k}: {v9l.item():.5f}')
print([p.norm().item() for p in net8.parameters()])
v10 = torch.asinh((v6.movedim(0, -1)))
v11 = b2[:1]
with torch.inference_mode():
    v12 = w3.nanmean()
    v13 = F.softsign(v12)
v6.sum().backward(retain_graph=True)
v16 = torch.reciprocal(v7)
v17 = v10
for k18 in (1, 2):
    v17.view(-1)[0]=(-1.02)
v22 = v17.eq(v6)
x1.grad
v23 = v13.detach()
v23.reciprocal_()
v25 = v7.pow(2)
v26 = torch.where(v22, v11, v13)
if v10.requires_grad:
    print(v23.tolist())
    v7.backward(inputs=[x1])
    v27 = v16.softmax(-1)
else:
    print(k18)
    v27 = v16.sum()
v28 = torch.autograd.grad(v26.sum(), b2)
v29 = b2.register_hook(lambda q: q.clamp(-1, 1))
v16 = 0.001*v23**3-1*v17
v11.backward()
v25.sum().backward()
print(x1.grad)
print(b2.grad)
