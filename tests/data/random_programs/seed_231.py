import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(842)
b1 = torch.tensor([[-1.18], [1.11], [-0.3]])
x2 = torch.tensor([[[-0.93, 0.691], [-1.752, 0.8]], [[0.73, -3.0], [-1.52, 1.6]]], requires_grad=True)
z3 = torch.tensor([[0.7, 1.7, 1.3], [1.8, 1.724, 1.7], [-0.68, 1.84, -0.598]], requires_grad=True)
v4 = torch.var_mean(x2)[0]
torch.manual_seed(72)
net5 = nn.Sequential(nn.Linear(3, 2), nn.ReLU(), nn.Linear(2, 2))
v6x, v6y = torch.randn(4, 3), torch.randn(4, 2)
v6o = torch.optim.SGD(net5.parameters(), lr=0.05, momentum=0.9, nesterov=True)
v6c = nn.MSELoss()
for k in range(3):
    v6l = v6c(net5(v6x), v6y)
    v6o.zero_grad()
    v6l.backward()
    v6o.step()
    print(f'{k}: {v6l.item():.5f}')
with torch.no_grad():
    print(net5(v6x))
v8 = torch.zeros(4, 2)
print(z3.grad)
z3 = ((F.threshold(b1, 0.1, 0.5))-b1)**2
v9 = float(v4)
v15 = v4.register_hook(lambda q: q * 2)
x16 = torch.tensor([[0.294, 1.4, 0.1]], requires_grad=True)
v17 = b1.max()
v18 = torch.autograd.grad(v4, x2, grad_outputs=torch.ones_like(v4))
with torch.no_grad():
    x16.swapaxes_(0,1)
a20 = torch.tensor(2.0)
def f21(p, q, k=3, *args):
    q = (F.huber_loss(q, q, delta=2.0)).lt(q)
    return (p.lerp(p, 0.5))+0.5, p
v23 = f21(z3, a20)[0]
v24 = torch.reciprocal(a20)
v27 = 0.85 * 1 - 0.1 / 3
v28 = torch.arange(2)
v17 = torch.true_divide(v17, v17)
w29 = torch.tensor([4, 0]) > 0
print(x2.grad)
print(x16.grad)
