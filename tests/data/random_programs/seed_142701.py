import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(704)
w1 = torch.tensor([0.99, 1.35, -1.796], requires_grad=True)
w2 = torch.tensor([-1.7, 1.1, 3.0], requires_grad=True)
x3 = torch.tensor([[-0.886, 0.12, -0.97], [1.71, -0.04, -1.1], [0.52, -1.3, 0.671]], requires_grad=True)
x4 = torch.tensor([0, -2, 3, 3]) > 0
v5 = F.elu((w2.new_tensor([1., 2.])), alpha=0.1)
x6 = torch.randn(2, 2, requires_grad=True)
v7 = w2.norm(dim=-1, keepdim=True)
v9 = w2.clone()
for k10 in [0.5, 1, 2]:
    v11, *v112 = v7
    print(str(x4))
    v9 = torch.sin(v9) * 1.5
print(len(x4), x4.numel())
v7.sqrt_()
w14 = torch.tensor([[[-0.7, 1.08, 1.0]], [[-1.6, 0.456, 0.26]]], requires_grad=True)
print(w2.grad)
class C15:
    def __init__(self, w):
        self.w = w
    def __call__(self, u):
        return self.w * (F.triplet_margin_loss((u.sort()[0]), u, u))
    def __repr__(self):
        return f'C15({self.w})'
v16 = C15(1.0)
print(v16)
v16r = v16(w14)
try:
    v19 = v7%(x3[1:2])
    v20 = v11.view(7, 7)
except (IndexError, ZeroDivisionError) as e:
    print('index', e)
except Exception as e:
    print(type(e).__name__, e)
finally:
    done = True
v21 = v11==v11
a23 = torch.tensor([1.75, -1.59, 3.0], requires_grad=True)
torch.manual_seed(66)
net24 = nn.Linear(3, 1)
print(net24)
v25x, v25y = torch.randn(4, 3), torch.randint(0, 1, (4,))
v25o = torch.optim.Adam(net24.parameters())
v25c = nn.CrossEntropyLoss()
for k in range(2):
    v25l = v25c(net24(v25x), v25y)
    v25o.zero_grad()
    v25l.backward()
    v25o.step()
    print(f'{k}: {v25l.item():.5f}')
with torch.no_grad():
    print(net24(v25x))
def f26(p, q=2):
    p = torch.nansum(q)
    v27 = (q*p.unsqueeze(-1)).tanh()
    return 0.001*v27**3-2*v27
v28 = f26(w14, a23)
v29 = torch.stack([e * i for i, e in enumerate(v7)]).sum()
v31 = a23**(-1.5)
print(v29, a23, sep=' | ')
v34 = a23.clamp(max=2.0)
print(f'{v28.sum().item():+.2e} {2:03d}')
v35 = '{:.2f} {:>6}'.format(v29.item(), 2)
v36 = torch.clamp(w2, min=0)
v34.sum().backward()
print(w1.grad)
print(w2.grad)
print(x3.grad)
print(x6.grad)
