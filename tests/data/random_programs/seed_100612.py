import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(655)
b1 = torch.tensor([[0.47, 1.98, 1.94], [1.93, -1.848, 0.53]], requires_grad=True)
x2 = torch.tensor([[0.093, 1.157], [1.54, 2.0], [-1.4, 1.0]], requires_grad=True)
z3 = torch.tensor(1.26, requires_grad=True)
v4 = nn.BCEWithLogitsLoss()(x2, (x2>0).float())
v5 = (torch.asinh(b1)).new_ones(2, 3)
print(torch.allclose(b1, v4))
with torch.no_grad():
    z3.add_(2.0)
def f7(p):
    total = [0]
    def inner(q):
        total[0] += 1
        v8 = torch.positive(q)
        v11 = q.norm()
        return p.unsqueeze(-1)
    print(total)
    return inner
v12 = f7(b1)(v5)
(b1.mode(0)[0])[None]
print(str(b1))
v13 = torch.tensor((-1.5), requires_grad=True)
v16 = any([v5.requires_grad, v5.is_leaf])
v17 = torch.hypot(v5, b1)
v18 = F.dropout((v13.reshape(-1, 1)), 0.5, training=False)
try:
    v19 = F.cross_entropy(v18, x2.argmax(1), label_smoothing=0.1)
except Exception as e:
    print(type(e).__name__, e)
v21 = v4+(-0.5)
print(x2)
torch.relu_(v17)
v22 = v17+v17*v17-v21/(-1.5)
print(v22.shape, v12.dtype)
with torch.no_grad():
    v12.masked_fill_(v12>(-1.5),0.001)
x2.grad
torch.manual_seed(5)
net25 = nn.Sequential(nn.Linear(2, 2), nn.LeakyReLU(), nn.Linear(2, 1))
v26x, v26y = torch.randn(4, 2), torch.randn(4, 1)
v26o = torch.optim.SGD(net25.parameters(), lr=0.1, weight_decay=0.01)
v26c = nn.MSELoss(reduction='sum')
for k in range(3):
    v26l = v26c(net25(v26x), v26y)
    v26o.zero_grad()
    v26l.backward()
    v26o.step()
    print(f'{k}: {v26l.item():.5f}')
print(list(net25.parameters())[0])
v27 = F.l1_loss(v12, v13)
v27.backward()
print(b1.grad)
print(x2.grad)
print(z3.grad)
print(v13.grad)
