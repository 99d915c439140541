import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(391)
w1 = torch.tensor([[0.0, 1.6, 1.21]], dtype=torch.int64)
x2 = torch.tensor([[-2.0, 1.0], [1.69, 1.605]], requires_grad=True)
w3 = torch.tensor([4.0], requires_grad=True)
x4 = torch.randn((), requires_grad=True)
v6 = torch.tensor([x4, x4])
print(x4.detach())
def f8(p, q):
    q = torch.logdet((torch.div(p, (-1.44), rounding_mode='floor'))@p.T+torch.eye(1))
    return F.selu(q), p
v10 = f8(x2, x4)[0]
v11 = v6.clone()
for k12 in w3:
    v11.clamp_max_(2.0)
    print(w1.shape, x2.dtype)
    v11 = v11 - 0.1 * v11 ** 3
v10.pow(2).mean().backward(create_graph=True)
v13 = k12//v6
v14 = v6-v10.mean(0)
v11.erf_()
b15 = torch.tensor([[0.91, 1.5], [-0.34, -1.73]], requires_grad=True)
v16 = b15==0
v17 = v10.to(torch.float32)
torch.manual_seed(91)
net18 = nn.Linear(3, 2)
print(net18)
v19x, v19y = torch.randn(4, 3), torch.randn(4, 2)
v19o = torch.optim.Adam(net18.parameters(), lr=0.05)
v19c = nn.MSELoss()
for k in range(1):
    v19l = v19c(net18(v19x), v19y)
    v19o.zero_grad()
    v19l.backward()
    v19o.step()
    print(f'{k}: {v19l.item():.5f}')
net18.eval()
print(net18(v19x).mean())
print(v10, v17, sep=' | ')
if (v17 > 0).any():
    v23 = v14.detach().clone()
    v24 = (x2.unfold(1, 2, 1)).masked_fill(v16, 0.)
    v22 = torch.logit((x4.sort()[0]).sigmoid())
else:
    v25 = v17.float()
    v22 = v16+v16
def f26(p, q):
    p.detach().add_(1)
    if p.sum() > 0:
        return (p.unsqueeze(0)).masked_select(p>0.5)
    return q
v27 = f26(v14, v17)
v17.backward()
print(x2.grad)
print(w3.grad)
print(x4.grad)
print(b15.grad)
