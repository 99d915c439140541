import math
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
torch.manual_seed(507)
w1 = torch.randn(2, 2, 2, requires_grad=True)
b2 = torch.tensor([[-1.1, 0.692, -3.0]], requires_grad=True)
z3 = torch.tensor([-2]) > 0
x4 = torch.tensor(-4)
v5 = torch.gather(w1, 1, w1.argmax(1, keepdim=True))
v6 = torch.repeat_interleave(w1, 2)
a8 = torch.tensor([-2.0, 0.0, -1.3, -1.721], requires_grad=True)
x10 = torch.tensor([[[2.0, -0.75], [0.22, -1.9]], [[-1.106, -3.0], [1.682, -1.0]]], requires_grad=True)
v11 = w1//w1
def f12(p, q, k=3, *args):
    print(f'{p.sum().item():+.2e} {2:03d}')
    p = torch.true_divide(q, p)
    return F.smooth_l1_loss(p, (q+q))
v13 = f12(a8, a8)
v14 = torch.logaddexp(v6, v6)
v15 = torch.cat([e.view(1) for e in v6])
v16 = v5.detach()
try:
    v16.masked_fill_(x10>1.0,0.25)
except RuntimeError as e:
    print(type(e).__name__, e)
v18 = v11+v11.T
v19 = torch.minimum((x4-x4), v15)
class C20:
    def __init__(self, w):
        self.w = w
    def __call__(self, u):
        return self.w * (F.logsigmoid(u))
    def __repr__(self):
        return f'C20({self.w})'
v21 = C20(0.1)
print(v21)
v21r = v21(v19)
v22 = torch.cat([v6, v6], -1)
v23 = x4<<1
v22.uniform_(-1,1)
w24 = torch.tensor([[-3.0, 0.2, -0.1]], requires_grad=True)
v26 = torch.logaddexp(b2, (torch.index_select(v15, 0, torch.tensor([1, 0, 1]))))
x27 = torch.tensor(1.5, requires_grad=True)
for k in range(3):
    y28 = torch.exp(x27) - 2*x27
    y28.backward()
    print(k, x27.detach(), y28.item(), x27.grad)
    x27.data.add_(x27.grad, alpha=-0.1)
    x27.grad = None
print('%.4f' % v13, v13.item() > 0)
v13.backward()
v26.sum().backward()
print(w1.grad)
print(b2.grad)
print(a8.grad)
print(x10.grad)
